import { type DayNumber, dayNumber, dayParts, weekdayOf } from '../../../resolve/day-numbers.ts';
import { dayPeriod, monthPeriod, type Period, weekPeriod, yearPeriod } from '../../../resolve/period.ts';
import { yearlessMonth } from '../../../resolve/resolve-relative.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { countOf, offsetOf } from '../unit-kinds.ts';
import { YEAR, yearIn } from './year-part.ts';

const NTH = '(the)? (o:anyOrdinal|o:final|o:last|o:opening)';
const MONTH = `(of|in) (the)? (m:anyMonth ${YEAR}?|w:thisNext month_)`;
const OF_YEAR =
  '(of|in) ((the)? year_ (y:anyFigures)|(y:year|y:oldYear|y:eraYear)|(the)? yearWord:yearRelative year_)';

/** A part of a named whole: "the first Monday of September 2023", "the last week of next month", "the first day of 2020". */
export const WHOLES: readonly Rule[] = [
  { pattern: `${NTH} d:weekday ${MONTH}`, read: readWeekday },
  { pattern: `${NTH} (week_|u:weekend_) ${MONTH}`, read: readWeek },
  { pattern: `${NTH} day_ ${MONTH}|${NTH} day_ ${OF_YEAR}`, read: readDay },
  {
    pattern: `(the)? (o:ordinal|o:final|o:last|o:opening) (n:count|n:n12) (u:months_|u:weeks_|u:days_|u:quarters_) ${OF_YEAR}`,
    read: readStretch,
  },
  {
    pattern:
      '(the)? week_ (of|start|starting|ended) (anyWeekday comma?)? (d:dayNo of? m:anyMonth|m:anyMonth dot? d:dayNo) (comma? y:year)?',
    read: readWeekOf,
  },
];

/** The month a part belongs to; nothing when no year is known. */
function monthOf(
  match: PatternMatch,
  anchor: Anchor,
): { readonly whole: Period; readonly basis: 'stated' | 'relative' } | undefined {
  const month = match.value('m');
  if (month === undefined) {
    const word = match.token('w');
    const told =
      ['that', 'same'].includes(word?.kind ?? '') || (word?.kind === 'following' && anchor.previous);
    const origin = told ? anchor.previous?.from : anchor.reference;
    if (word === undefined || origin === undefined) return undefined;
    const { year, month: here } = dayParts(origin);
    return { whole: monthPeriod(year, here + offsetOf(word)), basis: 'relative' };
  }
  const part = yearIn(match, anchor);
  if (part !== undefined)
    return part.year === undefined ? undefined : { whole: monthPeriod(part.year, month), basis: part.basis };
  const { from, to, precision, value } = yearlessMonth(month, anchor);
  if (from === undefined || to === undefined || precision === undefined) return undefined;
  return { whole: { from, to, precision, value }, basis: 'relative' };
}

/** Which one: 1 is the first, -1 the last. */
function nthOf(match: PatternMatch): number {
  const word = match.token('o');
  return word?.kind === 'final' || word?.kind === 'last' ? -1 : (word?.value ?? 0);
}

function readWeekday(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [nth, weekday, month] = [nthOf(match), match.value('d'), monthOf(match, anchor)];
  if (weekday === undefined || nth === 0 || nth > 5) return undefined;
  if (month === undefined) return unplaced('DATE', `XXXX-WXX-${weekday + 1}`);
  const { from, to } = month.whole;
  const day =
    nth > 0
      ? from + ((weekday - weekdayOf(from) + 7) % 7) + 7 * (nth - 1)
      : to - ((weekdayOf(to) - weekday + 7) % 7);
  return day > to ? undefined : placed(dayPeriod(day), month.basis);
}

/** The first week holds the 4th of the month, the last one the fourth day from its end; cut at the month's ends. */
function readWeek(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [nth, month] = [nthOf(match), monthOf(match, anchor)];
  if (nth === 0 || nth > 5) return undefined;
  if (month === undefined) return unplaced('DATE', 'XXXX-WXX');
  const { from, to } = month.whole;
  if (match.token('u')) return placed(nthWeekend(from, to, nth), month.basis);
  const week = weekPeriod(nth > 0 ? from + 7 * nth - 4 : to - 3);
  return placed({ ...week, from: Math.max(from, week.from), to: Math.min(to, week.to) }, month.basis);
}

function nthWeekend(from: DayNumber, to: DayNumber, nth: number): Period {
  const saturday =
    nth > 0 ? from + ((5 - weekdayOf(from) + 7) % 7) + 7 * (nth - 1) : to - ((weekdayOf(to) - 5 + 7) % 7);
  return {
    ...weekPeriod(saturday),
    value: `${weekPeriod(saturday).value}-WE`,
    from: saturday,
    to: saturday + 1,
    precision: 'weekend',
  };
}

/** "the last day of March 2023", "the first day of 2020". */
function readDay(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const nth = nthOf(match);
  const byMonth = match.token('m') ?? match.token('w');
  const part = byMonth ? undefined : yearIn(match, anchor);
  const month = byMonth ? monthOf(match, anchor) : undefined;
  const whole = month?.whole ?? (part?.year === undefined ? undefined : yearPeriod(part.year));
  if (nth === 0 || nth > 366) return undefined;
  if (whole === undefined) return unplaced('DATE', 'XXXX-XX-XX');
  const day = nth > 0 ? whole.from + nth - 1 : whole.to;
  return day > whole.to ? undefined : placed(dayPeriod(day), month?.basis ?? part?.basis ?? 'relative');
}

/** "the first three months of 2019", "the last two weeks of 2020". */
function readStretch(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [part, nth, count] = [yearIn(match, anchor), nthOf(match), countOf(match.token('n'))];
  if (part?.year === undefined || count === undefined || count < 1 || nth === 0 || nth > 1) return undefined;
  const { from, to } = yearPeriod(part.year);
  const unit = match.token('u')?.kind ?? '';
  const months = unit === 'months_' ? count : unit === 'quarters_' ? 3 * count : 0;
  const days = unit === 'weeks_' ? 7 * count : count;
  if (months > 12 || days > 366) return undefined;
  const split =
    nth > 0
      ? months > 0
        ? dayNumber(part.year, months + 1, 0)
        : from + days - 1
      : months > 0
        ? dayNumber(part.year, 13 - months, 1)
        : to - days + 1;
  const stretch = nth > 0 ? { from, to: split } : { from: split, to };
  const { year, month } = dayParts(stretch.from);
  const value =
    months === 6 ? `${yearPeriod(year).value}-H${nth > 0 ? 1 : 2}` : monthPeriod(year, month).value;
  return placed({ value, ...stretch, precision: months > 0 ? 'month' : 'day' }, part.basis);
}

/** "the week of March 6". */
function readWeekOf(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [month, day] = [match.value('m'), match.value('d')];
  if (month === undefined || day === undefined) return undefined;
  const part = yearIn(match, anchor);
  const whole = part?.year === undefined ? yearlessMonth(month, anchor).from : dayNumber(part.year, month, 1);
  if (whole === undefined) return unplaced('DATE', 'XXXX-WXX');
  return placed(weekPeriod(whole + day - 1), part?.basis ?? 'relative');
}
