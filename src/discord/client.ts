import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayIntentBits, Options } from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import type { Log } from '../log.ts';
import { patientRequest } from './patient-request.ts';
import { StoppableSharding } from './sharding.ts';

/** The bot did not get into Discord; the message says why and what to do. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
}

const DEFAULTS = {
  /**
   * discord.js counts every request against the 50 a second that a bot may make, but answers to interactions are free
   * of that limit, and they are nearly all that this bot sends; other routes keep their own limits.
   */
  requestsPerSecond: 1000,
} as const;

const REFUSALS: Readonly<Record<number, string>> = {
  4004: 'Discord refused the token. Copy a new one from the developer portal (Bot → Reset Token) into DISCORD_TOKEN.',
  4010: 'Discord refused the shard. Start one process per bot.',
  4011: 'Discord demands more shards. Restart the bot: it asks for the right number at its start.',
  4012: 'Discord no longer speaks this version of its protocol. Update Footnote.',
  4013: 'Discord refused the intents. Update Footnote.',
  4014: 'Discord refused the intents. Allow the bot in the developer portal.',
};

/** A client that asks for nothing but the names of its servers, and keeps no messages or members. */
export function createClient({ apiUrl }: Pick<DiscordConfig, 'apiUrl'>): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    // discord.js replaces its defaults as a whole.
    ws: { ...Options.createDefault().ws, buildStrategy: (manager) => new StoppableSharding(manager) },
    rest: {
      globalRequestsPerSecond: DEFAULTS.requestsPerSecond,
      makeRequest: patientRequest,
      ...(apiUrl !== undefined && { api: apiUrl }),
    },
  });
}

/**
 * Writes what happens to the connection to the log. discord.js reconnects by itself, but for the codes that would be
 * refused for ever.
 * @param onRefused called when Discord closed the connection for good
 */
export function watchConnection(client: Client, log: Log, onRefused: (error: LoginError) => void): void {
  client.on(Events.Error, (err) => log.error({ err }, 'Discord client error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.Debug, (message) => log.trace(message));
  client.on(Events.ShardError, (err, shard) =>
    log.warn({ err, shard }, 'Connection to Discord failed; trying again'),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'Reconnecting to Discord'));
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'Connection to Discord resumed'),
  );
  client.on(Events.Invalidated, () =>
    onRefused(new LoginError('Discord ended the session. Restart the bot.')),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.warn({ shard, code }, 'Disconnected from Discord');
    const refusal = REFUSALS[code];
    if (refusal !== undefined) onRefused(new LoginError(refusal));
  });
}

/**
 * Logs in, and waits until Discord is ready to send interactions.
 * @throws {LoginError} when the token is refused, or Discord is out of reach
 */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const { promise: ready, resolve } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  try {
    await client.login(token);
  } catch (cause) {
    if (cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid) {
      throw new LoginError(REFUSALS[4004], { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LoginError(
      `Discord could not be reached (${reason}). Check the network, and DISCORD_API_URL if it is set; then start again.`,
      { cause },
    );
  }
  return ready;
}
