import { dayPeriod, PRECISIONS } from '../resolve/period.ts';
import { nthWeekday } from '../resolve/resolve-relative.ts';
import { movedBy } from './grammar/relative/ago.ts';
import { shifted } from './grammar/relative/last-this-next.ts';
import type { Reading } from './join-dates.ts';
import { placed, type Step } from './meaning.ts';
import type { Token } from './token.ts';

/** What may stand between "two days after" and its date. */
const BETWEEN: ReadonlySet<string> = new Set(['the', 'art']);

/**
 * Joins an amount of time before or after a date with that date: "the day before the 4 July 2013 parade" is 3 July 2013.
 * The date must be as fine as what is counted.
 */
export function takeSteps(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const joined: Reading[] = [];
  for (let at = 0; at < readings.length; at++) {
    const [reading, next] = [readings[at], readings[at + 1]];
    if (reading === undefined) continue;
    const moved = next && stepped(reading, next, tokens);
    joined.push(moved ?? reading);
    if (moved) at++;
  }
  return joined;
}

function stepped(reading: Reading, next: Reading, tokens: readonly Token[]): Reading | undefined {
  const { step } = reading;
  if (step === undefined || next.type !== 'DATE' || next.from === undefined || next.to === undefined)
    return undefined;
  for (let at = reading.end; at < next.first; at++)
    if (!BETWEEN.has(tokens[at]?.kind ?? '')) return undefined;
  if (!('unit' in step)) return next.precision === 'day' ? stepOfDays(reading, step, next) : undefined;
  const found = shifted(step.unit, step.count, step.count > 0 ? next.to : next.from);
  if (next.precision === 'day' && found?.precision === 'week') return stepOfWeeks(reading, next);
  if (found?.precision === undefined || next.precision === undefined) return undefined;
  if (PRECISIONS.indexOf(next.precision) > PRECISIONS.indexOf(found.precision)) return undefined;
  const { first, planned } = reading;
  return {
    ...found,
    basis: next.basis,
    narrative: true,
    first,
    end: next.end,
    planned: planned || next.planned,
  };
}

/** "the first Tuesday after 1 November 2022", "the evening before 9 May 2015". */
function stepOfDays(
  reading: Reading,
  step: Exclude<Step, { unit: Token }>,
  next: Reading,
): Reading | undefined {
  const { from } = next;
  if (from === undefined) return undefined;
  const { first, planned } = reading;
  const day = 'days' in step ? from + step.days : nthWeekday(from, step.weekday, step.count);
  return {
    ...placed(dayPeriod(day), next.basis),
    narrative: true,
    first,
    end: next.end,
    planned: planned || next.planned,
  };
}

/** "a week before 14 February 2015" is a day too. */
function stepOfWeeks(reading: Reading, next: Reading): Reading | undefined {
  const { step } = reading;
  const day = step && 'unit' in step && next.from !== undefined && movedBy(next.from, step.unit, step.count);
  if (typeof day !== 'number') return undefined;
  const { first, planned } = reading;
  return { ...placed(dayPeriod(day), next.basis), narrative: true, first, end: next.end, planned };
}

/** "10 p.m. Wednesday", "noon Thursday": a clock right before a day is a time of that day. */
export function setClocks(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const set: Reading[] = [];
  for (let at = 0; at < readings.length; at++) {
    const [reading, next] = [readings[at], readings[at + 1]];
    if (reading === undefined) continue;
    const gap = next === undefined ? -1 : next.first - reading.end;
    const isClock = reading.type === 'TIME' && reading.from === undefined && reading.value.startsWith('T');
    const follows = gap === 0 || (gap === 1 && tokens[reading.end]?.kind === 'comma');
    if (
      next &&
      isClock &&
      follows &&
      next.type === 'DATE' &&
      next.precision === 'day' &&
      next.basis === 'relative'
    ) {
      set.push({ ...next, type: 'TIME', value: `${next.value}${reading.value}`, first: reading.first });
      at++;
    } else set.push(reading);
  }
  return set;
}
