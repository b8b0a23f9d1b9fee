import type { Answer, AskOptions } from '../answer/answer.ts';
import type { Explanation } from '../answer/confidence/explanation.ts';
import type { CorpusName } from '../answer/sentence/name-index.ts';
import type { Article, Problem, SentenceSpan } from '../corpus/article.ts';
import type { Catalog } from './catalog.ts';

/**
 * The corpus as it stood at one moment, ready to answer. Immutable: a reload builds another one aside and swaps, so
 * whoever holds a snapshot keeps getting consistent answers from it.
 */
export interface Snapshot {
  /** In the order in which sentences are counted. */
  readonly articles: readonly Article[];
  readonly sentenceCount: number;
  readonly problems: readonly Problem[];
  /** Looks articles up by id, title, publisher or author; for `/sources` and autocomplete. */
  readonly catalog: Catalog;
  /** The sentences of one of `articles`, in order. Made on each call. */
  sentencesOf(article: Article): readonly SentenceSpan[];
  /** The dates of one of `articles` as they were stored when it was indexed, for `indexDates`. */
  datesOf(article: Article): Uint8Array | undefined;
  /**
   * The sentences about a topic, its names in all spellings.
   * @returns their numbers, counted through `articles`, ascending; and the topic with its slips mended, if any
   */
  sentencesAbout(topic: string): { readonly sentences: Uint32Array; readonly didYouMean?: string };
  /**
   * Which of some of `articles` are about a topic, in all spellings of its names but none of its slips mended, and which of
   * their sentences, numbered within each article, ascending.
   */
  articlesAbout(topic: string, articles: ReadonlySet<Article>): ReadonlyMap<Article, readonly number[]>;
  /** Names of the corpus one of whose words begins with what was typed, most frequent first. */
  names(typed: string, limit: number): CorpusName[];
  /** Answers one question. Synchronous, a few milliseconds; never throws on any input text. */
  ask(question: string, options: AskOptions): Answer;
  /** Why `ask` answers as it does: the features behind the ranking and the confidence. */
  explain(question: string, options: AskOptions): Explanation;
}
