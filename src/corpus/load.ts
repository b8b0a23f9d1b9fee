import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { createPace } from '../scheduling/time-slices.ts';
import type { Article, Problem } from './article.ts';
import { HeavyReader } from './formats/heavy-reader.ts';
import { withFolders } from './metadata/equal-titles.ts';
import { type FileReading, looksUnchanged, mergeReadings } from './reading/file-reading.ts';
import {
  type CorpusFile,
  knownExtension,
  type LinkOptions,
  listFiles,
  reason,
} from './reading/list-files.ts';
import { createReadAhead } from './reading/read-ahead.ts';
import type { ReadingTools } from './reading/read-file-again.ts';
import type { NewsShare } from './settings/news-share.ts';
import { readRules } from './settings/reading-rules.ts';

export interface LoadOptions extends LinkOptions {
  /** Called as the reading goes on, in bytes of the files. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** What was read of the same corpus before: only what has changed since is read. */
  readonly earlier?: Pick<Corpus, 'readings' | 'dropLines'> & {
    readonly articles?: readonly Article[];
  };
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Puts the words of an article that was read where they need no memory; absent: they stay in it. */
  readonly keep?: (article: Article) => Article;
  /** Waits, when more has been kept than can be; called after each article. */
  readonly room?: () => Promise<void> | undefined;
  /** Reads the heavy formats; its owner closes it. Absent: one for this time. */
  readonly heavy?: HeavyReader;
}

export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** False when the folder or the file itself could not be read: then nothing is known about its articles. */
  readonly readable: boolean;
  /** By path, in the order of the files. */
  readonly readings: ReadonlyMap<string, FileReading>;
  /** The corpus's own rules (lines to drop, folder settings, whether it is news): when they change, everything is read again. */
  readonly dropLines: readonly string[];
  /** How much of it is dated pages. */
  readonly news: NewsShare;
}

/**
 * Reads a corpus: a folder (with the folders in it) or one file. Mistakes are reported as problems and the rest is
 * loaded.
 * @throws only the signal's reason, when it was aborted
 */
export async function loadCorpus(path: string, options: LoadOptions = {}): Promise<Corpus> {
  const { signal, onProgress, now = () => Date.now(), keep = (article) => article } = options;
  const root = resolve(path);
  const { files, problems } = await findFiles(root, options);
  const rules = await readRules(root, files);
  const dropList = rules.lines;
  const earlier = sameLines(options.earlier?.dropLines, dropList) ? options.earlier?.readings : undefined;
  const readings = new Map<string, FileReading>();
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const heavy = options.heavy ?? new HeavyReader();
  // Of a large corpus all that has not changed is gone through, too; others have their turns meanwhile.
  const pace = createPace(SLICE, signal);
  let done = 0;
  const tools = {
    heavy,
    rules,
    now,
    keep,
    ahead: createReadAhead(
      files.values().filter(({ path }) => earlier?.has(path) !== true),
      now,
    ),
    ...(signal === undefined ? {} : { signal }),
    ...(options.room && { room: options.room }),
    onBytes: (bytes: number) => onProgress?.(done + bytes, total),
  };
  try {
    for (const file of files) {
      signal?.throwIfAborted();
      const before = earlier?.get(file.path);
      const unchanged = before !== undefined && looksUnchanged(file, before);
      readings.set(file.path, unchanged ? before : await readChanged(file, tools, before));
      done += file.size;
      onProgress?.(done, total);
      await pace();
    }
  } finally {
    if (heavy !== options.heavy) await heavy.close();
  }
  const merged = mergeReadings(readings.values());
  await pace();
  const articles = withFolders(merged.articles, options.earlier?.articles);
  await pace();
  const found = [...problems, ...rules.problems, ...merged.problems];
  if (merged.articles.length === 0) found.push(...nothingRead(files.length, found));
  const readable = problems.every(({ path }) => path !== '.');
  return {
    articles,
    problems: found,
    readable,
    readings,
    dropLines: dropList,
    news: rules.news,
  };
}

/** How long reading may keep the event loop, in milliseconds. */
const SLICE = 8;

/** Most starts find all as it was, and load no reader of any format. */
async function readChanged(
  file: CorpusFile,
  tools: ReadingTools,
  before: FileReading | undefined,
): Promise<FileReading> {
  const { readFileAgain } = await import('./reading/read-file-again.ts');
  return readFileAgain(file, tools, before);
}

function sameLines(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.length === b.length && a.every((line, i) => line === b[i]);
}

function nothingRead(files: number, problems: readonly Problem[]): Problem[] {
  const error = (message: string, fix: string): Problem => ({ severity: 'error', path: '.', message, fix });
  if (files > 0) return [error('No article of the corpus could be read.', 'Mend the files named above.')];
  if (problems.some(({ path }) => path === '.')) return [];
  return [error('There is no article in the corpus.', 'Put a .txt or .md file into the folder.')];
}

/** The files of a corpus: those below a folder, or the one file. */
export async function findFiles(
  path: string,
  links: LinkOptions = {},
): Promise<{ files: CorpusFile[]; problems: Problem[] }> {
  const info = await stat(path).catch((cause: unknown) => reason(cause));
  if (typeof info !== 'string' && info.isDirectory()) return listFiles(path, links);
  const error = (message: string, fix: string) => ({
    files: [],
    problems: [{ severity: 'error' as const, path: '.', message, fix }],
  });
  if (typeof info === 'string') {
    return error(
      `The corpus cannot be read: ${info}.`,
      'Set CORPUS_DIR (or --corpus) to a folder of articles.',
    );
  }
  const name = basename(path);
  if (knownExtension(name) === undefined)
    return error(`No reader for ${name}.`, 'Give a folder or a .jsonl file.');
  return { files: [{ path: name, absolute: path, size: info.size, modified: info.mtimeMs }], problems: [] };
}
