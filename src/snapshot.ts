import type { Answer, AskOptions } from './answer/types.ts';
import type { Article, Problem } from './corpus/article.ts';

/**
 * The corpus as it stood at one moment, ready to answer. Immutable: a reload builds another one aside and swaps, so
 * whoever holds a snapshot keeps getting consistent answers from it.
 */
export interface Snapshot {
  readonly articles: readonly Article[];
  readonly sentenceCount: number;
  readonly problems: readonly Problem[];
  /** Answers one question. Synchronous, a few milliseconds; never throws on any input text. */
  ask(question: string, options: AskOptions): Answer;
}
