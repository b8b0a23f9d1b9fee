import type { DayNumber } from './calendar.ts';
import type { PatternMatch } from './pattern.ts';
import type { Period, Precision } from './period.ts';
import type { Tense } from './tense.ts';
import type { Token } from './tokens.ts';
import type { DateType } from './types.ts';

/** What a rule made of the tokens it matched. */
export interface Meaning {
  readonly type: DateType;
  readonly value: string;
  readonly from?: DayNumber;
  readonly to?: DayNumber;
  readonly precision?: Precision;
  readonly basis: 'stated' | 'relative';
  /** A month, or a month and a day, that still lacks its year: a neighbour may lend it ("March and April 2011"). */
  readonly yearless?: { readonly month: number; readonly day?: number };
  readonly relation?: 'before' | 'after';
  readonly approx?: boolean;
  /** Covers only these tokens of the match: `[first, end)`. */
  readonly tokens?: readonly [first: number, end: number];
  /** One end of an interval within the match. */
  readonly bound?: 'from' | 'to';
}

/** What an incomplete date is completed from. */
export interface Anchor {
  /** The day the text was published, if known. */
  readonly reference: DayNumber | undefined;
  /** The date mentioned last before this one, if any could be placed. */
  readonly previous: Period | undefined;
  /** Whether the words around the match speak of the past or of what is to come. */
  readonly tense: Tense;
}

/** One rule of the grammar. */
export interface Rule {
  readonly pattern: string;
  /** Gives the meaning of a match, several when it names several dates, or nothing when it is none after all. */
  read(
    match: PatternMatch,
    anchor: Anchor,
    tokens: readonly Token[],
  ): Meaning | readonly Meaning[] | undefined;
}

/** A DATE that is placed on the calendar. */
export function placed(period: Period, basis: 'stated' | 'relative'): Meaning {
  return { type: 'DATE', basis, ...period };
}

/** A TIMEX without a place on the calendar. */
export function unplaced(type: DateType, value: string): Meaning {
  return { type, value, basis: 'relative' };
}
