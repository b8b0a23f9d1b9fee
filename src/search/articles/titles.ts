import type { Article } from '../../corpus/article.ts';
import { fnv1a } from '../../text/scanning/fnv1a.ts';
import type { TermReader, Word } from '../../text/terms.ts';
import { outside } from '../bytes/byte-source.ts';
import { asBytes, numbersOf, type Sections } from '../bytes/sections.ts';
import { lowerBound } from '../lower-bound.ts';

/** The longest title that is looked for, in words; what is longer is a headline, and no question holds it. */
export const LONGEST_TITLE = 12;

/** The words of an article's title, but for what stands in brackets behind it: "What I Like About You (song)". */
export function titleWords({ title }: Pick<Article, 'title'>, reader: TermReader): Word[] {
  const bracket = title.indexOf('(');
  return reader.read(title, 0, bracket > 0 ? bracket : title.length);
}

/** Collects the titles of articles that arrive one after the other. */
export class TitlesBuilder {
  readonly #hashes: number[] = [];

  add(article: Article, reader: TermReader): void {
    const words = titleWords(article, reader);
    this.#hashes.push(words.length === 0 || words.length > LONGEST_TITLE ? NOBODY : titleHash(words));
  }

  build(): [name: string, Uint8Array][] {
    return titleSections(this.#hashes);
  }
}

/** Stands for a title that is not looked for. */
const NOBODY = 0;

/** @param hashes by article */
export function titleSections(hashes: readonly number[]): [name: string, Uint8Array][] {
  const order = hashes.flatMap((hash, article) => (hash === NOBODY ? [] : [{ hash, article }]));
  order.sort((a, b) => a.hash - b.hash || a.article - b.article);
  return [
    ['titles.hashes', asBytes(Uint32Array.from(order, ({ hash }) => hash))],
    ['titles.articles', asBytes(Uint32Array.from(order, ({ article }) => article))],
  ];
}

/** The articles of a segment's file by their titles. */
export interface StoredTitles {
  /** Numbers of the articles whose titles may be those of this hash (`titleHash`), ascending: all that are, seldom another. */
  find(hash: number): readonly number[];
  /** By article: what tells its title from others; for `titleSections`. */
  hashes(articles: number): number[];
}

/** @throws {RangeError} when a section is missing or damaged */
export function openTitles(sections: Sections): StoredTitles {
  const hashes = numbersOf(sections.whole('titles.hashes'));
  const articles = numbersOf(sections.whole('titles.articles'));
  if (hashes.length !== articles.length) throw outside();
  return {
    find(wanted) {
      const found: number[] = [];
      for (let at = lowerBound(hashes, wanted, 0, hashes.length); hashes[at] === wanted; at++)
        found.push(articles[at] ?? 0);
      return found;
    },
    hashes(count) {
      const byArticle = new Array<number>(count).fill(NOBODY);
      for (const [i, article] of articles.entries()) byArticle[article] = hashes[i] ?? NOBODY;
      return byArticle;
    },
  };
}

/** What a title of some words is looked for by: made of their terms, a blank behind each; never 0. */
export function titleHash(words: readonly Word[]): number {
  const hash = fnv1a(words.map(({ term }) => `${term} `).join(''));
  return (hash ^ (hash >>> 15)) >>> 0 || 1;
}
