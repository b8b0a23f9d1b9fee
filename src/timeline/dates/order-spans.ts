import type { DayNumber } from '../resolve/day-numbers.ts';
import { dayPeriod } from '../resolve/period.ts';
import { type Reading, withYear } from './join-dates.ts';
import type { Token } from './token.ts';

const JOINTS: ReadonlySet<string> = new Set(['to', 'until', 'dash', 'longDash']);
const BETWEEN: ReadonlySet<string> = new Set(['between', 'from']);
const BEFORE_SECOND: ReadonlySet<string> = new Set(['the', 'on', 'early', 'late']);

/**
 * A span does not end before it begins: of "from Monday to Thursday" told on a Tuesday, and of "from November to March"
 * told in January, each end alone is the nearest one. What is past keeps its end and begins earlier, what is planned
 * or begins after the day of publication keeps its beginning and ends later.
 */
export function orderSpans(
  readings: readonly Reading[],
  tokens: readonly Token[],
  reference: DayNumber | undefined,
): Reading[] {
  const ordered = [...readings];
  for (let at = 0; at + 1 < ordered.length; at++) {
    const [first, last] = [ordered[at], ordered[at + 1]];
    if (first?.from === undefined || last?.from === undefined || first.from <= last.from) continue;
    if (first.type !== 'DATE' || last.type !== 'DATE' || !isSpan(first, last, tokens)) continue;
    const ahead = reference !== undefined && first.from >= reference && first.past !== true;
    if (first.planned || last.planned || ahead) ordered[at + 1] = moved(last, first.from, 1, tokens);
    else ordered[at] = moved(first, last.from, -1, tokens);
  }
  return ordered;
}

function isSpan(first: Reading, last: Reading, tokens: readonly Token[]): boolean {
  const joint = tokens[first.end]?.kind ?? '';
  const between = last.first - first.end - 1;
  if (between < 0 || between > 2) return false;
  for (let at = first.end + 1; at < last.first; at++)
    if (!BEFORE_SECOND.has(tokens[at]?.kind ?? '')) return false;
  return JOINTS.has(joint) || (joint === 'and' && BETWEEN.has(tokens[first.first - 1]?.kind ?? ''));
}

/** The weekday, month or day of that name next to the other end. */
function moved(reading: Reading, beside: DayNumber, way: 1 | -1, tokens: readonly Token[]): Reading {
  const { from, basis } = reading;
  if (from === undefined || basis === 'stated') return reading;
  if (reading.yearless) return { ...withYear(reading, beside, way), basis };
  const isWeekday = tokens[reading.end - 1]?.kind === 'weekday' && reading.precision === 'day';
  if (!isWeekday) return reading;
  const weeks = Math.ceil(Math.abs(from - beside) / 7);
  return { ...reading, ...dayPeriod(from + way * 7 * weeks) };
}
