import { type DayNumber, dayNumber, dayParts, isRealDay, pad, weekdayOf } from './calendar.ts';
import { type Anchor, type Meaning, placed, unplaced } from './meaning.ts';
import { dayPeriod, monthPeriod, type Period, type Season, seasonPeriod } from './period.ts';
import type { Tense } from './tense.ts';

/**
 * How much farther a day in the future counts than one in the past when both would complete a date: news tells what
 * happened, so a date to come needs a verb that says so or must be much nearer. A month told in the past is past.
 */
const FUTURE_COST: Readonly<Record<Tense, number>> = { past: 8, unknown: 4, future: 0.1 };
const FUTURE_MONTH_COST: Readonly<Record<Tense, number>> = { ...FUTURE_COST, past: 100 };

/** A month without a year: the nearest one by the tense ("in June"). */
export function yearlessMonth(month: number, anchor: Anchor): Meaning {
  if (anchor.reference === undefined) {
    return { ...unplaced('DATE', `XXXX-${pad(month)}`), yearless: { month } };
  }
  const { year } = dayParts(anchor.reference);
  const choices = [year - 1, year, year + 1].map((candidate) => monthPeriod(candidate, month));
  const chosen = nearest(choices, anchor.reference, anchor.tense, FUTURE_MONTH_COST);
  return { ...placed(chosen, 'relative'), yearless: { month } };
}

/** A day of a month without a year ("on March 5"); nothing when no such day exists. */
export function yearlessDay(month: number, day: number, anchor: Anchor): Meaning | undefined {
  if (!isRealDay(2000, month, day)) return undefined;
  if (anchor.reference === undefined) {
    return { ...unplaced('DATE', `XXXX-${pad(month)}-${pad(day)}`), yearless: { month, day } };
  }
  const { year } = dayParts(anchor.reference);
  const choices = [year - 1, year, year + 1]
    .filter((candidate) => isRealDay(candidate, month, day))
    .map((candidate) => dayPeriod(dayNumber(candidate, month, day)));
  const chosen = choices.length > 0 ? nearest(choices, anchor.reference, anchor.tense) : undefined;
  return chosen && { ...placed(chosen, 'relative'), yearless: { month, day } };
}

/** A day of an unnamed month ("on the 15th"). */
export function monthlessDay(day: number, anchor: Anchor): Meaning | undefined {
  const around =
    anchor.previous && anchor.previous.precision === 'month' ? anchor.previous.from : anchor.reference;
  if (around === undefined) return unplaced('DATE', `XXXX-XX-${pad(day)}`);
  const { year, month } = dayParts(around);
  const choices = [month - 1, month, month + 1]
    .map((candidate) => dayParts(dayNumber(year, candidate, 1)))
    .filter((parts) => isRealDay(parts.year, parts.month, day))
    .map((parts) => dayPeriod(dayNumber(parts.year, parts.month, day)));
  return choices.length > 0 ? placed(nearest(choices, around, anchor.tense), 'relative') : undefined;
}

/** A weekday (0 = Monday): the nearest one by the tense, the day of publication included. */
export function nearestWeekday(weekday: number, anchor: Anchor): Meaning {
  if (anchor.reference === undefined) return unplaced('DATE', `XXXX-WXX-${weekday + 1}`);
  const back = (weekdayOf(anchor.reference) - weekday + 7) % 7;
  const last = dayPeriod(anchor.reference - back);
  return placed(nearest([last, dayPeriod(last.from + 7)], anchor.reference, anchor.tense), 'relative');
}

/** A season without a year. */
export function yearlessSeason(season: Season, anchor: Anchor): Meaning {
  if (anchor.reference === undefined) return unplaced('DATE', `XXXX-${season}`);
  const { year } = dayParts(anchor.reference);
  const choices = [year - 1, year, year + 1].map((candidate) => seasonPeriod(candidate, season));
  return placed(nearest(choices, anchor.reference, anchor.tense), 'relative');
}

/** The choice that lies nearest to the reference, days to come weighing by the tense. */
export function nearest(
  choices: readonly Period[],
  reference: DayNumber,
  tense: Tense,
  futureCost: Readonly<Record<Tense, number>> = FUTURE_COST,
): Period {
  const cost = (period: Period): number => {
    if (period.from > reference) return (period.from - reference) * futureCost[tense];
    return Math.max(0, reference - period.to);
  };
  const [first, ...rest] = choices;
  if (!first) throw new RangeError('nothing to choose from');
  return rest.reduce((best, period) => (cost(period) < cost(best) ? period : best), first);
}
