import { z } from 'zod';
import type { CalendarDate } from '../../corpus/article.ts';
import { isCalendarDate } from '../../timeline/resolve/day-numbers.ts';

/** A day as it is kept in the state. */
export const KeptDay = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value));

/**
 * The day that "last year" counts from.
 * @param now milliseconds since 1970
 * @throws {RangeError} when the clock is outside the calendar
 */
export function dayOf(now: number): CalendarDate {
  const day = new Date(now).toISOString().slice(0, 10);
  if (!isCalendarDate(day)) throw new RangeError(`The clock is off: ${day}`);
  return day;
}
