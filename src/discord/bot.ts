import { type Client, Events } from 'discord.js';
import type { Config, DiscordConfig } from '../config/config.ts';
import type { Log } from '../log.ts';
import { createClaims } from '../state/claims.ts';
import { createFollows } from '../state/feeds/follows.ts';
import { createJudgements } from '../state/judgements.ts';
import { openPeople } from '../state/person-tags.ts';
import { createServerSettings } from '../state/server-settings.ts';
import type { State } from '../state/state.ts';
import { DateIndexCache } from '../timeline/events/date-index/date-index-cache.ts';
import { QuoteCounts } from './asking/quote-counts.ts';
import { type Background, startBackground } from './background.ts';
import type { Command, CorpusTools, Services } from './command.ts';
import { type BotStatus, shardStates } from './connection/bot-status.ts';
import { createClient, type LoginError, login, watchConnection } from './connection/client.ts';
import { InFlight } from './connection/in-flight.ts';
import { createConversations } from './conversation/conversations.ts';
import { answerMention } from './conversation/mention-reply.ts';
import { openFeedDesk } from './corpus/feeds/feed-desk.ts';
import { RunningReloads } from './corpus/running-reloads.ts';
import { ExampleQuestions } from './help/example-questions.ts';
import { welcome } from './help/welcome.ts';
import { type Meter, NO_METER } from './meter.ts';
import { announceHome } from './permissions/announce-home.ts';
import { findHome, knowsSomeOnly } from './permissions/home.ts';
import { Owners } from './permissions/owners.ts';
import { RecentResults } from './recent-results.ts';
import { corpusServers } from './registration/corpus-servers.ts';
import { registerCommands } from './registration/register.ts';
import { BUDGET_DEFAULTS, Budget } from './routing/question-budget.ts';
import { createRouter } from './routing/route.ts';
import { WorkQueue } from './routing/work-queue.ts';
import { Cooldowns } from './settings/cooldowns.ts';
import { ArticleNames } from './sources/article-names.ts';
import { DRAWN_TIMELINES } from './timelines/drawn.ts';
import { openDictionary } from './words/words.ts';

export interface BotOptions extends CorpusTools {
  readonly discord: DiscordConfig;
  readonly config: Config;
  /** Opened and closed by the caller. */
  readonly state: State;
  /** Checked by `checkCommands`. */
  readonly commands: readonly Command[];
  readonly log: Log;
  /** Counts what is done; absent: nothing is counted. */
  readonly meter?: Meter;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Gives up while Discord is waited for; what is connected is ended by `stop`. */
  readonly signal?: AbortSignal;
  /** Called when Discord ends the connection for good. */
  readonly onRefused?: (error: LoginError) => void;
}

export interface Bot {
  readonly client: Client<true>;
  status(): BotStatus;
  /** Asks the feeds that are due at once; they are asked anyway, when their time comes. */
  readFeeds(): Promise<void>;
  /** Takes nothing more on, finishes what is in flight, and leaves Discord. */
  stop(): Promise<void>;
}

const DEFAULTS = {
  /** How long `stop` waits for what is in flight, in milliseconds. */
  drain: 10_000,
} as const;

