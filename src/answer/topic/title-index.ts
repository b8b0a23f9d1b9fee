import type { Article } from '../../corpus/article.ts';
import { liveArticles, type Segment } from '../../search/segment.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { TermReader, Word } from '../../text/terms.ts';

/** The longest title that is looked for, in words; what is longer is a headline, and no question holds it. */
const LONGEST_TITLE = 12;
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
 * article "What I Like About You (song)", of which a search for its rare words sees nothing. The titles are read once, in
 * slices by `prepare`, or else by the first question.
 */
export class TitleIndex {
  readonly #articles = new Map<string, Article[]>();

  readonly #unread: Generator<undefined, void>;

  constructor(segments: readonly Segment[], reader: TermReader) {
    this.#unread = this.#read(segments, reader);
  }

  /** Reads the titles, one a step. */
  *prepare(): Generator<undefined, void> {
    while (this.#unread.next().done !== true) yield;
  }

  *#read(segments: readonly Segment[], reader: TermReader): Generator<undefined, void> {
    for (const segment of segments) {
      for (const [, article] of liveArticles(segment)) {
        yield;
        const words = reader.read(withoutBrackets(article.title));
        if (words.length === 0 || words.length > LONGEST_TITLE) continue;
        const key = keyOf(words);
        const known = this.#articles.get(key);
        if (known === undefined) this.#articles.set(key, [article]);
        else known.push(article);
      }
    }
  }

  /** @param lexicon tells how rare the words are, so that titles of one common word do not count */
  find(question: readonly Word[], lexicon: Lexicon): NamedArticles {
    while (this.#unread.next().done !== true);
    const articles = new Set<Article>();
    const words = new Set<Word>();
    for (let from = 0; from < question.length; from++) {
      for (let size = 1; size <= LONGEST_TITLE && from + size <= question.length; size++) {
        const run = question.slice(from, from + size);
        const found = this.#articles.get(keyOf(run));
        if (found === undefined || rarityOf(run, lexicon) < LEAST_RARITY) continue;
        for (const article of found) articles.add(article);
        for (const word of run) words.add(word);
      }
    }
    return articles.size === 0 ? NONE : { articles, words: [...words] };
  }
}

function withoutBrackets(title: string): string {
  const bracket = title.indexOf('(');
  return bracket > 0 ? title.slice(0, bracket) : title;
}

const keyOf = (words: readonly Word[]): string => words.map(({ term }) => term).join(' ');

const rarityOf = (words: readonly Word[], lexicon: Lexicon): number =>
  words.reduce((sum, { term }) => sum + Math.max(LEAST_WORD, lexicon.idf(term)), 0);
