import type { Problem } from '../article.ts';
import { parseMetadata } from '../metadata/metadata.ts';
import type { Draft } from '../reading/draft.ts';
import { isRecord } from '../reading/is-record.ts';
import type { FieldNames } from '../settings/field-names.ts';
import { foldKey } from '../stated-facts/keys.ts';
import { textsOf } from '../stated-facts/plain-values.ts';

/** Where programs put an article's words, the surest first; a summary counts when there is nothing else. */
const TEXT_KEYS = (
  'text articlebody body content contenttext contenthtml bodyhtml html fulltext maintext bodytext plaintext rawtext story ' +
  'article selftext markdown description summary abstract excerpt'
).split(' ');

/** A draft from one JSON object; its text may still be a piece of a page. */
export interface RecordDraft {
  readonly draft: Draft;
  readonly isHtml: boolean;
}

/**
 * An article from one JSON object, with our keys or other programs', of the object itself or of one that it holds;
 * `undefined` with a problem when it has no text.
 * @param fields which of its fields say what, by the settings of its folder
 */
export function recordDraft(
  source: Readonly<Record<string, unknown>>,
  path: string,
  line: number,
  fields: FieldNames = {},
): { read: RecordDraft | undefined; problems: Problem[] } {
  const record = opened(named(source, fields));
  const { metadata, problems } = parseMetadata(record, { path, line }, false);
  const text = textOf(record);
  if (text !== undefined) {
    const draft = { line, textLine: line, ordinal: line, metadata, text, fromExport: true };
    return { read: { draft, isHtml: isHtml(text) }, problems };
  }
  const message =
    record['text'] === undefined ? 'The object has no "text".' : '"text" is empty or not a text.';
  const fix =
    'Put the article\'s words into "text", or say in corpus.yaml which field has them ("fields: {text: name}"), or remove the entry.';
  return { read: undefined, problems: [...problems, { severity: 'error', path, line, message, fix }] };
}

/** Whether an object has an article's words in it, in a field of its own or one level deeper. */
export function hasText(value: unknown, fields: FieldNames = {}): boolean {
  return isRecord(value) && textOf(opened(named(value, fields))) !== undefined;
}

/** The object with what the settings name under our names. */
function named(
  record: Readonly<Record<string, unknown>>,
  fields: FieldNames,
): Readonly<Record<string, unknown>> {
  const values = Object.entries(fields).map(([key, path]) => [key, valueAt(record, path)] as const);
  return { ...record, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) };
}

/** The value at a field's name, or at names with dots between them from the outside in. */
function valueAt(record: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = record;
  for (const name of Object.hasOwn(record, path) ? [path] : path.split('.'))
    value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

/** The object that has the words: the record itself, or one that it holds, with what the outer one says beside. */
function opened(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (textOf(record) !== undefined) return record;
  const inner = Object.values(record).find((value) => isRecord(value) && textOf(value) !== undefined);
  return isRecord(inner) ? { ...record, ...inner } : record;
}

function textOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const own = new Map(Object.keys(record).map((key) => [foldKey(key), key]));
  for (const key of TEXT_KEYS) {
    const name = Object.hasOwn(record, key) ? key : own.get(key);
    const value = name === undefined ? undefined : record[name];
    if (typeof value === 'number' || typeof value === 'boolean') continue;
    const text = textsOf(value)?.join('\n\n');
    if (text !== undefined && text.trim() !== '') return text;
  }
  return undefined;
}

/** A piece of a page: tags that pages have, or their entities. */
function isHtml(text: string): boolean {
  return (
    /<(?:p|br|div|span|h[1-6]|ul|ol|li|table|blockquote|strong|em|b|i|a|img|figure)(?:\s[^<>]{0,2000})?\/?>/i.test(
      text,
    ) || /&(?:nbsp|amp|quot|[lr][sd]quo|#\d{2,5});/.test(text)
  );
}
