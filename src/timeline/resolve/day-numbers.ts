import type { CalendarDate } from '../../corpus/article.ts';

/**
 * A day as a number: days since 1970-01-01 in the proleptic Gregorian calendar, without a zone. Years are counted as
 * astronomers and ISO 8601 do: 1 BC is the year 0, 44 BC the year -43. As text such a day is `-0043-03-15` (1 BC:
 * `0000-…`), so texts of days sort by {@link compareDays}, not as text. Days before the Gregorian reform are taken as
 * they are written, without a change of calendar.
 */
export type DayNumber = number;

/** Year, month (1 to 12) and day of the month of a day number. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;

/** First day of 9999 BC and last day of the year 9999: what four figures of a year can write. */
export const FIRST_DAY: DayNumber = -4_371_222;
export const LAST_DAY: DayNumber = 2_932_896;

/** Day number of a date; a day past the month's end runs on into the next month, as `Date.UTC` does. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}

/** Year, month and day of a day number. */
export function dayParts(day: DayNumber): DayParts {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Is this text a day that exists, written `YYYY-MM-DD`, before the year 0 `-YYYY-MM-DD`? */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = partsOf(text);
  return parts !== undefined && isRealDay(parts.year, parts.month, parts.day);
}

function partsOf(text: string): DayParts | undefined {
  const sign = text.startsWith('-') ? 1 : 0;
  if (text.length !== 10 + sign || text.charAt(4 + sign) !== '-' || text.charAt(7 + sign) !== '-')
    return undefined;
  const year = figures(text, sign, 4 + sign);
  if (sign === 1 && year === 0) return undefined;
  return {
    year: sign === 1 ? -year : year,
    month: figures(text, 5 + sign, 7 + sign),
    day: figures(text, 8 + sign, 10 + sign),
  };
}

/** The number that a part of a text writes in figures; NaN for anything else. */
function figures(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const figure = text.charCodeAt(at) - 48;
    if (figure < 0 || figure > 9) return Number.NaN;
    number = number * 10 + figure;
  }
  return number;
}

/** Does the month have this day? */
export function isRealDay(year: number, month: number, day: number): boolean {
  return (
    year >= -9998 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of `YYYY-MM-DD` or `-YYYY-MM-DD`. @throws RangeError when it is not a day of the calendar. */
export function parseDay(text: string): DayNumber {
  const parts = partsOf(text);
  if (parts === undefined || !isRealDay(parts.year, parts.month, parts.day))
    throw new RangeError(`Not a calendar day: ${text}`);
  return dayNumber(parts.year, parts.month, parts.day);
}

/** `YYYY-MM-DD` of a day number, `-YYYY-MM-DD` before the year 0. @throws RangeError beyond 9999 BC and 9999. */
export function formatDay(day: DayNumber): CalendarDate {
  const { year, month, day: dayOfMonth } = dayParts(day);
  const text = `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(dayOfMonth)}`;
  if (!isCalendarDate(text)) throw new RangeError(`Outside the calendar: ${text}`);
  return text;
}

/** `YYYY-MM-DD` of a day number; beyond 9999 BC and 9999 (NaN: far beyond) the nearest day within. */
export function formatNearestDay(day: DayNumber): CalendarDate {
  return formatDay(Number.isNaN(day) ? LAST_DAY : Math.min(LAST_DAY, Math.max(FIRST_DAY, day)));
}

/** Which of two days comes first, for sorting: negative, 0 or positive. */
export function compareDays(a: CalendarDate, b: CalendarDate): number {
  const [beforeA, beforeB] = [a.startsWith('-'), b.startsWith('-')];
  if (!beforeA && !beforeB) return a < b ? -1 : a > b ? 1 : 0;
  if (beforeA && beforeB) return parseDay(a) - parseDay(b);
  return beforeA ? -1 : 1;
}

/** 0 = Monday … 6 = Sunday, as ISO 8601 orders them. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A number with leading zeros. */
export function pad(value: number, width = 2): string {
  return (width === 2 ? TWO_FIGURES[value] : undefined) ?? String(value).padStart(width, '0');
}

/** Of the numbers of days and months, which are asked for all the time. */
const TWO_FIGURES = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'));
