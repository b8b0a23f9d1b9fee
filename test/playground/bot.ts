import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Playground } from '../../src/playground/playground-types.ts';

/** A real discord.js client, logged in to a playground. */
export interface Bot {
  client: Client<true>;
  /** Errors that its handler or its gateway ran into, instead of unhandled rejections. */
  errors: unknown[];
  close(): Promise<void>;
}

/** Starts a client whose interactions go to `handle`; resolves when it is ready. */
export async function startBot(
  playground: Pick<Playground, 'apiUrl' | 'token'>,
  handle: (interaction: Interaction) => Promise<unknown> | undefined,
  options: Partial<ClientOptions> = {},
): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...options,
    rest: { api: playground.apiUrl, ...options.rest },
  });
  const errors: unknown[] = [];
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    Promise.resolve(handle(interaction)).catch((error) => errors.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(playground.token);
  return { client: await ready, errors, close: () => client.destroy() };
}
