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
}

interface Row {
  readonly article: Article;
  /** Folded, each with a blank in front, so that the begin of a word is found as " word". */
  readonly title: string;
  readonly rest: string;
}

/** Makes a catalog; the folded texts that finding needs are made at the first search. */
export function createCatalog(articles: readonly Article[]): Catalog {
  let byId: ReadonlyMap<string, Article> | undefined;
  let rows: readonly Row[] | undefined;
  return {
    byId(id) {
      byId ??= new Map(articles.map((article) => [article.id, article]));
      return byId.get(id);
    },
    find(typed, limit = Number.POSITIVE_INFINITY) {
      rows ??= finish(rowsOf(articles));
      const begin = fold(typed.slice(0, CATALOG_DEFAULTS.typed));
      const words = [...new Set(begin.split(' ').filter(Boolean))].slice(0, CATALOG_DEFAULTS.words);
      if (words.length === 0) return rows.slice(0, limit).map(({ article }) => article);
      const tiers: [Article[], Article[], Article[]] = [[], [], []];
      for (const row of rows) {
        const tier = tierOf(row, begin, words);
        if (tier !== undefined) tiers[tier].push(row.article);
        if (tiers[0].length >= limit) break;
      }
      return tiers.flat().slice(0, limit);
    },
    *prepare() {
      rows ??= yield* rowsOf(articles);
    },
  };
}

function tierOf({ title, rest }: Row, begin: string, words: readonly string[]): 0 | 1 | 2 | undefined {
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
function newestFirst(a: Row, b: Row): number {
  return (
    compare(b.article.published ?? '', a.article.published ?? '') ||
    compare(a.title, b.title) ||
    compare(a.article.id, b.article.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function* rowsOf(articles: readonly Article[]): Generator<undefined, Row[]> {
  const rows: Row[] = [];
  for (const article of articles) {
    yield undefined;
    rows.push(rowOf(article));
  }
  return rows.sort(newestFirst);
}

function rowOf(article: Article): Row {
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
