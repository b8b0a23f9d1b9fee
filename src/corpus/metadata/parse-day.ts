import type { CalendarDate } from '../article.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** What became of a written date: the day, or why there is none. */
export type ParsedDate =
  | { readonly ok: true; readonly date: CalendarDate }
  | { readonly ok: false; readonly reason: 'unreadable' | 'impossible' | 'ambiguous' };

/**
 * Reads a publication date as people and machines write it: ISO 8601 (a time and a zone are allowed and cut off: the
 * date counts where it was published), RFC 822 as in feeds, "2 August 2021", "August 2, 2021", "2021/08/02".
 * A number of ten digits (or thirteen, sixteen) is a Unix time in seconds (or smaller units), in UTC.
 * All-number dates that put the year last are read only when just one reading is possible.
 */
export function parseCalendarDate(written: string): ParsedDate {
  const text = written.trim().replace(/\s+/g, ' ');
  const unix = /^(1?\d{9})(?:\d{3}(?:\d{3})?)?(?:\.\d{1,9})?$/.exec(text)?.[1];
  if (unix !== undefined) return { ok: true, date: dayOfUnixTime(Number(unix)) };
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ,])/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:$|T)/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst =
    /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](\p{L}{3,})\.?,?[ -](\d{4})(?!\d)/u.exec(text);
  if (dayFirst) return day(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^(?:\p{L}+,? )?(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u.exec(text);
  if (monthFirst) return day(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  const shortYear = /^(?:\p{L}{3,9},? )?(\d{1,2})[ -](\p{L}{3,9})\.?[ -](\d{2})(?=$|[ ,T]\d{1,2}:)/u.exec(
    text,
  );
  if (shortYear) return day(fullYear(Number(shortYear[3])), monthNumber(shortYear[2]), Number(shortYear[1]));
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:$|[T ,])/.exec(text);
  if (numbers) return yearLast(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  return { ok: false, reason: 'unreadable' };
}

/** A year of two digits, as old feeds write it: this century up to 69, as POSIX has it. */
function fullYear(year: number): number {
  return year < 69 ? 2000 + year : 1900 + year;
}

function dayOfUnixTime(seconds: number): CalendarDate {
  const at = new Date(seconds * 1000);
  return calendarDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

function yearLast(first: number, second: number, year: number): ParsedDate {
  if (first > 12) return day(year, second, first);
  if (second > 12 || first === second) return day(year, first, second);
  return { ok: false, reason: 'ambiguous' };
}

function monthNumber(name: string | undefined): number {
  const lower = (name ?? '').toLowerCase();
  return MONTHS.findIndex((month) => month === lower || (lower.length <= 4 && month.startsWith(lower))) + 1;
}

function day(year: number, month: number, dayOfMonth: number): ParsedDate {
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth && year >= 1000;
  if (!exists) return { ok: false, reason: month === 0 ? 'unreadable' : 'impossible' };
  return { ok: true, date: calendarDate(year, month, dayOfMonth) };
}

/** A `CalendarDate` from its numbers, which must be a real day. */
export function calendarDate(year: number, month: number, dayOfMonth: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`;
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function isCalendarDate(text: string): text is CalendarDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
