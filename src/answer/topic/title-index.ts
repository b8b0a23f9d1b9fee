import type { Article } from '../../corpus/article.ts';
import { LONGEST_TITLE, titleHash, titleWords } from '../../search/articles/titles.ts';
import type { Segment } from '../../search/segment.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { TermReader, Word } from '../../text/terms.ts';

/** A title whose words' rarity adds up to less stands in questions by accident ("Her", "The One"). */
const LEAST_RARITY = 7;
/** What a word counts at least, so that four stop words in a row are a name. */
const LEAST_WORD = 1.5;

/** The articles that a question names by their titles. */
export interface NamedArticles {
  readonly articles: ReadonlySet<Article>;
  /** The words of those titles, as they stand in the question. */
  readonly words: readonly Word[];
}

const NONE: NamedArticles = { articles: new Set(), words: [] };

/**
 * Finds articles whose whole title stands in a question, stop words and all: "who sang what i like about you" names the
 * article "What I Like About You (song)", of which a search for its rare words sees nothing.
 */
export class TitleIndex {
  readonly #segments: readonly Segment[];
  readonly #reader: TermReader;

  constructor(segments: readonly Segment[], reader: TermReader) {
    this.#segments = segments;
    this.#reader = reader;
  }

  /** @param lexicon tells how rare the words are, so that titles of one common word do not count */
  find(question: readonly Word[], lexicon: Lexicon): NamedArticles {
    const articles = new Set<Article>();
    const words = new Set<Word>();
    for (let from = 0; from < question.length; from++) {
      for (let size = 1; size <= LONGEST_TITLE && from + size <= question.length; size++) {
        const run = question.slice(from, from + size);
        const found = rarityOf(run, lexicon) < LEAST_RARITY ? [] : this.#titled(run);
        if (found.length === 0) continue;
        for (const article of found) articles.add(article);
        for (const word of run) words.add(word);
      }
    }
    return articles.size === 0 ? NONE : { articles, words: [...words] };
  }

  /** The articles whose titles are these words. */
  #titled(words: readonly Word[]): Article[] {
    const wanted = keyOf(words);
    const hash = titleHash(words);
    return this.#segments.flatMap(({ articles, removed, file: { titles } }) =>
      titles.find(hash).flatMap((number) => {
        const article = articles[number];
        if (article === undefined || removed.has(number)) return [];
        return keyOf(titleWords(article, this.#reader)) === wanted ? [article] : [];
      }),
    );
  }
}

const keyOf = (words: readonly Word[]): string => words.map(({ term }) => term).join(' ');

const rarityOf = (words: readonly Word[], lexicon: Lexicon): number =>
  words.reduce((sum, { term }) => sum + Math.max(LEAST_WORD, lexicon.idf(term)), 0);
