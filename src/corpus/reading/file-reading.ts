import type { Article, Problem } from '../article.ts';
import { clash } from './check-article.ts';
import type { CorpusFile } from './list-files.ts';

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

export type ReadingEntry =
  | { readonly problem: Problem }
  /** `problems` are the article's own; with an error among them it is not used. */
  | { readonly article: Article; readonly problems: readonly Problem[] };

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
