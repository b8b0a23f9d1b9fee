import type { CalendarDate } from '../corpus/article.ts';

/** A day as a number: days since 1970-01-01 in the proleptic Gregorian calendar, without a zone. */
export type DayNumber = number;

/** Year, month (1 to 12) and day of the month of a day number. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;

/** First and last day that four figures of a year can write. */
export const FIRST_DAY: DayNumber = -719_162;
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

/** Is this text a day that exists, written `YYYY-MM-DD`? */
export function isCalendarDate(text: string): text is CalendarDate {
  if (text.length !== 10 || text.charAt(4) !== '-' || text.charAt(7) !== '-') return false;
  const [year, month, day] = [figures(text, 0, 4), figures(text, 5, 7), figures(text, 8, 10)];
  return isRealDay(year, month, day);
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
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of `YYYY-MM-DD`. @throws RangeError when it is not a day of the calendar. */
export function parseDay(text: string): DayNumber {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar day: ${text}`);
  return dayNumber(figures(text, 0, 4), figures(text, 5, 7), figures(text, 8, 10));
}

/** `YYYY-MM-DD` of a day number. @throws RangeError outside the years 1 to 9999. */
export function formatDay(day: DayNumber): CalendarDate {
  const { year, month, day: dayOfMonth } = dayParts(day);
  const text = `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`;
  if (!isWithin(text, year)) throw new RangeError(`Outside the calendar: ${text}`);
  return text;
}

/** `YYYY-MM-DD` of a day number; beyond the years 1 to 9999 (NaN: far beyond) the nearest day within. */
export function formatNearestDay(day: DayNumber): CalendarDate {
  return formatDay(Number.isNaN(day) ? LAST_DAY : Math.min(LAST_DAY, Math.max(FIRST_DAY, day)));
}

/** A day number cannot name a day that does not exist: only the year needs a check. */
function isWithin(text: string, year: number): text is CalendarDate {
  return year >= 1 && year <= 9999 && text.length === 10;
}

/** 0 = Monday … 6 = Sunday, as ISO 8601 orders them. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A number with leading zeros. */
export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
