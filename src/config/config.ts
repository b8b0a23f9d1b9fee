import { z } from 'zod';
import {
  apiUrl,
  applicationId,
  databaseUrl,
  days,
  guildIds,
  homeGuildId,
  port,
  shards,
  token,
  yesOrNo,
} from './config-values.ts';

/** What the environment says, checked and frozen. Nothing else in the program reads `process.env`. */
export interface Config {
  /** Absent without a `DISCORD_TOKEN`: then Footnote runs without Discord. */
  readonly discord?: DiscordConfig;
  /** A folder of articles, or one `.jsonl`/`.jsonl.gz` export. */
  readonly corpus: string;
  /** Reload by itself when a file of the corpus changes. */
  readonly corpusWatch: boolean;
  /** Moderators may add articles by their address, which the bot then fetches. */
  readonly addLinks: boolean;
  /** Moderators may have feeds read, which the bot then asks for new articles. */
  readonly feeds: boolean;
  /** Symbolic links may lead out of the corpus folder. */
  readonly followLinks: boolean;
  /** What members of one server vote moves passages in all of them. */
  readonly votesEverywhere: boolean;
  /** How many days a question without an answer is kept; 0: not at all. */
  readonly gapsDays: number;
  /** Where settings, feedback and caches are kept. */
  readonly dataDir: string;
  /** Where articles and state are kept for several processes together. Absent: in `corpus` and `dataDir`. */
  readonly databaseUrl?: string;
  readonly logLevel: LogLevel;
  /** 0 lets the system choose a free one. */
  readonly playgroundPort: number;
  /** Absent: neither health nor numbers are served. */
  readonly health?: HealthConfig;
}

export interface DiscordConfig {
  readonly token: string;
  /** Absent: asked of Discord with the token. */
  readonly applicationId?: string;
  /** Servers that get the commands at once; empty: the commands are registered globally. */
  readonly guildIds: readonly string[];
  /** The server whose moderators look after the corpus. Absent: told by the other servers, see `findHome`. */
  readonly homeGuildId?: string;
  /** The connections that this process opens, when several share them. Absent: as many as Discord asks for. */
  readonly shards?: ShardRange;
  /** Absent: Discord itself. Without a version: `https://host/api`. */
  readonly apiUrl?: string;
}

