import { type DayNumber, dayNumber, dayParts, isRealDay, weekdayOf } from '../../../resolve/day-numbers.ts';
import { dayPeriod, monthPeriod, periodAround, SEASONS, seasonPeriod } from '../../../resolve/period.ts';
import { UNIT_CODES } from '../../date-words.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { countOf, precisionOf } from '../unit-kinds.ts';
import { AMOUNT, counted, HALF, isFar, MONTHS_OF, movedBy, unitPrecision } from './ago.ts';

const DAY_AND_MONTH = '(the)? (d:dayNo of? m:anyMonth|m:anyMonth dot? d:dayNo)';
const NAMED = `(t:today|t:yesterday|t:tomorrow|to the t:day_|(this|last:last|next:next) (p:week_|p:month_|p:year_|p:weekend_)|this coming:weekday|this (coming)? nm:anyMonth|this s:season|comma? on? (anyWeekday comma?)? ${DAY_AND_MONTH}|(c:comma)? (on|wl:last)? w:weekday|comma? on this day_)`;

/** Counted back, with what it was beside it: "a year ago today", "50 years ago, on 20 July", "two Fridays ago". */
export const NAMED_AGO: readonly Rule[] = [
  { pattern: `(about|exactly|just)? a:amount u:anyUnit ago ${NAMED}`, read: readNamedAgo },
  { pattern: `h:half (art)? u:anyUnit ago ${NAMED}`, read: readNamedAgo },
  {
    pattern: `(t:today|this (p:week_|p:month_|p:weekend_)|on this day_|w:weekday) comma? a:amount u:anyUnit ago`,
    read: readNamedAgo,
  },
  { pattern: `${AMOUNT} ago comma? in m:anyMonth(?! anyYear|comma anyYear)`, read: readMonthAgo },
  { pattern: `${HALF} ago comma? in m:anyMonth(?! anyYear|comma anyYear)`, read: readMonthAgo },
  { pattern: 'a:amount (w:weekdays|s:seasons) ago', read: readNamesakeAgo },
];

/** The day, week, month or weekday that is named, as many years or weeks ago. */
function readNamedAgo(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const unit = match.token('u');
  const count = match.token('h') ? 0.5 : countOf(match.token('a'));
  if (count === undefined || unitPrecision(unit) === undefined || isFar(unit, count)) return undefined;
  const { reference } = anchor;
  const [month, day] = [match.value('m'), match.value('d')];
  const weekday = match.value('w') ?? match.value('coming');
  if (reference === undefined) return unplaced('DATE', 'XXXX-XX-XX');
  const moved = movedBy(reference, unit, -count);
  if (moved === undefined) return undefined;
  if (month !== undefined && day !== undefined) {
    if (MONTHS_OF[UNIT_CODES[unit?.value ?? -1] ?? ''] === undefined) return undefined;
    return nearestDay(month, day, moved);
  }
  if (weekday !== undefined) {
    if (match.token('c') !== undefined || unit?.kind === 'days_' || unit?.kind === 'day_')
      return placed(dayPeriod(nearestOf(weekday, moved)), 'relative');
    // "a week ago Thursday": a week before the Thursday gone by; "a year ago this Friday": before the one to come.
    const gone = (weekdayOf(reference) - weekday + 7) % 7;
    const isOfWeeks = MONTHS_OF[UNIT_CODES[unit?.value ?? -1] ?? ''] === undefined;
    const back = gone === 0 && (isOfWeeks || match.token('wl') !== undefined) ? 7 : gone;
    const from = movedBy(match.token('coming') ? reference - back + 7 : reference - back, unit, -count);
    return from === undefined ? undefined : placed(dayPeriod(from), 'relative');
  }
  const [season, named] = [SEASONS[match.value('s') ?? -1], match.value('nm')];
  if (season !== undefined) return placed(seasonPeriod(dayParts(moved).year, season), 'relative');
  if (named !== undefined) return placed(monthPeriod(dayParts(moved).year, named), 'relative');
  const precision = precisionOf(match.token('p')) ?? 'day';
  const beside = match.token('last') ? -1 : match.token('next') ? 1 : 0;
  const today = match.token('t')?.kind;
  const away = today === 'yesterday' ? -1 : today === 'tomorrow' ? 1 : today === undefined ? beside : 0;
  return placed(periodAround(precision, moved, away), 'relative');
}

/** "four days ago, on Saturday": the Saturday nearest to that day. */
function nearestOf(weekday: number, day: DayNumber): DayNumber {
  const on = (weekday - weekdayOf(day) + 7) % 7;
  return on > 3 ? day + on - 7 : day + on;
}

/** The year is the one reached by counting. */
function nearestDay(month: number, day: number, moved: DayNumber): Meaning | undefined {
  const { year } = dayParts(moved);
  return isRealDay(year, month, day) ? placed(dayPeriod(dayNumber(year, month, day)), 'relative') : undefined;
}

/** "ten years ago, in April": the April of the year that is reached; with months, that month itself. */
function readMonthAgo(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [unit, month] = [match.token('u'), match.value('m')];
  if (month === undefined || MONTHS_OF[UNIT_CODES[unit?.value ?? -1] ?? ''] === undefined) return undefined;
  const reached = counted(match, anchor, -1);
  if (reached?.from === undefined) return reached;
  return placed(monthPeriod(dayParts(reached.from).year, month), 'relative');
}

/** "two Fridays ago", "three summers ago": the second, the third of that name gone by. */
function readNamesakeAgo(match: PatternMatch, { reference }: Anchor): Meaning | undefined {
  const [count, weekday, season] = [
    countOf(match.token('a')),
    match.value('w'),
    SEASONS[match.value('s') ?? -1],
  ];
  if (count === undefined || count < 1 || count > 100) return undefined;
  if (weekday !== undefined) {
    if (reference === undefined) return unplaced('DATE', `XXXX-WXX-${weekday + 1}`);
    const last = reference - (((weekdayOf(reference) - weekday + 6) % 7) + 1);
    return placed(dayPeriod(last - 7 * (count - 1)), 'relative');
  }
  if (season === undefined) return undefined;
  if (reference === undefined) return unplaced('DATE', `XXXX-${season}`);
  const { year } = dayParts(reference);
  const last = [year, year - 1, year - 2].find((one) => seasonPeriod(one, season).to < reference);
  return last === undefined ? undefined : placed(seasonPeriod(last - count + 1, season), 'relative');
}
