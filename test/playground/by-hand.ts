import type { Interaction } from 'discord.js';
import type { Outcome } from '../../src/playground/people/person.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { startBot } from './bot.ts';
import { restClient } from './client.ts';

/** What a callback needs to know of an interaction. */
export interface Handle {
  id: string;
  token: string;
}

/**
 * A playground with a clock that stands still (`time`), and a bot whose interactions are only collected: the test
 * answers them by hand, as the bot's library would.
 */
export async function startByHand() {
  const clock = { time: Date.UTC(2026, 0, 1) };
  const playground = await startPlayground({ now: () => clock.time });
  const received: Interaction[] = [];
  let arrived = Promise.withResolvers<Interaction>();
  const bot = await startBot(playground, async (interaction) => {
    received.push(interaction);
    arrived.resolve(interaction);
  });
  await bot.client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [{ type: 3, name: 'q', description: 'q', autocomplete: true }],
    },
  ]);
  const rest = restClient(playground, '');
  const hook = ({ token }: Pick<Handle, 'token'>) => `/webhooks/${playground.applicationId}/${token}`;

  /** The next interaction that reaches the bot, after something was done. */
  async function next(doing: () => Promise<unknown>): Promise<Handle> {
    arrived = Promise.withResolvers();
    doing().catch(() => undefined);
    const { id, token } = await arrived.promise;
    return { id, token };
  }

  return {
    clock,
    playground,
    bot,
    received,
    rest,
    next,
    /** The path of an interaction's webhook. */
    hook,
    original: (of: Handle) => `${hook(of)}/messages/@original`,
    /** Runs /ask; its outcome is there as soon as it was acknowledged. */
    async ask(): Promise<Handle & { outcome(): Promise<Outcome> }> {
      const outcome = Promise.withResolvers<Outcome>();
      const handle = await next(async () => {
        outcome.resolve(playground.asMember.slash('ask', {}, { until: 'acknowledged' }));
      });
      return { ...handle, outcome: () => outcome.promise };
    },
    callback: ({ id, token }: Handle, type: number, data?: object, query = '') =>
      rest('POST', `/interactions/${id}/${token}/callback${query}`, { type, ...(data ? { data } : {}) }),
    async close(): Promise<void> {
      await bot.close();
      await playground.close();
    },
  };
}