/**
 * Logs in, registers the commands and answers interactions until it is stopped; waits for a Discord that is out of reach.
 * Commands that cannot be registered in some server are reported in the log; the others work.
 * @throws {LoginError} when Discord refuses the token; the signal's reason
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { discord, config, state, commands, log, now = () => Date.now(), onRefused, signal } = options;
  const { library, keeper, gaps, audit, arrivals, fetchPage, feedTools, meter = NO_METER } = options;
  const ending = new AbortController();
  const ended = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  const client = createClient(discord, { log, now: () => Date.now(), signal: ended });
  const home = () => findHome(discord, [...client.guilds.cache.keys()]);
  const owners = new Owners({ rest: client.rest, log, now });
  const people = await openPeople(state);
  // Several processes may serve one person: in other servers, or when one takes over from another.
  const several = state.shared || discord.shards !== undefined;
  const services: Services = {
    library,
    keeper,
    gaps,
    audit,
    arrivals,
    ...(fetchPage !== undefined && { fetchPage }),
    ...(feedTools !== undefined && { feedTools, feeds: openFeedDesk(feedTools) }),
    state,
    config,
    log,
    now,
    commands,
    meter,
    queue: new WorkQueue(),
    budget: new Budget(
      now,
      BUDGET_DEFAULTS,
      several ? (userId, change) => state.update('spending', people.tagOf(userId), change) : undefined,
    ),
    claims: createClaims(state),
    people,
    follows: createFollows(state),
    quotes: new QuoteCounts(state),
    judgements: createJudgements({
      state,
      terms: (question) => library.terms(question),
      everywhere: config.votesEverywhere,
      now,
      onError: (err) => log.error({ err }, 'Votes could not be read'),
    }),
    cooldowns: new Cooldowns(now),
    conversations: createConversations({ store: state.conversations, people, now }),
    serverSettings: createServerSettings({
      state,
      now,
      onError: (err) => log.error({ err }, 'The settings of a server could not be read'),
    }),
    dictionary: openDictionary(),
    examples: new ExampleQuestions(),
    reloads: new RunningReloads(),
    names: new ArticleNames(),
    dateIndexes: new DateIndexCache(),
    recentAnswers: new RecentResults(),
    recentPictures: new RecentResults(DRAWN_TIMELINES),
    home,
    owners,
  };
  const inFlight = new InFlight();
  let settling = Promise.resolve();
  let announced = '';
  let background: Background | undefined;
  watchConnection(client, log, (error) => onRefused?.(error));
  client.on(Events.InteractionCreate, createRouter(services, inFlight));
  try {
    const ready = await login(client, discord.token);
    client.on(Events.MessageCreate, (message) => {
      if (inFlight.open) void inFlight.track(answerMention(services, ready, message));
    });
    await settle(ready);
    // A session that could not be resumed: Discord was away, or is another one; what it knows may be old.
    client.on(Events.ShardReady, (shard) => {
      if (shard === 0) void inFlight.track(settle(ready));
    });
    // With the servers the home may come and go, and with it where the corpus can be looked after.
    client.on(Events.GuildCreate, (guild) => {
      void inFlight.track(settle(ready));
      void inFlight.track(welcome(services, guild));
    });
    client.on(Events.GuildDelete, () => void inFlight.track(settle(ready)));
    background = startBackground(ready, services, feedTools);
    log.info({ bot: ready.user.tag, servers: ready.guilds.cache.size }, 'Connected to Discord');
    return {
      client: ready,
      status: () => status(ready),
      readFeeds: async () => background?.readFeeds(),
      stop,
    };
  } catch (error) {
    await client.destroy();
    throw signal?.aborted === true ? signal.reason : error;
  }

  /** One at a time: two would find the same command missing, and both write it. */
  function settle(ready: Client<true>): Promise<void> {
    settling = settling.then(() => register(ready));
    return settling;
  }

  async function register(ready: Client<true>): Promise<void> {
    const { guildIds, applicationId = ready.application.id } = discord;
    // Of several processes one registers: that which direct messages come to.
    if ((discord.shards?.first ?? 0) !== 0) return;
    const at = home();
    const application = await owners.application();
    const servers = ready.guilds.cache.map(({ id, name }) => ({ id, name }));
    const outlook = JSON.stringify([at, servers.length > 1]);
    if (outlook !== announced) {
      const someOnly = knowsSomeOnly(discord);
      announceHome({ home: at, servers, application, guildIds, someOnly }, log);
    }
    announced = outlook;
    try {
      const corpusGuilds = await corpusServers(ready, at, application?.owners ?? new Set(), log);
      await registerCommands({
        rest: ready.rest,
        applicationId,
        guildIds,
        corpusGuilds,
        commands,
        settings: state.settings,
        log,
      });
    } catch (err) {
      log.error({ err }, 'Not every command could be registered; what was registered before still works');
    }
  }

  function status(ready: Client<true>): BotStatus {
    return {
      shards: shardStates(ready),
      servers: ready.guilds.cache.size,
      open: inFlight.size,
      queued: services.queue.waiting,
    };
  }

  async function stop(): Promise<void> {
    services.reloads.cancelAll();
    await background?.stop();
    if (!(await inFlight.drain(DEFAULTS.drain))) log.warn('Some answers were not finished in time');
    ending.abort();
    await client.destroy();
  }
}
