import { createHash } from 'node:crypto';
import { CORPUS_LIMITS } from '../limits.ts';
import { isRecord } from '../metadata/front-matter.ts';
import type { ReadEvent } from '../reading/draft.ts';
import type { CorpusFile } from '../reading/list-files.ts';
import type { FieldNames } from '../settings/field-names.ts';
import type { HeavyReader } from './heavy-reader.ts';
import { readLines } from './read-lines.ts';
import { recordDraft } from './record.ts';

export interface ExportTools {
  readonly heavy: Pick<HeavyReader, 'read'>;
  /** Which fields say what, where the names do not tell. */
  readonly fields?: FieldNames | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads an export: one JSON object a line, `{url, title, publisher, authors, published, text}` or as other programs call
 * them, packed or not. Texts that are pieces of pages are read in the reading thread.
 */
export async function* readJsonl(
  file: CorpusFile,
  { heavy, fields, signal }: ExportTools,
): AsyncGenerator<ReadEvent> {
  let good = 0;
  let bad = 0;
  for await (const { number, bytes, read } of readLines(file.absolute, signal)) {
    const error = (message: string, fix: string): ReadEvent => ({
      problem: { severity: 'error', path: file.path, line: number, message, fix },
    });
    yield { bytes: read };
    if (bad > Math.max(good, CORPUS_LIMITS.badLines)) {
      yield error(
        'Most lines of the file are no articles; from this one on it is not read.',
        'Check that it is an export: one JSON object a line, {"url":…,"title":…,"text":…}.',
      );
      return;
    }
    bad++; // until it turns out to be an article
    if (bytes === undefined) {
      yield error('The line is too long for one article.', 'Write one article a line.');
      continue;
    }
    const line = strictUtf8(bytes);
    if (line === undefined) {
      yield error('The line is not valid UTF-8.', 'Write the export as UTF-8.');
      continue;
    }
    if (line.trim() === '') {
      bad--;
      continue;
    }
    const record = parseJson(line);
    if (!isRecord(record)) {
      const what = record === undefined ? 'not valid JSON' : 'not a JSON object';
      yield error(`The line is ${what}.`, 'Write one JSON object a line: {"url":…,"title":…,"text":…}.');
      continue;
    }
    const { read: article, problems } = recordDraft(record, file.path, number, fields);
    for (const problem of problems) yield { problem };
    if (!article) continue;
    const { draft, isHtml } = article;
    const laid = isHtml
      ? await heavy.read({ format: 'fragment', bytes: new TextEncoder().encode(draft.text), path: file.path })
      : undefined;
    const [piece] = laid?.drafts ?? [];
    if (laid !== undefined && piece === undefined) {
      for (const problem of laid.problems) yield { problem: { ...problem, line: number } };
      continue;
    }
    bad--;
    good++;
    const { text, blocks, sourceLines } = piece ?? draft;
    const whole = {
      ...draft,
      text,
      ...(blocks === undefined ? {} : { blocks, sourceLines: sourceLines ?? [] }),
    };
    yield { draft: { ...whole, hash: createHash('sha256').update(bytes).digest('hex') } };
  }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
