import { type Anchor, type Meaning, placed, type StoryView, unplaced } from '../dates/meaning.ts';
import { type DayNumber, dayNumber, dayParts, isRealDay, pad, weekdayOf } from './day-numbers.ts';
import { dayPeriod, monthPeriod, type Period, type Season, seasonPeriod } from './period.ts';
import type { Tense } from './verb-tense.ts';

/**
 * How much farther a day in the future counts than one in the past when both would complete a date: news tells what
 * happened, so a date to come needs a verb that says so or must be much nearer. What is told in the past is past.
 */
const FUTURE_COST: Readonly<Record<Tense, number>> = {
  past: Number.POSITIVE_INFINITY,
  unknown: 4,
  present: 3,
  either: 0.5,
  future: 0.1,
};
/** What a page that was added to after its day tells of the next one counts as if it lay so many days back. */
const NEXT_DAY_COST = 1;
/** In a story what comes next is told next: going back counts this much more, unless it "had" happened. */
const BACK_COST = 5;
/** A day this near to publication is told from there, unless the story knows more than its year. */
const NEAR = 45;

/** A month without a year: of the story, else the nearest one by the tense ("in June"). */
export function yearlessMonth(month: number, anchor: Anchor): Meaning {
  const found = settled((year) => monthPeriod(year, month), anchor);
  return { ...(found ?? unplaced('DATE', `XXXX-${pad(month)}`)), yearless: { month } };
}

/** A day of a month without a year ("on March 5"); nothing when no such day exists. */
export function yearlessDay(
  month: number,
  day: number,
  anchor: Anchor,
  weekday?: number,
): Meaning | undefined {
  if (!isRealDay(2000, month, day)) return undefined;
  const inYear = (year: number): Period | undefined =>
    isRealDay(year, month, day) ? dayPeriod(dayNumber(year, month, day)) : undefined;
  const found =
    (weekday !== undefined && onWeekday(weekday, inYear, anchor)) ||
    sameAsBefore(month, day, anchor) ||
    settled(inYear, anchor);
  return { ...(found ?? unplaced('DATE', `XXXX-${pad(month)}-${pad(day)}`)), yearless: { month, day } };
}

/** "the Jan. 6 riot … what he tweeted on Jan. 6": the day told last, by its name again. */
function sameAsBefore(month: number, day: number, { previous, tense }: Anchor): Meaning | undefined {
  if (previous?.precision !== 'day' || tense === 'future') return undefined;
  const told = dayParts(previous.from);
  if (told.month !== month || told.day !== day) return undefined;
  return { ...placed(dayPeriod(previous.from), 'relative'), narrative: true };
}

/** "Monday, Oct. 26": the nearest year to the story or the publication in which that day was a Monday. */
function onWeekday(
  weekday: number,
  inYear: (year: number) => Period | undefined,
  { reference, story, tense }: Anchor,
): Meaning | undefined {
  const told = tense === 'future' ? undefined : story?.at;
  const origin = told?.from ?? reference;
  if (origin === undefined) return undefined;
  const { year } = dayParts(origin);
  const choices = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6].flatMap((away) => inYear(year + away) ?? []);
  const fitting = choices.filter(({ from }) => weekdayOf(from) === weekday);
  if (fitting.length === 0) return undefined;
  const chosen = nearest(fitting, origin, { tense: tense === 'future' ? 'future' : 'either' });
  return { ...placed(chosen, 'relative'), ...(told && { narrative: true }) };
}

/** A season without a year. */
export function yearlessSeason(season: Season, anchor: Anchor): Meaning {
  return settled((year) => seasonPeriod(year, season), anchor) ?? unplaced('DATE', `XXXX-${season}`);
}

/** A day that comes once a year, in the year of the story or the nearest one by the tense. */
export function settled(inYear: (year: number) => Period | undefined, anchor: Anchor): Meaning | undefined {
  const { reference, story } = anchor;
  const near = reference === undefined ? undefined : around(inYear, reference);
  const fromNow =
    near && reference !== undefined && near.length > 0 ? nearest(near, reference, anchor) : undefined;
  const told = story && toldIn(story, inYear, anchor, fromNow);
  if (told) return { ...placed(told, 'relative'), narrative: true };
  return fromNow && placed(fromNow, 'relative');
}

function around(inYear: (year: number) => Period | undefined, day: DayNumber): Period[] {
  const { year } = dayParts(day);
  return [year - 1, year, year + 1, year - 4].flatMap((candidate) => inYear(candidate) ?? []).slice(0, 3);
}

