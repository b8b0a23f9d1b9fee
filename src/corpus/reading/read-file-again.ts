import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Article } from '../article.ts';
import type { HeavyReader } from '../formats/heavy-reader.ts';
import type { ReadingRules } from '../settings/reading-rules.ts';
import { assemble } from './assemble-article.ts';
import { inspect, refusal } from './check-article.ts';
import type { Draft } from './draft.ts';
import type { FileReading, ReadingEntry } from './file-reading.ts';
import { type CorpusFile, reason } from './list-files.ts';
import type { ReadAhead } from './read-ahead.ts';
import { readCorpusFile } from './read-file.ts';

export interface ReadingTools {
  readonly heavy: HeavyReader;
  readonly rules: ReadingRules;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
  /** Puts an article's words where they are kept. */
  readonly keep: (article: Article) => Article;
  /** Waits, when more has been kept than can be. */
  readonly room?: () => Promise<void> | undefined;
  /** Has read some files already. */
  readonly ahead?: ReadAhead;
  /** Bytes of the file that have been read. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Reads a file, unless its bytes are those of an earlier reading. An article whose bytes did not change stays the same
 * object, also within an export that did.
 * @throws only the signal's reason, when it was aborted
 */
export async function readFileAgain(
  file: CorpusFile,
  tools: ReadingTools,
  earlier?: FileReading,
): Promise<FileReading> {
  const readAt = tools.ahead?.begunAt(file) ?? tools.now();
  const head = { path: file.path, size: file.size, modified: file.modified, readAt };
  const hash = earlier === undefined ? undefined : await hashFile(file.absolute, tools.signal);
  if (earlier !== undefined && hash !== undefined && hash === earlier.hash) return { ...earlier, ...head };
  const known = new Map(
    earlier?.entries.flatMap((entry) => ('article' in entry ? [[keyOf(entry.article), entry] as const] : [])),
  );
  const { signal, rules, ahead } = tools;
  const ways = { signal, fields: rules.settingsOf(file.path).fields, ahead };
  const entries: ReadingEntry[] = [];
  for await (const event of readCorpusFile(file, tools.heavy, ways)) {
    if ('bytes' in event) tools.onBytes?.(event.bytes);
    else if ('problem' in event) entries.push(event);
    else {
      const { draft } = event;
      const same =
        draft.hash === undefined ? undefined : known.get(keyOf({ hash: draft.hash, line: draft.line }));
      const refused = same === undefined ? refusal(draft, file.path) : undefined;
      if (refused) entries.push({ problem: refused });
      else if (same) entries.push(same);
      else {
        entries.push(entryOf(draft, file.path, tools));
        const room = tools.room?.();
        if (room !== undefined) await room;
      }
    }
  }
  const same = earlier !== undefined && isSame(earlier.entries, entries);
  return { ...head, ...(hash === undefined ? {} : { hash }), entries: same ? earlier.entries : entries };
}

/**
 * An article. A page of a folder may well be empty: that is worth a word, and no error. A text that no rule foresaw is a
 * problem of its file, and does not end the reading of the others.
 */
function entryOf(draft: Draft, path: string, { rules, keep }: ReadingTools): ReadingEntry {
  try {
    const assembled = assemble(draft, path, rules);
    const problems = inspect(assembled);
    const [first] = problems;
    if (assembled.article.text !== '' || first === undefined)
      return { article: keep(assembled.article), problems };
    return { problem: { ...first, severity: 'warning' } };
  } catch (cause) {
    const message = `The text cannot be read: ${reason(cause)}.`;
    const fix = 'Leave the file out, and report it: this is a mistake of the program.';
    return { problem: { severity: 'error', path, line: draft.line, message, fix } };
  }
}

function isSame(a: readonly ReadingEntry[], b: readonly ReadingEntry[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((entry, i) => entry === b[i] || JSON.stringify(entry) === JSON.stringify(b[i]));
}

function keyOf({ hash, line }: Pick<Article, 'hash' | 'line'>): string {
  return `${line}:${hash}`;
}

/** `undefined` when it can't be read; reading it will say why. */
async function hashFile(path: string, signal?: AbortSignal): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, signal ? { signal } : {})) hash.update(chunk);
    return hash.digest('hex');
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}
