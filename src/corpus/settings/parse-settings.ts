import type { Problem } from '../article.ts';
import { isWebAddress } from '../metadata/metadata.ts';
import { parsePlainYaml } from '../metadata/plain-yaml.ts';
import { isRecord } from '../reading/is-record.ts';
import { type FieldNames, readFieldNames } from './field-names.ts';

/** Defaults for what an article does not say itself. */
export interface FolderSettings {
  readonly publisher?: string;
  readonly licence?: string;
  readonly language?: string;
  /** An address with `{path}`, `{file}` or `{name}` in it. */
  readonly address?: string;
  /** Whether what news pages bring along (share bars, cookie notices, teasers) is taken out. */
  readonly news?: boolean;
  /** Names that stand for each other in questions: `[SSRI, antidepressant]`. */
  readonly aliases?: readonly (readonly string[])[];
  /** Which fields of JSON objects say what. */
  readonly fields?: FieldNames;
}

const KEYS = ['publisher', 'licence', 'language', 'address', 'news', 'aliases', 'fields'] as const;

/**
 * What the text of a `corpus.yaml` says.
 * @param path of the file, for its problems
 */
export function parseSettings(
  text: string,
  path: string,
): { settings: FolderSettings; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const error = (message: string, fix: string) => problems.push({ severity: 'error', path, message, fix });
  const read = parsePlainYaml(text);
  if (!('value' in read)) {
    error(read.message.replace('The front matter is', 'The settings are'), read.fix);
    return { settings: {}, problems };
  }
  const value = read.value ?? {};
  if (!isRecord(value)) {
    error('The settings are not a list of "key: value" lines.', 'Write one "key: value" a line.');
    return { settings: {}, problems };
  }
  const record: Readonly<Record<string, unknown>> =
    'license' in value ? { licence: value['license'], ...value } : value;
  for (const key of Object.keys(value))
    if (key !== 'license' && !KEYS.some((known) => known === key))
      error(`Unknown key "${key.slice(0, 60)}".`, `Use ${KEYS.join(', ')}.`);
  const line = (key: string): Record<string, string> => {
    const words = record[key];
    if (words === undefined || words === null) return {};
    if (typeof words === 'string' && words.trim() !== '') return { [key]: words.replace(/\s+/g, ' ').trim() };
    error(`"${key}" has a value of the wrong kind.`, `Write ${key} as one line of text.`);
    return {};
  };
  const { address, ...words } = {
    ...line('publisher'),
    ...line('licence'),
    ...line('language'),
    ...line('address'),
  };
  const filled = address?.replace(/\{(?:path|file|name)\}/g, 'x');
  const sound = filled === undefined || (isWebAddress(filled) && !/[{}]/.test(filled) && filled !== address);
  if (!sound)
    error('"address" is no pattern of a web address.', 'Write it like https://help.example.org/{path}.');
  const { news } = record;
  if (news !== undefined && news !== null && typeof news !== 'boolean')
    error('"news" has a value of the wrong kind.', 'Write news: true or news: false, or leave the line out.');
  const aliases = readAliases(record['aliases']);
  if (aliases === undefined)
    error(
      '"aliases" has a value of the wrong kind.',
      'Write a list of lists of names: - [SSRI, antidepressant].',
    );
  const fields = record['fields'] === undefined ? undefined : readFieldNames(record['fields']);
  if (fields !== undefined && 'message' in fields) error(fields.message, fields.fix);
  const settings = {
    ...words,
    ...(address !== undefined && sound ? { address } : {}),
    ...(typeof news === 'boolean' ? { news } : {}),
    ...(aliases === undefined || aliases.length === 0 ? {} : { aliases }),
    ...(fields !== undefined && !('message' in fields) ? { fields } : {}),
  };
  return { settings, problems };
}

/** Groups of names, and names in a group, at most; a question is compared with each. */
const MOST_ALIASES = 500;
const LONGEST_ALIAS = 80;

/** @returns undefined when it is no list of lists of two or more names */
function readAliases(value: unknown): (readonly string[])[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > MOST_ALIASES) return undefined;
  const groups = value.map((group): string[] =>
    Array.isArray(group)
      ? group.flatMap((name) => (isName(name) ? [String(name).replace(/\s+/g, ' ').trim()] : []))
      : [],
  );
  const isSound = groups.every((group, i) => {
    const given: unknown = value[i];
    return group.length > 1 && Array.isArray(given) && group.length === given.length;
  });
  return isSound ? groups : undefined;
}

const isName = (name: unknown): boolean =>
  (typeof name === 'string' || typeof name === 'number') &&
  String(name).trim() !== '' &&
  String(name).length <= LONGEST_ALIAS;