/** Some of all connections to Discord; both ends belong to it, counted from 0. */
export interface ShardRange {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** Where health and numbers are served. */
interface HealthConfig {
  readonly host: string;
  readonly port: number;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every mistake of the environment at once; each line names the variable, what is wrong and the fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const DEFAULTS = {
  corpus: 'corpus',
  corpusWatch: false,
  addLinks: false,
  feeds: false,
  followLinks: false,
  votesEverywhere: false,
  gapsDays: 90,
  dataDir: 'data',
  logLevel: 'info',
  playgroundPort: 3737,
  /** This machine alone: the numbers are nobody else's business. */
  healthHost: '127.0.0.1',
} as const;

const Environment = z.object({
  DISCORD_TOKEN: token.optional(),
  DISCORD_APPLICATION_ID: applicationId.optional(),
  DISCORD_GUILD_IDS: guildIds.optional(),
  HOME_GUILD_ID: homeGuildId.optional(),
  DISCORD_API_URL: apiUrl.optional(),
  SHARDS: shards.optional(),
  CORPUS_DIR: z.string().default(DEFAULTS.corpus),
  CORPUS_WATCH: yesOrNo.default(DEFAULTS.corpusWatch),
  CORPUS_ADD_LINKS: yesOrNo.default(DEFAULTS.addLinks),
  CORPUS_FEEDS: yesOrNo.default(DEFAULTS.feeds),
  CORPUS_FOLLOW_LINKS: yesOrNo.default(DEFAULTS.followLinks),
  VOTES_EVERYWHERE: yesOrNo.default(DEFAULTS.votesEverywhere),
  GAPS_DAYS: days.default(DEFAULTS.gapsDays),
  DATA_DIR: z.string().default(DEFAULTS.dataDir),
  DATABASE_URL: databaseUrl.optional(),
  LOG_LEVEL: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(LOG_LEVELS, { error: `is not a log level. Use one of ${LOG_LEVELS.join(', ')}.` }))
    .default(DEFAULTS.logLevel),
  PLAYGROUND_PORT: port.default(DEFAULTS.playgroundPort),
  HEALTH_PORT: port.optional(),
  HEALTH_HOST: z
    .string()
    .regex(
      /^[\w.:-]+$/,
      'is not an address. Use 127.0.0.1 for this machine alone, 0.0.0.0 for every network.',
    )
    .default(DEFAULTS.healthHost),
});

/** Names that guides for other bots use, and what Footnote calls the same thing. */
const OTHER_NAMES: Readonly<Record<string, keyof z.input<typeof Environment>>> = {
  DISCORD_BOT_TOKEN: 'DISCORD_TOKEN',
  DISCORD_CLIENT_ID: 'DISCORD_APPLICATION_ID',
  DISCORD_APP_ID: 'DISCORD_APPLICATION_ID',
  DISCORD_SERVER_IDS: 'DISCORD_GUILD_IDS',
  DISCORD_HOME_GUILD_ID: 'HOME_GUILD_ID',
  HOME_SERVER_ID: 'HOME_GUILD_ID',
};

/**
 * Reads the configuration from environment variables. An empty or blank value counts as not set.
 * @param env for example `process.env`
 * @returns a frozen Config
 * @throws {ConfigError} with every mistake at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, unquote(value?.trim() ?? '')] as const)
      .filter(([, value]) => value !== ''),
  );
  const parsed = Environment.safeParse(given);
  const problems = [
    ...misspelt(Object.keys(given)),
    ...(parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`)),
    ...(parsed.success && parsed.data.SHARDS !== undefined && parsed.data.HOME_GUILD_ID === undefined
      ? [
          'SHARDS needs HOME_GUILD_ID: a process that sees some servers only cannot tell which one is the home.',
        ]
      : []),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  const values = parsed.data;
  const discord: DiscordConfig | undefined =
    values.DISCORD_TOKEN === undefined
      ? undefined
      : Object.freeze({
          token: values.DISCORD_TOKEN,
          ...(values.DISCORD_APPLICATION_ID !== undefined && {
            applicationId: values.DISCORD_APPLICATION_ID,
          }),
          guildIds: Object.freeze(values.DISCORD_GUILD_IDS ?? []),
          ...(values.HOME_GUILD_ID !== undefined && { homeGuildId: values.HOME_GUILD_ID }),
          ...(values.SHARDS !== undefined && { shards: values.SHARDS }),
          ...(values.DISCORD_API_URL !== undefined && { apiUrl: values.DISCORD_API_URL }),
        });
  return Object.freeze({
    ...(discord !== undefined && { discord }),
    corpus: values.CORPUS_DIR,
    corpusWatch: values.CORPUS_WATCH,
    addLinks: values.CORPUS_ADD_LINKS,
    feeds: values.CORPUS_FEEDS,
    followLinks: values.CORPUS_FOLLOW_LINKS,
    votesEverywhere: values.VOTES_EVERYWHERE,
    gapsDays: values.GAPS_DAYS,
    dataDir: values.DATA_DIR,
    ...(values.DATABASE_URL !== undefined && { databaseUrl: values.DATABASE_URL }),
    logLevel: values.LOG_LEVEL,
    playgroundPort: values.PLAYGROUND_PORT,
    ...(values.HEALTH_PORT !== undefined && {
      health: Object.freeze({ host: values.HEALTH_HOST, port: values.HEALTH_PORT }),
    }),
  });
}

/** Variables that are almost ours: otherwise a wrong name is silently a missing value. */
function misspelt(names: readonly string[]): string[] {
  const bare = (name: string) =>
    name
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .replace(/S$/, '');
  const known = new Map<string, string>([
    ...Object.entries(OTHER_NAMES).map(([name, ours]) => [bare(name), ours] as const),
    ...Object.keys(Environment.shape).map((name) => [bare(name), name] as const),
  ]);
  return names.flatMap((name) => {
    const ours = known.get(bare(name));
    if (ours === undefined || ours === name || names.includes(ours)) return [];
    return [`${ours} is not set, but ${name} is. Rename ${name} to ${ours}.`];
  });
}

/** Quotation marks belong to the shell or the `.env` file, not to the value; a stray pair is a common slip. */
function unquote(value: string): string {
  const mark = value.charAt(0);
  const paired = /["']/.test(mark) && value.length > 1 && value.endsWith(mark);
  return paired ? value.slice(1, -1).trim() : value;
}
