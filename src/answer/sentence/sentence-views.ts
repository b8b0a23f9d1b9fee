import type { Article } from '../../corpus/article.ts';
import { contextWords } from '../../search/context-words.ts';
import { type Segment, sentenceText, spanOf } from '../../search/segment.ts';
import type { TermReader, Word } from '../../text/terms.ts';
import { findMentions, type Mention } from './find-mentions.ts';

/** A sentence read for ranking; offsets of its words and mentions count from its own start. */
export interface SentenceView {
  readonly text: string;
  readonly words: readonly Word[];
  /** Its terms, joined spellings included. */
  readonly terms: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
}

/** A question reads about a hundred sentences, of some kilobytes each in memory. */
const MOST_CACHED_VIEWS = 4000;

/** Reads one text as a sentence. */
export function viewSentence(text: string, reader: TermReader): SentenceView {
  const words = reader.read(text);
  const terms = new Set<string>();
  for (const word of words) {
    terms.add(word.term);
    if (word.joined !== undefined) terms.add(word.joined);
  }
  let mentions: readonly Mention[] | undefined;
  return {
    text,
    words,
    terms,
    // Neighbours and titles are read for their words alone.
    get mentions() {
      mentions ??= findMentions(text, words);
      return mentions;
    },
  };
}

/** Reads sentences and titles when a question needs them and keeps the recent ones. */
export class SentenceViews {
  readonly #reader: TermReader;
  readonly #sentences = new PlaceCache<SentenceView>();
  readonly #contexts = new PlaceCache<ReadonlySet<string>>();
  readonly #titles = new Map<Article, SentenceView>();

  constructor(reader: TermReader) {
    this.#reader = reader;
  }

  /** @param article the sentence's article within the segment */
  sentence(segment: Segment, article: number, sentence: number): SentenceView {
    return this.#sentences.get(segment, sentence, () =>
      viewSentence(sentenceText(segment, article, sentence), this.#reader),
    );
  }

  /** The terms of what a sentence stands under: title, folders, headings, lead-in, table head, speaker, term. */
  context(segment: Segment, article: number, sentence: number): ReadonlySet<string> {
    return this.#contexts.get(segment, segment.contexts.of[sentence] ?? 0, () => {
      const of = segment.articles[article];
      const words = of === undefined ? [] : contextWords(of, spanOf(segment, article, sentence).block);
      return new Set(words.flatMap((text) => [...viewSentence(text, this.#reader).terms]));
    });
  }

  title(article: Article): SentenceView {
    const known = this.#titles.get(article);
    if (known !== undefined) return known;
    const view = viewSentence(article.title, this.#reader);
    if (this.#titles.size >= MOST_CACHED_VIEWS) this.#titles.clear();
    this.#titles.set(article, view);
    return view;
  }
}

/** What was made of some places of segments, up to a number of them all. */
class PlaceCache<T> {
  readonly #bySegment = new Map<Segment, Map<number, T>>();
  #size = 0;

  get(segment: Segment, number: number, make: () => T): T {
    const known = this.#bySegment.get(segment)?.get(number);
    if (known !== undefined) return known;
    const value = make();
    if (this.#size >= MOST_CACHED_VIEWS) {
      this.#bySegment.clear();
      this.#size = 0;
    }
    const values = this.#bySegment.get(segment) ?? new Map<number, T>();
    this.#bySegment.set(segment, values.set(number, value));
    this.#size++;
    return value;
  }
}