function toldIn(
  story: StoryView,
  inYear: (year: number) => Period | undefined,
  { reference, tense }: Anchor,
  fromNow: Period | undefined,
): Period | undefined {
  if (story.headed !== undefined) return inYear(story.headed);
  const { at } = story;
  if (at === undefined || (tense === 'future' && !story.isEntry)) return undefined;
  const cost = (period: Period): number => {
    if (at.precision === 'year' && (period.from < at.from || period.from > at.to))
      return Number.POSITIVE_INFINITY;
    if (reference !== undefined && period.from > reference) return Number.POSITIVE_INFINITY;
    if (period.from > at.to) return story.direction === -1 ? Number.POSITIVE_INFINITY : period.from - at.to;
    if (period.to < at.from && story.direction === 1) return Number.POSITIVE_INFINITY;
    return period.to < at.from ? (at.from - period.to) * (story.past ? 1 : BACK_COST) : 0;
  };
  const { year } = dayParts(at.from);
  const [first, ...rest] = [year - 1, year, year + 1].flatMap((candidate) => inYear(candidate) ?? []);
  if (first === undefined) return undefined;
  const best = rest.reduce((least, period) => (cost(period) < cost(least) ? period : least), first);
  if (cost(best) === Number.POSITIVE_INFINITY) return undefined;
  if (story.isEntry) return best;
  if (reference === undefined) return story.yearOnly === true ? undefined : best;
  const isNear = fromNow !== undefined && Math.abs(reference - fromNow.to) <= NEAR && best !== fromNow;
  return isNear && (story.yearOnly === true || story.isAdjacent !== true) ? undefined : best;
}

/** A day of an unnamed month ("on the 15th"). */
export function monthlessDay(day: number, anchor: Anchor): Meaning | undefined {
  const last =
    anchor.previous && ['month', 'day'].includes(anchor.previous.precision) ? anchor.previous : undefined;
  const around = last?.precision === 'month' ? last.from : (anchor.story?.at?.from ?? anchor.reference);
  if (around === undefined) return unplaced('DATE', `XXXX-XX-${pad(day)}`);
  const { year, month } = dayParts(around);
  const months = last?.precision === 'month' ? [month] : [month - 1, month, month + 1];
  const choices = months
    .map((candidate) => dayParts(dayNumber(year, candidate, 1)))
    .filter((parts) => isRealDay(parts.year, parts.month, day))
    .map((parts) => dayPeriod(dayNumber(parts.year, parts.month, day)));
  if (choices.length === 0) return undefined;
  if (last === undefined && around === anchor.reference)
    return placed(nearest(choices, around, anchor), 'relative');
  // A story goes on, and not beyond the day it is told.
  const { reference, tense } = anchor;
  const told = choices.filter(
    ({ from }) => tense === 'future' || reference === undefined || from <= reference,
  );
  const far = (day: DayNumber): number => (day >= around ? day - around : BACK_COST * (around - day));
  const [first, ...rest] = told.length > 0 ? told : choices;
  const chosen = rest.reduce(
    (best, one) => (far(one.from) < far(best.from) ? one : best),
    first ?? dayPeriod(around),
  );
  return { ...placed(chosen, 'relative'), narrative: true };
}

/** A weekday (0 = Monday): from the story's own day on, else the nearest one by the tense, the day of publication included. */
export function nearestWeekday(weekday: number, anchor: Anchor): Meaning {
  const { reference, story, tense } = anchor;
  const at = story?.weekdays === true && story.at?.precision === 'day' ? story.at.from : undefined;
  if (at !== undefined && tense !== 'future' && (reference === undefined || reference - at > 7)) {
    const on = (weekday - weekdayOf(at) + 7) % 7;
    const day = story?.past === true && on > 0 ? at + on - 7 : at + on;
    return { ...placed(dayPeriod(day), 'relative'), narrative: true };
  }
  if (reference === undefined) return unplaced('DATE', `XXXX-WXX-${weekday + 1}`);
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  const last = dayPeriod(reference - back);
  return placed(nearest([last, dayPeriod(last.from + 7)], reference, anchor), 'relative');
}

/** The nth such weekday after (1, 2 …) or before (-1, -2 …) a day. */
export function nthWeekday(from: DayNumber, weekday: number, nth: number): DayNumber {
  if (nth < 0) return from - (((weekdayOf(from) - weekday + 6) % 7) + 1) + 7 * (nth + 1);
  return from + ((weekday - weekdayOf(from) + 6) % 7) + 1 + 7 * (nth - 1);
}

/** The choice that lies nearest to the reference, days to come weighing by the tense. */
function nearest(
  choices: readonly Period[],
  reference: DayNumber,
  { tense, isLive }: Pick<Anchor, 'tense' | 'isLive'>,
): Period {
  const cost = (period: Period): number => {
    if (isLive === true && tense !== 'future' && period.to === reference + 1) return NEXT_DAY_COST;
    if (period.from > reference) return (period.from - reference) * FUTURE_COST[tense];
    return Math.max(0, reference - period.to);
  };
  const [first, ...rest] = choices;
  if (!first) throw new RangeError('nothing to choose from');
  return rest.reduce((best, period) => (cost(period) < cost(best) ? period : best), first);
}
