import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Article, Problem } from './article.ts';
import { assemble } from './assemble.ts';
import { readDropLines } from './drop-lines.ts';
import { type CorpusFile, knownExtension, listFiles, reason } from './files.ts';
import { HeavyReader } from './formats/heavy-reader.ts';
import { clash, inspect, refusal } from './inspect.ts';
import { readCorpusFile } from './read-file.ts';

export interface LoadOptions {
  /** Called as the reading goes on, in bytes of the files. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a corpus: a folder (with the folders in it) or one file. Mistakes are reported as problems and the rest is
 * loaded.
 * @throws only the signal's reason, when it was aborted
 */
export async function loadCorpus(path: string, options: LoadOptions = {}): Promise<Corpus> {
  const root = resolve(path);
  const { files, problems } = await findFiles(root);
  const dropLines = await readDropLines(root);
  problems.push(...dropLines.problems);
  const articles = new Map<string, Article>();
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const heavy = new HeavyReader();
  let done = 0;
  try {
    for (const file of files) {
      options.signal?.throwIfAborted();
      for await (const event of readCorpusFile(file, heavy, options.signal)) {
        if ('bytes' in event) options.onProgress?.(done + event.bytes, total);
        else if ('problem' in event) problems.push(event.problem);
        else {
          const refused = refusal(event.draft, file.path);
          if (refused) {
            problems.push(refused);
            continue;
          }
          const assembled = assemble(event.draft, file.path, dropLines.lines);
          const { article } = assembled;
          const first = articles.get(article.id);
          const found = first ? [clash(article, first)] : inspect(assembled);
          problems.push(...found);
          if (!first && !found.some(({ severity }) => severity === 'error'))
            articles.set(article.id, article);
        }
      }
      done += file.size;
      options.onProgress?.(done, total);
    }
  } finally {
    await heavy.close();
  }
  if (articles.size === 0 && files.length === 0 && problems.every((problem) => problem.path !== '.')) {
    const message = 'There is no article in the corpus.';
    problems.push({ severity: 'error', path: '.', message, fix: 'Put a .txt or .md file into the folder.' });
  } else if (articles.size === 0 && files.length > 0) {
    const message = 'No article of the corpus could be read.';
    problems.push({ severity: 'error', path: '.', message, fix: 'Mend the files named above.' });
  }
  return { articles: [...articles.values()], problems };
}

/** The files of a corpus: those below a folder, or the one file. */
export async function findFiles(path: string): Promise<{ files: CorpusFile[]; problems: Problem[] }> {
  const info = await stat(path).catch((cause: unknown) => reason(cause));
  if (typeof info !== 'string' && info.isDirectory()) return listFiles(path);
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
