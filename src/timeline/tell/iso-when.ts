import { parseDay } from '../resolve/day-numbers.ts';
import { periodAround } from '../resolve/period.ts';
import { type Dated, isInterval } from './format-dates.ts';

/**
 * A date for programs, as finely as it is known: `2011`, `2021-06`, `2021-06-05`, `2021-W30`, `2021-Q2`, `2021-H1`,
 * `2021-SU`, `199` (a decade), `19` (a century), as TIMEX3 writes them; `2011/2013` (ISO 8601) for an interval.
 */
export function isoWhen(event: Dated): string {
  const at = (day: string): string => periodAround(event.precision, parseDay(day)).value;
  return isInterval(event) ? `${at(event.from)}/${at(event.to)}` : at(event.from);
}
