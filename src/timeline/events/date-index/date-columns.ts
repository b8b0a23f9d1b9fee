import type { Article } from '../../../corpus/article.ts';

/**
 * The dates of a whole corpus in columns. Sentences are numbered through the corpus: those of the first article in
 * their order, then those of the second, and so on. A row is one date of one sentence; the rows of sentence `s` are
 * `rowStart[s]` to `rowStart[s + 1] - 1`. Rows with the same first and last day share a period.
 */
export interface DateColumns {
  readonly articles: readonly Article[];
  /** Number of the first sentence of each article, and after the last one the number of all sentences. */
  readonly firstSentence: Uint32Array;
  /** Offsets of each sentence in its article's text, and its paragraph. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceEnd: Uint32Array;
  readonly paragraph: Uint32Array;
  /** 1 for by-lines, copyright lines and the like. */
  readonly boilerplate: Uint8Array;
  readonly rowStart: Uint32Array;
  /** Period of each row. */
  readonly period: Uint32Array;
  /** Where the date stands in the article's text. */
  readonly expressionStart: Uint32Array;
  readonly expressionEnd: Uint32Array;
  /** How each row's date is given, packed. */
  readonly traits: Uint16Array;
  /** How good the sentence is as the quote for this date, 0 (none) to 255. */
  readonly fitness: Uint8Array;
  /** Hash of the row's sentence, by which an equal one is known. */
  readonly sentenceHash: Uint32Array;
  /** 1 when an earlier article has the very same sentence. */
  readonly repeated: Uint8Array;
  /** First and last day number of each period. */
  readonly periodFrom: Int32Array;
  readonly periodTo: Int32Array;
  /** Period of each article's publication day, or {@link NO_PERIOD}. */
  readonly publishedPeriod: Uint32Array;
  /** Publishers of the corpus, numbered; 0 for articles without one. */
  readonly publisher: Uint32Array;
}

/** Below this a row is a caption, a question, a line of headlines: it tells nothing of the day. */
export const LEAST_FITNESS = 32;

/** Stands for "no publication date" in {@link DateColumns.publishedPeriod}. */
export const NO_PERIOD = 0xffffffff;
