import { z } from 'zod';
import type { Article, Problem } from '../../corpus/article.ts';
import type { FileReading, ReadingEntry } from '../../corpus/reading/file-reading.ts';
import { outside } from '../../search/bytes/byte-source.ts';

/** Where an article is to be found again. */
export interface ArticlePlace {
  /** The numbers of its segment and of itself in it. */
  readonly at: readonly [segment: number, article: number];
  /** Its title, when it is another there. */
  readonly title?: string;
}

/*
 * A reading as a row: path, size, time of change, time of reading, digest, then its entries, an article's as its place and
 * its problems. Checked by hand: each start reads a row for every file of the corpus.
 */
const Problems = z.array(
  z
    .object({
      severity: z.enum(['error', 'warning']),
      path: z.string(),
      line: z.number().exactOptional(),
      message: z.string(),
      fix: z.string(),
    })
    .transform((problem): Problem => problem),
);

/** What was read of a file, for JSON. */
export function storeReading(reading: FileReading, placeOf: (article: Article) => ArticlePlace): unknown[] {
  const { path, size, modified, readAt, hash = null, entries } = reading;
  const rows = entries.map((entry) => {
    if ('problem' in entry) return [[entry.problem]];
    const { at, title = null } = placeOf(entry.article);
    return [entry.problems, ...at, title];
  });
  return [path, size, modified, readAt, hash, ...rows];
}

/** @throws when the row is not what `storeReading` made */
export function restoreReading(row: unknown, articleAt: (place: ArticlePlace) => Article): FileReading {
  if (!Array.isArray(row)) throw outside();
  const [path, size, modified, readAt, hash, ...entries]: readonly unknown[] = row;
  if (typeof path !== 'string' || typeof size !== 'number') throw outside();
  if (typeof modified !== 'number' || typeof readAt !== 'number') throw outside();
  if (hash !== null && typeof hash !== 'string') throw outside();
  return {
    path,
    size,
    modified,
    readAt,
    ...(hash !== null && { hash }),
    entries: entries.map((entry) => restoreEntry(entry, articleAt)),
  };
}

function restoreEntry(row: unknown, articleAt: (place: ArticlePlace) => Article): ReadingEntry {
  if (!Array.isArray(row)) throw outside();
  const [stored, segment, article, title]: readonly unknown[] = row;
  const problems = Array.isArray(stored) && stored.length === 0 ? [] : Problems.parse(stored);
  if (row.length === 1) {
    const [problem] = problems;
    if (problem === undefined) throw outside();
    return { problem };
  }
  if (typeof segment !== 'number' || typeof article !== 'number') throw outside();
  if (title !== null && typeof title !== 'string') throw outside();
  return {
    article: articleAt({ at: [segment, article], ...(title !== null && { title }) }),
    problems,
  };
}
