import { z } from 'zod';
import type { State } from './state.ts';

/** Languages that the bot's own words are written in. */
export const LANGUAGES = ['en', 'ar', 'fr', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export const SETTING_NAMES = [
  'visibility',
  'channels',
  'mentions',
  'cooldown',
  'sure',
  'feedback',
  'language',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** What is missing, or was written by another version, is as at the beginning. */
const Settings = z.object({
  /** Who sees an answer when nothing else is asked for. */
  visibility: z.enum(['public', 'private']).catch('public'),
  /** Ids of the channels where answers may be public, threads in them included; none named: all. */
  channels: z.array(z.string()).catch([]),
  /** Whether mentions of the bot are answered with more than where to ask. */
  mentions: z.boolean().catch(false),
  /** Seconds between two questions of one person. */
  cooldown: z.number().catch(0),
  /** The least sure answer that everyone may see. */
  sure: z.enum(['weak', 'likely', 'strong']).catch('weak'),
  /** Whether answers can be called helpful or not. */
  feedback: z.boolean().catch(true),
  /** What the bot's words are in for everyone. */
  language: z.enum(LANGUAGES).catch('en'),
} satisfies Record<SettingName, z.ZodType>);

/** What the moderators of a server have set. */
export type ServerSettings = Readonly<z.infer<typeof Settings>>;

/** As long as nobody has set anything, and in direct messages. */
export const SERVER_SETTINGS_DEFAULTS: ServerSettings = Settings.parse({});

const DEFAULTS = {
  /** Milliseconds for which what was read is taken for true: other processes change settings too. */
  fresh: 1000,
  /** Servers whose settings are remembered. */
  servers: 5000,
} as const;

const Marks = z.record(z.enum(SETTING_NAMES), z.number());

export interface KeptSettings {
  readonly settings: ServerSettings;
  /** When each setting was last changed, in milliseconds since 1970; 0: never. */
  readonly marks: Readonly<z.infer<typeof Marks>>;
}

/** What became of a change; `overtaken`: somebody else changed the same setting since the person saw it. */
type ChangeOutcome =
  | { readonly kind: 'changed' | 'same' }
  | { readonly kind: 'overtaken'; readonly by: string };

/** A setting with its new value, and who sets it. */
export interface SettingChange {
  readonly name: SettingName;
  readonly value: ServerSettings[SettingName];
  /** A Discord id. */
  readonly by: string;
  /** The setting's mark when they saw it. */
  readonly seen: number;
}

/** The settings of every server. */
export interface ServerSettingsStore {
  /** Those in use: at most a second old. Never rejects: what can't be read is as it last was, or as at the beginning. */
  of(guildId: string | null): Promise<ServerSettings>;
  /** Those of this moment, read anew. */
  read(guildId: string): Promise<KeptSettings>;
  change(guildId: string, change: SettingChange): Promise<ChangeOutcome>;
}

export interface ServerSettingsOptions {
  readonly state: Pick<State, 'settings' | 'update'>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told why settings could not be read. */
  readonly onError?: (error: unknown) => void;
}

const Row = z.object({ value: z.unknown(), by: z.string(), at: z.number() });

/**
 * Settings in the state, a row for each, so that two moderators who change different ones at once lose nothing, in
 * whichever process they are. Of two changes of the same one, the later is told that it was overtaken.
 */
export function createServerSettings({
  state,
  now = () => Date.now(),
  onError = () => undefined,
}: ServerSettingsOptions): ServerSettingsStore {
  const known = new Map<string, { readonly at: number; readonly settings: ServerSettings }>();

  async function read(guildId: string): Promise<KeptSettings> {
    const rows = await state.settings.getMany(SETTING_NAMES.map((name) => keyOf(guildId, name)));
    const kept = SETTING_NAMES.map((name, at) => [name, Row.safeParse(rows[at]).data] as const);
    const settings = Settings.parse(Object.fromEntries(kept.map(([name, row]) => [name, row?.value])));
    const marks = Marks.parse(Object.fromEntries(kept.map(([name, row]) => [name, row?.at ?? 0])));
    known.delete(guildId);
    known.set(guildId, { at: now(), settings });
    const [oldest] = known.keys();
    if (known.size > DEFAULTS.servers && oldest !== undefined) known.delete(oldest);
    return { settings, marks };
  }

  return {
    read,
    async of(guildId) {
      if (guildId === null) return SERVER_SETTINGS_DEFAULTS;
      const last = known.get(guildId);
      if (last !== undefined && now() - last.at < DEFAULTS.fresh) return last.settings;
      try {
        return (await read(guildId)).settings;
      } catch (error) {
        onError(error);
        return last?.settings ?? SERVER_SETTINGS_DEFAULTS;
      }
    },
    async change(guildId, { name, value, by, seen }) {
      const outcomes: ChangeOutcome[] = [];
      await state.update('settings', keyOf(guildId, name), (present) => {
        const row = Row.safeParse(present).data;
        const before = Settings.shape[name].parse(row?.value);
        const same = JSON.stringify(before) === JSON.stringify(value);
        const overtaken = !same && row !== undefined && row.at !== seen;
        outcomes.push(overtaken ? { kind: 'overtaken', by: row.by } : { kind: same ? 'same' : 'changed' });
        if (same || overtaken) return undefined;
        return { value: { value, by, at: Math.max(now(), (row?.at ?? 0) + 1) } };
      });
      known.delete(guildId);
      return outcomes.at(-1) ?? { kind: 'same' };
    },
  };
}

function keyOf(guildId: string, name: SettingName): string {
  return `server-${guildId}-${name}`;
}
