import type { Problem } from '../article.ts';
import type { Draft } from '../draft.ts';
import { parseMetadata } from '../metadata.ts';

/** An article from one JSON object; `undefined` with a problem when it has no text. */
export function recordDraft(
  record: Readonly<Record<string, unknown>>,
  path: string,
  line: number,
): { draft: Draft | undefined; problems: Problem[] } {
  const { metadata, problems } = parseMetadata(record, { path, line }, false);
  const { text } = record;
  if (typeof text === 'string' && text.trim() !== '') {
    const draft = { line, textLine: line, ordinal: line, metadata, text, fromExport: true };
    return { draft, problems };
  }
  const message = text === undefined ? 'The object has no "text".' : '"text" is empty or not a text.';
  const fix = 'Put the article\'s words into "text", or remove the entry.';
  return { draft: undefined, problems: [...problems, { severity: 'error', path, line, message, fix }] };
}
