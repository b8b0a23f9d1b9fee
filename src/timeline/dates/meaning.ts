import type { DateType, Part } from '../dated-event.ts';
import type { DayNumber } from '../resolve/day-numbers.ts';
import type { Period, Precision } from '../resolve/period.ts';
import type { Tense } from '../resolve/verb-tense.ts';
import type { Token } from './token.ts';
import type { PatternMatch } from './token-pattern.ts';

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
  /** How far before (negative) or after what follows it lies. */
  readonly step?: Step;
  readonly approx?: boolean;
  /** The first or second half of what the value says. */
  readonly part?: Part;
  /** Day and month in figures that can be read the other way round as well. */
  readonly ambiguous?: boolean;
  /** Only compared with what is told: "two days later" is not counted from it. */
  readonly aside?: boolean;
  /** Completed from the story or from the date before it, not from the day of publication. */
  readonly narrative?: boolean;
  /** Covers only these tokens of the match: `[first, end)`. */
  readonly tokens?: readonly [first: number, end: number];
  /** One end of an interval within the match. */
  readonly bound?: 'from' | 'to';
}

/** So many units, weekdays of one name, or days; before when negative. */
export type Step =
  | { readonly unit: Token; readonly count: number }
  | { readonly weekday: number; readonly count: number }
  | { readonly days: number };

/** What an incomplete date is completed from. */
export interface Anchor {
  /** The day the text was published, if known. */
  readonly reference: DayNumber | undefined;
  /** The text was added to after the day it was first published: what it tells may be of the next day. */
  readonly isLive?: boolean;
  /** The date mentioned last before this one, if any could be placed. */
  readonly previous: Period | undefined;
  /** Whether the words around the match speak of the past or of what is to come. */
  readonly tense: Tense;
  /** The story in the past that the match is part of, if any. */
  readonly story?: StoryView | undefined;
  /** What the whole text shows: how it writes days in figures, if one of them tells, and whether its lines begin with years. */
  readonly text?: {
    readonly signs: {
      readonly figureOrder: 'day-first' | 'month-first' | undefined;
      readonly annals: boolean;
    };
  };
  /** The quarter whose results are told here. */
  readonly quarter?: Period | undefined;
}

/** A story as one of its dates sees it. */
export interface StoryView {
  /** The year of the heading that the line stands under. */
  readonly headed?: number;
  /** The story's own day, month or year so far. */
  readonly at: Period | undefined;
  /** The story's last date stands in the same sentence or the one before it. */
  readonly isAdjacent?: boolean;
  /** The date begins a line of a chronology. */
  readonly isEntry: boolean;
  /** What "had" happened lies before the story's day. */
  readonly past: boolean;
  /** Whether the lines of the chronology so far go on in time (1) or back (-1). */
  readonly direction?: 1 | -1 | undefined;
  /** Weekdays are told from the story's day too. */
  readonly weekdays?: boolean;
  /** The story is known by its year alone, and in an earlier sentence. */
  readonly yearOnly?: boolean;
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
