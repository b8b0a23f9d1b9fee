import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Article, Problem } from '../article.ts';
import type { HeavyReader } from '../formats/heavy-reader.ts';
import type { ReadingRules } from '../settings/reading-rules.ts';
import { assemble } from './assemble-article.ts';
import { clash, inspect, refusal } from './check-article.ts';
import type { Draft } from './draft.ts';
import { type CorpusFile, reason } from './list-files.ts';
import { readCorpusFile } from './read-file.ts';

/** What one file of the corpus was read as, with what tells whether it has changed since. */
export interface FileReading {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  /** SHA-256 of the file's bytes; absent until the file has been read twice. */
  readonly hash?: string;
  /** When it was read, milliseconds since 1970. */
  readonly readAt: number;
  /** Articles and problems in the order in which they were met. */
  readonly entries: readonly ReadingEntry[];
}

type ReadingEntry =
  | { readonly problem: Problem }
  /** `problems` are the article's own; with an error among them it is not used. */
  | { readonly article: Article; readonly problems: readonly Problem[] };

export interface ReadingTools {
  readonly heavy: HeavyReader;
  readonly rules: ReadingRules;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
  /** Puts an article's words where they are kept. */
  readonly keep: (article: Article) => Article;
  /** Bytes of the file that have been read. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * File systems tell the time of a change with a grain: a file that changed twice within it may look the same. What was
 * read so soon after its change is not taken on trust.
 */
const GRAIN_MILLISECONDS = 2500;

/** Whether a file is surely as it was when it was read, by its size and time alone. */
export function looksUnchanged(file: CorpusFile, reading: FileReading): boolean {
  return (
    file.size === reading.size &&
    file.modified === reading.modified &&
    reading.readAt - reading.modified > GRAIN_MILLISECONDS
  );
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
  const readAt = tools.now();
  const head = { path: file.path, size: file.size, modified: file.modified, readAt };
  const hash = earlier === undefined ? undefined : await hashFile(file.absolute, tools.signal);
  if (earlier !== undefined && hash !== undefined && hash === earlier.hash) return { ...earlier, ...head };
  const known = new Map(
    earlier?.entries.flatMap((entry) => ('article' in entry ? [[keyOf(entry.article), entry] as const] : [])),
  );
  const ways = { signal: tools.signal, fields: tools.rules.settingsOf(file.path).fields };
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
      else entries.push(entryOf(draft, file.path, tools));
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

/** The corpus of some readings, in order: an id that is taken already is a problem, and the first article stays. */
export function mergeReadings(readings: Iterable<FileReading>): { articles: Article[]; problems: Problem[] } {
  const articles = new Map<string, Article>();
  const problems: Problem[] = [];
  for (const { entries } of readings) {
    for (const entry of entries) {
      if ('problem' in entry) {
        problems.push(entry.problem);
        continue;
      }
      const { article } = entry;
      const first = articles.get(article.id);
      const found = first ? [clash(article, first)] : entry.problems;
      problems.push(...found);
      if (!first && !found.some(({ severity }) => severity === 'error')) articles.set(article.id, article);
    }
  }
  return { articles: [...articles.values()], problems };
}
