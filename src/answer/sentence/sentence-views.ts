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

const MOST_CACHED_VIEWS = 20_000;

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
  readonly #sentences = new WeakMap<Segment, Map<number, SentenceView>>();
  readonly #contexts = new WeakMap<Segment, Map<number, ReadonlySet<string>>>();
  readonly #titles = new WeakMap<Article, SentenceView>();

  constructor(reader: TermReader) {
    this.#reader = reader;
  }

  /** @param article the sentence's article within the segment */
  sentence(segment: Segment, article: number, sentence: number): SentenceView {
    const views = this.#viewsOf(segment);
    const known = views.get(sentence);
    if (known !== undefined) return known;
    const view = viewSentence(sentenceText(segment, article, sentence), this.#reader);
    if (views.size >= MOST_CACHED_VIEWS) views.clear();
    views.set(sentence, view);
    return view;
  }

  /** The terms of what a sentence stands under: title, folders, headings, lead-in, table head, speaker, term. */
  context(segment: Segment, article: number, sentence: number): ReadonlySet<string> {
    const contexts = this.#contexts.get(segment) ?? new Map<number, ReadonlySet<string>>();
    this.#contexts.set(segment, contexts);
    const number = segment.contexts.of[sentence] ?? 0;
    const known = contexts.get(number);
    if (known !== undefined) return known;
    const of = segment.articles[article];
    const words = of === undefined ? [] : contextWords(of, spanOf(segment, article, sentence).block);
    const terms = new Set(words.flatMap((text) => [...viewSentence(text, this.#reader).terms]));
    if (contexts.size >= MOST_CACHED_VIEWS) contexts.clear();
    contexts.set(number, terms);
    return terms;
  }

  title(article: Article): SentenceView {
    const known = this.#titles.get(article);
    if (known !== undefined) return known;
    const view = viewSentence(article.title, this.#reader);
    this.#titles.set(article, view);
    return view;
  }

  #viewsOf(segment: Segment): Map<number, SentenceView> {
    const known = this.#sentences.get(segment);
    if (known !== undefined) return known;
    const views = new Map<number, SentenceView>();
    this.#sentences.set(segment, views);
    return views;
  }
}
