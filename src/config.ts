import { z } from 'zod';
import { trimEndOf } from './text/ends.ts';

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
  /** Symbolic links may lead out of the corpus folder. */
  readonly followLinks: boolean;
  /** How many days a question without an answer is kept; 0: not at all. */
  readonly gapsDays: number;
  /** Where settings, feedback and caches are kept. */
  readonly dataDir: string;
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
  followLinks: false,
  gapsDays: 90,
  dataDir: 'data',
  logLevel: 'info',
  playgroundPort: 3737,
  /** This machine alone: the numbers are nobody else's business. */
  healthHost: '127.0.0.1',
} as const;

/** Ten years: what is kept longer was not meant to be forgotten at all. */
const MOST_DAYS = 3650;

/** Discord's ids are 64-bit numbers; those given out since 2015 have 17 to 20 digits. */
const SNOWFLAKE = /^\d{17,20}$/;

const HOW_TO_GET_TOKEN =
  'Copy it from https://discord.com/developers/applications → your application → Bot → Reset Token.';

const token = z
  .string()
  .transform((text) => text.replace(/^Bot\s+/i, ''))
  .pipe(z.string())
  .refine((text) => !/\s/.test(text), `holds a blank; a token has none. ${HOW_TO_GET_TOKEN}`)
  .refine((text) => !SNOWFLAKE.test(text), `is an id, not a token. ${HOW_TO_GET_TOKEN}`)
  .refine(
    (text) => !/^[0-9a-f]{64}$/i.test(text),
    `is the application's public key, not its token. ${HOW_TO_GET_TOKEN}`,
  );

const applicationId = z
  .string()
  .regex(
    SNOWFLAKE,
    'is not an id of 17 to 20 digits. Copy "Application ID" from the developer portal, or leave it empty.',
  );

const guildIds = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
  .pipe(
    z.array(
      z.string().regex(SNOWFLAKE, {
        error: ({ input }) =>
          `has "${String(input)}", which is not a server id of 17 to 20 digits. In Discord turn on Settings → Advanced → Developer Mode, right-click the server, Copy Server ID; separate several with commas.`,
      }),
    ),
  )
  .transform((ids) => [...new Set(ids)]);

const homeGuildId = z
  .string()
  .regex(
    SNOWFLAKE,
    'is not a server id of 17 to 20 digits. In Discord turn on Settings → Advanced → Developer Mode, right-click the server, Copy Server ID; it is one server only.',
  );

const apiUrl = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address. Leave it empty for Discord itself.' })
  .pipe(
    z.string().refine((text) => {
      const { protocol, hostname } = new URL(text);
      return protocol === 'https:' || isLoopback(hostname);
    }, 'is not an https address: the token would cross the network for everyone to read. Only this machine itself (localhost, 127.0.0.1) may be reached by http.'),
  )
  .transform((text) => trimEndOf(text, /\//).replace(/\/v\d+$/, ''));

/** As the URL parser writes it: numbers in their usual form, IPv6 in brackets. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

const port = z.string().transform((text, context) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  context.addIssue({
    code: 'custom',
    message: `is "${text}", not a port. Give a whole number from 0 to 65535; 0 takes a free one.`,
  });
  return z.NEVER;
});

const shards = z.string().transform((text, context) => {
  const [, first, last = first, total] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*\/\s*(\d{1,5})$/.exec(text) ?? [];
  const range = { first: Number(first), last: Number(last), total: Number(total) };
  if (range.first <= range.last && range.last < range.total) return Object.freeze(range);
  context.addIssue({
    code: 'custom',
    message: `is "${text}". Write which of how many, counted from 0, such as 0-3/16; or leave it empty, and all are opened.`,
  });
  return z.NEVER;
});

const yesOrNo = z.string().transform((text, context) => {
  if (/^(?:yes|true|on|1)$/i.test(text)) return true;
  if (/^(?:no|false|off|0)$/i.test(text)) return false;
  context.addIssue({ code: 'custom', message: `is "${text}". Write yes or no.` });
  return z.NEVER;
});

const days = z.string().transform((text, context) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= MOST_DAYS) return number;
  context.addIssue({
    code: 'custom',
    message: `is "${text}", not a number of days. Give a whole number from 0 to ${MOST_DAYS}; 0 keeps nothing.`,
  });
  return z.NEVER;
});

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
  CORPUS_FOLLOW_LINKS: yesOrNo.default(DEFAULTS.followLinks),
  GAPS_DAYS: days.default(DEFAULTS.gapsDays),
  DATA_DIR: z.string().default(DEFAULTS.dataDir),
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
    followLinks: values.CORPUS_FOLLOW_LINKS,
    gapsDays: values.GAPS_DAYS,
    dataDir: values.DATA_DIR,
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
