import type { Article } from '../corpus/article.ts';
import { finish } from '../scheduling/steps.ts';

export const CATALOG_DEFAULTS = {
  /** Characters of what was typed that are looked at. */
  typed: 200,
  /** Different words of it that are looked for. */
  words: 12,
} as const;

/** The articles of a snapshot for looking them up, by id or by what someone types. Immutable. */
export interface Catalog {
  byId(id: string): Article | undefined;
  /**
   * Articles whose title, publisher, author or id matches what was typed: those whose title begins with it first, then
   * those with words in the title that begin with its words, then those where publisher, authors or id have them. Case
   * and accents do not count.
   * @param typed of any length, of which only the begin counts (`CATALOG_DEFAULTS`); empty: every article, newest first
   *   (undated ones last, by title)
   * @param limit absent: all
   */
  find(typed: string, limit?: number): readonly Article[];
  /** Makes what finding needs beforehand. @returns a generator, to stop between two articles; it is done when that is */
  prepare(): Generator<undefined, void>;
  /** What finding needs, as far as it has been made: the next corpus has most of it, too. */
  readonly rows: readonly CatalogRow[] | undefined;
}

/** An article as it is looked for. */
export interface CatalogRow {
  readonly article: Article;
  /** Folded, each with a blank in front, so that the begin of a word is found as " word". */
  readonly title: string;
  readonly rest: string;
}

/**
 * Makes a catalog; the folded texts that finding needs are made at the first search.
 * @param before rows of an earlier catalog: those of articles that are here as well are used again
 */
export function createCatalog(articles: readonly Article[], before: readonly CatalogRow[] = []): Catalog {
  let known = before;
  let byId: ReadonlyMap<string, Article> | undefined;
  let rows: readonly CatalogRow[] | undefined;
  const made = (all: readonly CatalogRow[]): readonly CatalogRow[] => {
    rows = all;
    known = [];
    return all;
  };
  return {
    byId(id) {
      byId ??= new Map(articles.map((article) => [article.id, article]));
      return byId.get(id);
    },
    find(typed, limit = Number.POSITIVE_INFINITY) {
      const all = rows ?? made(finish(rowsOf(articles, known)));
      const begin = fold(typed.slice(0, CATALOG_DEFAULTS.typed));
      const words = [...new Set(begin.split(' ').filter(Boolean))].slice(0, CATALOG_DEFAULTS.words);
      if (words.length === 0) return all.slice(0, limit).map(({ article }) => article);
      const tiers: [Article[], Article[], Article[]] = [[], [], []];
      for (const row of all) {
        const tier = tierOf(row, begin, words);
        if (tier !== undefined) tiers[tier].push(row.article);
        if (tiers[0].length >= limit) break;
      }
      return tiers.flat().slice(0, limit);
    },
    *prepare() {
      if (rows === undefined) made(yield* rowsOf(articles, known));
    },
    get rows() {
      return rows;
    },
  };
}

function tierOf({ title, rest }: CatalogRow, begin: string, words: readonly string[]): 0 | 1 | 2 | undefined {
  if (title.startsWith(` ${begin}`)) return 0;
  let inTitle = true;
  for (const word of words) {
    if (title.includes(` ${word}`)) continue;
    if (!rest.includes(` ${word}`)) return undefined;
    inTitle = false;
  }
  return inTitle ? 1 : 2;
}

/** By the folded titles, which are made anyway: comparing as people sort takes ten times as long. */
function newestFirst(a: CatalogRow, b: CatalogRow): number {
  return (
    compare(b.article.published ?? '', a.article.published ?? '') ||
    compare(a.title, b.title) ||
    compare(a.article.id, b.article.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** @param known rows in their order */
function* rowsOf(
  articles: readonly Article[],
  known: readonly CatalogRow[],
): Generator<undefined, CatalogRow[]> {
  const missing = new Set(articles);
  const kept = known.filter(({ article }) => missing.delete(article));
  const fresh: CatalogRow[] = [];
  for (const article of missing) {
    fresh.push(rowOf(article));
    yield undefined;
  }
  return merged(kept, fresh.sort(newestFirst));
}

/** Puts two lists in order into one. */
function merged(a: readonly CatalogRow[], b: readonly CatalogRow[]): CatalogRow[] {
  const all: CatalogRow[] = [];
  let at = 0;
  for (const row of b) {
    for (let next = a[at]; next !== undefined && newestFirst(next, row) <= 0; next = a[++at]) all.push(next);
    all.push(row);
  }
  return all.concat(a.slice(at));
}

function rowOf(article: Article): CatalogRow {
  const rest = [article.publisher ?? '', ...article.authors, article.id, article.published ?? ''].join(' ');
  return { article, title: ` ${fold(article.title)}`, rest: ` ${fold(rest)}` };
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
