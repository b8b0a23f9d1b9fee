import type { Article, CalendarDate } from '../corpus/article.ts';
import type { Narrowing } from './candidates/narrowing.ts';

/** `[start, end)` in UTF-16 units of an article's text. */
export type Span = readonly [start: number, end: number];

/** A slice of an article's text within a line that is shown. */
export interface QuotedSlice {
  readonly span: Span;
  /** What stands between it and the slice before it: ` · `, `: `, a blank, nothing. */
  readonly gap: string;
}

/** One line of what is shown: slices of an article, behind a bullet or a step's number. */
export interface QuotedLine {
  readonly mark?: string;
  readonly slices: readonly QuotedSlice[];
}

/** A quotation: what is shown is `article.text.slice(start, end)`, or the slices that `quotedLines` puts with it. */
export interface Passage {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  /**
   * The block that is shown, a number into the article's blocks: the one that the sentence stands in, or the first of its
   * steps; absent when the reader told none.
   */
  readonly block?: number;
  /** The sentence that was ranked; the quote may bring the one before it when it opens with a pronoun. */
  readonly sentence: Span;
  /** The words that answer, within the quote; absent when no shorter span than the sentence is known. */
  readonly focus?: Span;
  /** The ranker's score; comparable within one answer only. */
  readonly score: number;
  /**
   * What sets it apart from others of the same answer: the year it speaks of, of what happens again and again, or which of
   * two things it explains. It is no part of the quote.
   */
  readonly label?: string;
  /** Why it does not stand where the ranker put it: how many people of a server found it right, or wrong. */
  readonly judged?: { readonly direction: 'up' | 'down'; readonly people: number };
  /** Other articles that say the same in (nearly) the same words. */
  readonly alsoIn: readonly Article[];
}

/** How far the first passage can be trusted; the README states the measured precision of each level. */
export type ConfidenceLevel = 'strong' | 'likely' | 'weak';

interface Outcome {
  readonly question: string;
  /** Estimated probability, 0 to 1, that the first passage answers the question. */
  readonly confidence: number;
  /** The question with a misspelt or unknown word replaced by one of the corpus's own. */
  readonly didYouMean?: string;
}

/** The corpus answers: the best passage first. */
export interface Answered extends Outcome {
  readonly kind: 'answer';
  readonly level: ConfidenceLevel;
  readonly passages: readonly [Passage, ...Passage[]];
}

/** The corpus does not answer, as far as can be told; `closest` may be empty and is no answer. */
export interface NoAnswer extends Outcome {
  readonly kind: 'no-answer';
  /** `empty`: no words to look for; `unknown`: none of its words stand in the corpus; `unsure`: below the threshold. */
  readonly reason: 'empty' | 'unknown' | 'unsure';
  readonly closest: readonly Passage[];
}

export type Answer = Answered | NoAnswer;

export interface AskOptions {
  /** How many passages at most, 1 to 50. */
  readonly top: number;
  /** The day that "this week" or "recently" in the question counts from; absent: such words mean nothing. */
  readonly asked?: CalendarDate;
  /** What the answer may be taken from, and how sure it must be; absent: any article, any level. */
  readonly narrowed?: Narrowing;
}
