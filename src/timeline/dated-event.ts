import type { Article, CalendarDate, SentenceSpan } from '../corpus/article.ts';
import type { Precision } from './resolve/period.ts';

/** The kinds of TIMEX3: only a DATE, or a TIME that names its day, has a place on a timeline. */
export type DateType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** One expression of time, found in a text. */
export interface DateExpression {
  /** Offsets into the text that was read (UTF-16 units, end exclusive). */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: DateType;
  /**
   * TIMEX3: `2021`, `2021-06`, `2021-06-05`, `2021-W30`, `2021-Q2`, `2021-SU`, `199`, `PAST_REF`, `P2Y`; what is not
   * known is written X (`XXXX-06`: a June without a year).
   */
  readonly value: string;
  /** First and last day; absent when the expression cannot be placed on the calendar. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly precision?: Precision;
  /** `stated`: the text itself names the year; `relative`: worked out from the reference or an earlier date. */
  readonly basis: 'stated' | 'relative';
  /** "about", "around", "c.": the date is near, not exact. */
  readonly approx?: boolean;
  /** "early", "mid-", "late": which third of the period, or which half. `from` and `to` are narrowed to it. */
  readonly part?: Part;
  /** `end`: goes on from here ("since 2011"); `start`: goes on up to here ("until 2013"). */
  readonly open?: 'start' | 'end';
  /** One end of an interval ("from 2011 to 2013"); its other end is the neighbouring expression. */
  readonly bound?: 'from' | 'to';
  /** "two days after the attack": an amount of time before or after something that is not a date. */
  readonly relation?: 'before' | 'after';
  /** In figures that can be read as day and month or as month and day, and nothing in the text decides. */
  readonly ambiguous?: boolean;
  /** "the worst fire since 1910": only compared with, nothing that is told goes on since then. */
  readonly compared?: boolean;
  /** The words around it speak of what is still to come. */
  readonly planned?: boolean;
}

export type Part = 'early' | 'mid' | 'late' | 'first half' | 'second half';

/** How a date came to an event; `reported`: nothing but the article's publication date. */
export type Basis = 'stated' | 'relative' | 'reported';

/** A sentence and the date it gives to what it tells. */
export interface DatedEvent {
  readonly article: Article;
  readonly sentence: SentenceSpan;
  /** Where the date stands in `article.text`; absent when the basis is `reported`. */
  readonly expression?: readonly [start: number, end: number];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly precision: Precision;
  readonly basis: Basis;
  readonly approx?: boolean;
  readonly part?: Part;
  readonly open?: 'start' | 'end';
  /** Told as still to come, or later than the article itself. */
  readonly planned: boolean;
}

/** A date that cannot be placed without a publication date ("June", "last year", "on Monday"). */
export interface UnresolvedDate {
  readonly article: Article;
  readonly sentence: SentenceSpan;
  readonly expression: readonly [start: number, end: number];
  readonly value: string;
}
