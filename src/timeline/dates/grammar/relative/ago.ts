import { type DayNumber, dayNumber, dayParts, daysInMonth, weekdayOf } from '../../../resolve/day-numbers.ts';
import { dayPeriod, type Precision, periodAround, weekPeriod } from '../../../resolve/period.ts';
import { tenseAround } from '../../../resolve/tense.ts';
import { UNIT_CODES } from '../../date-words.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { countOf, precisionOf } from '../unit-kinds.ts';

export const AMOUNT =
  '(about|exactly|just)? (more than)? a:amount u:anyUnit (comma? and a2:amount u2:anyUnit)?';
export const HALF =
  '(art? h:half dash? (art|of art)? u:anyUnit|art? q:quarter_ (of art|dash) u:anyUnit|q3:count quarters_ of art u:anyUnit|a:amount and art half:half u:anyUnit|a:amount u:anyUnit and art half:half)';
/** Counted back or on from the day of publication: "two years ago", "half a century ago", "a week on Tuesday". */
export const AGO: readonly Rule[] = [
  { pattern: `${AMOUNT} ago`, read: readAgo },
  { pattern: `(about|exactly|just|more than)? ${HALF} ago`, read: readAgo },
  {
    pattern:
      'a:amount u:anyUnit (from now|hence)|a:amount (u:day_|u:days_|u:month_|u:months_|u:year_|u:years_) from t:today|in a:amount u:anyUnit (?= time)',
    read: readFromNow,
  },
  { pattern: 'in a:amount u:anyUnit(?= ends)', read: readInFuture },
  { pattern: 'w:weekday comma? a:amount (u:week_|u:weeks_) from now', read: readFromNow },
  {
    pattern: 'a:amount (u:week_|u:weeks_|u:fortnight_) (on|from) w:weekday|w:weekday (u:week_|u:fortnight_)',
    read: readWeekdayWeek,
  },
  {
    pattern: 'a:amount (u:week_|u:weeks_) (from t:tomorrow|from t:today)|(t:tomorrow|t:today) u:week_',
    read: readWeekdayWeek,
  },
];

/** Days of a unit, to move to; whole months for months and longer. */
export const MONTHS_OF: Readonly<Record<string, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};
const DAYS: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7, weekend: 7, fortnight: 14 };
/** "3,000 years ago" is the past, not a year. */
const FARTHEST_MONTHS = 1500 * 12;
const FINER: Readonly<Record<string, Precision>> = {
  century: 'year',
  decade: 'year',
  year: 'month',
  month: 'day',
  week: 'day',
};

/** A day some units before (negative) or after another; nothing for hours and less. */
export function movedBy(origin: DayNumber, unit: Token | undefined, count: number): DayNumber | undefined {
  const name = UNIT_CODES[unit?.value ?? -1] ?? '';
  const days = DAYS[name];
  if (days !== undefined) return origin + Math.round(days * count);
  const months = MONTHS_OF[name];
  if (months === undefined) return undefined;
  const { year, month, day } = dayParts(origin);
  const first = dayParts(dayNumber(year, month + Math.round(months * count), 1));
  return dayNumber(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

/** Too far to be told of as a year. */
export function isFar(unit: Token | undefined, count: number): boolean {
  return (MONTHS_OF[UNIT_CODES[unit?.value ?? -1] ?? ''] ?? 0) * count > FARTHEST_MONTHS || count > 100_000;
}

/** As fine as the finest unit; half a unit is told in the next finer one. */
function readAgo(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  return counted(match, anchor, -1);
}

function readFromNow(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const weekday = match.value('w');
  const found = counted(match, anchor, 1);
  if (weekday === undefined || found?.from === undefined) return found;
  return placed(dayPeriod(weekPeriod(found.from).from + weekday), 'relative');
}

/** "will open in two years", but "the first in two years". */
function readInFuture(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  if (
    tokens[match.first]?.text.toLowerCase() !== 'in' ||
    tenseAround(tokens, match.first, match.end) !== 'future'
  )
    return undefined;
  return counted(match, anchor, 1);
}

/** So many units before (-1) or after (1) the day of publication. */
export function counted(match: PatternMatch, anchor: Anchor, way: 1 | -1): Meaning | undefined {
  const [unit, finer] = [match.token('u'), match.token('u2')];
  const precision = unitPrecision(finer ?? unit);
  const half = match.token('h') !== undefined || isHalf(match);
  const count = match.token('h')
    ? 0.5
    : match.token('q')
      ? 0.25
      : (quartersOf(match) ?? countOf(match.token('a')));
  const further = finer === undefined ? 0 : countOf(match.token('a2'));
  if (precision === undefined || unitPrecision(unit) === undefined || match.token('a')?.kind === 'half')
    return undefined;
  if (count === undefined || further === undefined)
    return match.token('a')?.text.startsWith('couple') && further === 0
      ? reached(anchor, precision, unit, 2 * way)
      : unplaced('DATE', way < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const amount = count + (half && count >= 1 ? 0.5 : 0);
  const whole = Number.isInteger(amount);
  const fine = whole ? precision : (FINER[precision] ?? precision);
  if (anchor.reference === undefined || further === 0) return reached(anchor, fine, unit, way * amount);
  // The days first: two days and a month before 29 March is 27 February.
  const moved = movedBy(anchor.reference, finer, way * further);
  return moved === undefined
    ? undefined
    : reached({ ...anchor, reference: moved }, precision, unit, way * amount);
}

/** "three quarters of a century". */
function quartersOf(match: PatternMatch): number | undefined {
  const quarters = match.value('q3');
  return quarters === undefined ? undefined : quarters / 4;
}

/** "a year and a half", "two and a half years": told by the words between. */
function isHalf(match: PatternMatch): boolean {
  return match.token('half') !== undefined;
}

function reached(
  anchor: Anchor,
  precision: Precision,
  unit: Token | undefined,
  count: number,
): Meaning | undefined {
  if (isFar(unit, Math.abs(count))) return unplaced('DATE', count < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (anchor.reference === undefined) return unplaced('DATE', unknownValue(precision));
  const day = movedBy(anchor.reference, unit, count);
  return day === undefined ? undefined : placed(periodAround(precision, day), 'relative');
}

/** As fine as the unit; a fortnight is told in weeks. */
export function unitPrecision(unit: Token | undefined): Precision | undefined {
  const name = UNIT_CODES[unit?.value ?? -1];
  return name === 'fortnight' ? 'week' : name === 'night' ? 'day' : precisionOf(unit);
}

/** "on Tuesday week", "a week on Tuesday", "two weeks from Friday", "tomorrow week": so many weeks after the next one. */
function readWeekdayWeek(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const weeks = countOf(match.token('a')) ?? 1;
  const days = 7 * weeks * (match.token('u')?.kind === 'fortnight_' ? 2 : 1);
  const weekday = match.value('w');
  if (anchor.reference === undefined)
    return unplaced('DATE', weekday === undefined ? 'XXXX-XX-XX' : `XXXX-WXX-${weekday + 1}`);
  const start = match.token('t')
    ? anchor.reference + (match.token('t')?.kind === 'tomorrow' ? 1 : 0)
    : anchor.reference + (((weekday ?? 0) - weekdayOf(anchor.reference) + 6) % 7) + 1;
  return placed(dayPeriod(start + days), 'relative');
}

function unknownValue(precision: Precision): string {
  if (precision === 'day') return 'XXXX-XX-XX';
  if (precision === 'week' || precision === 'weekend') return 'XXXX-WXX';
  return precision === 'month' ? 'XXXX-XX' : 'XXXX';
}
