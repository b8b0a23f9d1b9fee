import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  Routes,
} from 'discord.js';
import type { DiscordConfig, ShardRange } from '../../config/config.ts';
import type { Log } from '../../log.ts';
import { GatewayRefusal, refusalOf } from './close-codes.ts';
import { lengthOf } from './keep-trying.ts';
import { patientRequest } from './patient-request.ts';
import { PatientSharding, type ShardingOptions } from './sharding.ts';

/** The bot did not get into Discord; the message says why and what to do. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
  /** Whether it may work at another time without anything being changed. */
  readonly mayPass: boolean;

  constructor(message: string, { mayPass = false, cause }: { mayPass?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.mayPass = mayPass;
  }
}

/** Discord demands more connections, which are opened at the start. */
const NEEDS_RESTART = 4011;

const DEFAULTS = {
  /**
   * discord.js counts every request against the 50 a second that a bot may make, but answers to interactions are free
   * of that limit, and they are nearly all that this bot sends; other routes keep their own limits.
   */
  requestsPerSecond: 1000,
  /**
   * discord.js remembers every interaction whose answer was edited, since each has a limit of its own, and forgets those
   * that are done with now and then: so often, in milliseconds (by default once an hour).
   */
  forgetDone: 60_000,
  /** Waits that Discord asks for are told in the log from this length on, in milliseconds. */
  longWait: 5000,
} as const;

/**
 * A client that asks for the names of its servers, and for messages: without a privileged intent only those come with
 * their words that mention it or are written to it alone. It keeps no messages or members. It opens as many connections
 * as Discord asks for, or those of all that are this process's.
 */
export function createClient(
  { apiUrl, shards }: Pick<DiscordConfig, 'apiUrl' | 'shards'>,
  options: ShardingOptions,
): Client {
  const { log, now } = options;
  return new Client({
    ...(shards === undefined ? { shards: 'auto' } : ownShards(shards)),
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A direct message comes from a channel that nobody has told of before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    // discord.js replaces its defaults as a whole.
    ws: { ...Options.createDefault().ws, buildStrategy: (manager) => new PatientSharding(manager, options) },
    rest: {
      globalRequestsPerSecond: DEFAULTS.requestsPerSecond,
      handlerSweepInterval: DEFAULTS.forgetDone,
      makeRequest: patientRequest,
      // discord.js waits without a word, however long; the first request of all is waited for by ourselves.
      rejectOnRateLimit: ({ route, method, retryAfter, timeToReset }) => {
        if (route === Routes.gatewayBot()) return true;
        const wait = Math.max(retryAfter, timeToReset);
        if (wait >= DEFAULTS.longWait && Number.isFinite(wait)) {
          const until = new Date(now() + wait).toISOString();
          log.warn(
            { method, route, until },
            `Discord asks to wait ${lengthOf(wait)} with a request, until ${until}`,
          );
        }
        return false;
      },
      ...(apiUrl !== undefined && { api: apiUrl }),
    },
  });
}

function ownShards({ first, last, total }: ShardRange) {
  return { shards: Array.from({ length: last - first + 1 }, (_, i) => first + i), shardCount: total };
}

/**
 * Writes what happens to the connection to the log. It is made again by itself (which `PatientSharding` tells), but for
 * the codes that would be refused for ever.
 * @param onRefused called when Discord closed the connection for good
 */
export function watchConnection(client: Client, log: Log, onRefused: (error: LoginError) => void): void {
  client.on(Events.Error, (err) => log.error({ err }, 'Discord client error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.Debug, (message) => log.trace(message));
  client.on(Events.ShardError, (err, shard) => log.debug({ err, shard }, 'Connection to Discord failed'));
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'Connection to Discord resumed'),
  );
  client.on(Events.Invalidated, () =>
    onRefused(new LoginError('Discord ended the session. Restart the bot.', { mayPass: true })),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.warn({ shard, code }, 'Disconnected from Discord');
    const refusal = refusalOf(code);
    if (refusal !== undefined) onRefused(new LoginError(refusal, { mayPass: code === NEEDS_RESTART }));
  });
}

/**
 * Logs in, and waits until Discord is ready to send interactions; also as long as it is out of reach.
 * @throws {LoginError} when Discord refuses the token or the connection
 */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const { promise: ready, resolve } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  try {
    await client.login(token);
  } catch (cause) {
    if (cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid) {
      throw new LoginError(new GatewayRefusal(4004).message, { cause });
    }
    if (cause instanceof GatewayRefusal) throw new LoginError(cause.message, { cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LoginError(
      `Discord could not be reached (${reason}). Check the network, and DISCORD_API_URL if it is set; then start again.`,
      { mayPass: true, cause },
    );
  }
  return ready;
}
