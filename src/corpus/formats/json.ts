import type { Problem } from '../article.ts';
import { decodeText } from '../decode.ts';
import type { Draft } from '../draft.ts';
import { isRecord } from '../front-matter.ts';
import { recordDraft } from './record.ts';

/** Reads a `.json` file: one article, a list of articles, or an object with such a list in it. */
export function readJson(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
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
    : isRecord(value) && !('text' in value)
      ? listIn(value)
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
    const read = recordDraft(record, path, 1);
    found.push(...read.problems);
    if (read.draft) drafts.push({ ...read.draft, ordinal: i + 1, fromExport: list !== undefined });
  }
  return { drafts, problems: found };
}

function listIn(record: Readonly<Record<string, unknown>>): unknown[] | undefined {
  return Object.values(record).find((value) => Array.isArray(value));
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
