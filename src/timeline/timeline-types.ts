import type { CalendarDate } from '../corpus/article.ts';
import type { DatedEvent } from './types.ts';

/** One line of a timeline: a quote with its date, and every article that says the same. */
export interface TimelineEntry {
  /** The sentence that is quoted. */
  readonly event: DatedEvent;
  /** All sentences that tell it, the quoted one first; one an article. */
  readonly sources: readonly DatedEvent[];
  /** Articles that name the same period, whatever they tell of it. */
  readonly articles: number;
  /** Comparable within one timeline. */
  readonly salience: number;
  /** Sentences in nearly the same words that give another date. */
  readonly conflicts: readonly DatedEvent[];
}

/** First and last day number of a period, and how many sentences name it. */
export interface PeriodCount {
  readonly from: number;
  readonly to: number;
  readonly sentences: number;
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** How many sentences name each period of the span, for a picture of where the corpus has most to tell. */
  readonly counts: readonly PeriodCount[];
  /** Dated sentences that were looked at, shown or not, and sentences without a date. */
  readonly dated: number;
  readonly undated: number;
}

export interface TimelineOptions {
  /** Numbers of the sentences the topic is about, ascending; absent: all of the corpus. */
  readonly sentences?: Uint32Array;
  /** First and last day to show; an event that reaches into the span from outside is left out if it is longer. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** How many entries at most. */
  readonly limit: number;
  /** In which order the chosen entries come; they are always chosen by importance. */
  readonly order: 'date' | 'importance';
  /** Also sentences without a date, on the day they were published. */
  readonly reported: boolean;
  /** A last say on each event, for instance the reader's own choice of articles. */
  readonly filter?: (event: DatedEvent) => boolean;
}

/** Numbers that can be tuned. */
export const TIMELINE_DEFAULTS = {
  limit: 60,
  /** Sentences compared in all, shared out among the periods, and for one period at least and at most. */
  compared: 1000,
  comparedLeast: 12,
  comparedMost: 64,
  /** Entries of one period at most. */
  perPeriod: 12,
  /** From this share of words on two sentences tell the same. */
  sameStory: 0.6,
  /** Each further entry of the same period counts this much less. */
  furtherEntry: 0.5,
  /** What a sentence counts as a quote for any but its first date. */
  laterDate: 0.6,
  /** What a sentence counts that has nothing but its publication date. */
  reportedWeight: 0.3,
} as const;
