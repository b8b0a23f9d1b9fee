import type { Problem } from '../article.ts';
import { decodeText } from '../reading/decode.ts';
import type { Draft } from '../reading/draft.ts';
import { isRecord } from '../reading/is-record.ts';
import type { FieldNames } from '../settings/field-names.ts';
import { layOutFragment } from './fragment.ts';
import { hasText, recordDraft } from './record.ts';

/** Reads a `.json` file: one article, a list of articles, or an object with such a list in it. */
export function readJson(
  bytes: Uint8Array,
  path: string,
  fields: FieldNames = {},
): { drafts: Draft[]; problems: Problem[] } {
  const { text, problems } = decodeText(bytes, path);
  const error = (message: string, fix: string, line?: number): { drafts: Draft[]; problems: Problem[] } => ({
    drafts: [],
    problems: [
      ...problems,
      { severity: 'error', path, ...(line === undefined ? {} : { line }), message, fix },
    ],
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return error('The file is not valid JSON.', 'Check it with a JSON editor.', lineOf(cause.message, text));
  }
  const list = Array.isArray(value)
    ? value
    : isRecord(value) && !hasOwnText(value, fields)
      ? listIn(value, fields)
      : undefined;
  const drafts: Draft[] = [];
  const found: Problem[] = [...problems];
  const records: readonly unknown[] = list ?? [value];
  if (records.length === 0) return error('The file has no article in it.', 'Add one, or delete the file.');
  for (const [i, record] of records.entries()) {
    if (!isRecord(record)) {
      const message = `Entry ${i + 1} is not an object.`;
      found.push({ severity: 'error', path, message, fix: 'Write {"title":…,"text":…} for each article.' });
      continue;
    }
    const article = recordDraft(record, path, 1, fields);
    found.push(...article.problems);
    if (!article.read) continue;
    const { draft, isHtml } = article.read;
    const laid = isHtml ? layOutFragment(draft.text) : {};
    drafts.push({ ...draft, ...laid, ordinal: i + 1, fromExport: list !== undefined });
  }
  return { drafts, problems: found };
}

/** The object itself is an article, not one that it holds. */
function hasOwnText(value: Readonly<Record<string, unknown>>, fields: FieldNames): boolean {
  const flat = Object.entries(value).filter(
    ([, inner]) => !isRecord(inner) && !isListOfArticles(inner, fields),
  );
  return hasText(Object.fromEntries(flat), fields);
}

/** The list of articles in an object, or in one that it holds; else its first list. */
function listIn(record: Readonly<Record<string, unknown>>, fields: FieldNames): unknown[] | undefined {
  const inner = Object.values(record)
    .filter(isRecord)
    .flatMap((value) => Object.values(value));
  const lists = [...Object.values(record), ...inner].filter((value) => Array.isArray(value));
  return (
    lists.find((list) => isListOfArticles(list, fields)) ?? (hasText(record, fields) ? undefined : lists[0])
  );
}

function isListOfArticles(value: unknown, fields: FieldNames): boolean {
  return Array.isArray(value) && value.some((item: unknown) => hasText(item, fields));
}

/** The engine tells the position of a mistake as a number, or by the text around it. */
function lineOf(message: string, text: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1];
  const opening = /, (?:\.\.\.)?"/.exec(message);
  const closing = /"(?:\.\.\.)? is not valid JSON$/.exec(message);
  const around =
    opening && closing ? message.slice(opening.index + opening[0].length, closing.index) : undefined;
  const at = position === undefined ? (around === undefined ? -1 : text.indexOf(around)) : Number(position);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
