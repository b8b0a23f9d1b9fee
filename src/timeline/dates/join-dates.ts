import type { Part } from '../dated-event.ts';
import { type DayNumber, dayNumber, dayParts, isRealDay, weekdayOf } from '../resolve/day-numbers.ts';
import { dayPeriod, monthPeriod } from '../resolve/period.ts';
import type { Meaning } from './meaning.ts';
import type { Token } from './token.ts';

/** A meaning with the tokens it covers and what its neighbours add to it. */
export interface Reading extends Meaning {
  readonly first: number;
  readonly end: number;
  /** Whether a verb tells it as to come, or as past. */
  readonly planned: boolean;
  readonly past?: boolean;
  readonly open?: 'start' | 'end';
  readonly compared?: boolean;
}

const JOINTS: ReadonlySet<string> = new Set(['to', 'dash', 'longDash', 'and', 'comma', 'until']);
const PARTS: Readonly<Record<string, Part>> = {
  early: 'early',
  start: 'early',
  mid: 'mid',
  late: 'late',
  end: 'late',
};

/**
 * A month or day without a year takes the year of the date that follows it in a list or interval ("March and April
 * 2011", "from 5 March to 7 April 2011", "from December to February 2015": the one before it), or of the one that it
 * follows ("between 30 December 2019 and 4 January": the next one after it).
 */
export function lendYears(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const lent = [...readings];
  for (let at = lent.length - 1; at >= 0; at--) {
    const [reading, next] = [lent[at], lent[at + 1]];
    if (!reading?.yearless || next === undefined || !isYearly(next)) continue;
    if (gapIs(reading.end, next.first, tokens, JOINTS)) lent[at] = withYear(reading, next.from, -1);
  }
  for (let at = 1; at < lent.length; at++) {
    const [reading, before] = [lent[at], lent[at - 1]];
    if (!reading?.yearless || reading.basis === 'stated' || before === undefined || !isYearly(before))
      continue;
    if (gapIs(before.end, reading.first, tokens, JOINTS)) lent[at] = withYear(reading, before.from, 1);
  }
  return lent;
}

/** "on Friday and Saturday, March 17-18, 2023": the weekdays are those of the days that follow them. */
export function settleWeekdays(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const settled = [...readings];
  for (let at = settled.length - 2; at >= 0; at--) {
    const [reading, next] = [settled[at], settled[at + 1]];
    if (!reading || !next || !isWeekday(reading, tokens) || next.precision !== 'day') continue;
    if (!gapIs(reading.end, next.first, tokens, BESIDE)) continue;
    const days = settled
      .slice(at + 1)
      .filter(({ from, precision }) => from !== undefined && precision === 'day');
    const last = days.findIndex(
      (day, nth) => nth > 0 && !gapIs(days[nth - 1]?.end ?? 0, day.first, tokens, BESIDE),
    );
    const same = (last < 0 ? days : days.slice(0, last)).find(
      (day) => !isWeekday(day, tokens) && weekdayOf(day.from ?? 0) === tokens[reading.first]?.value,
    );
    if (same?.from !== undefined) settled[at] = { ...reading, ...dayPeriod(same.from), basis: same.basis };
  }
  return settled;
}

const BESIDE: ReadonlySet<string> = new Set(['to', 'dash', 'longDash', 'and', 'comma', 'open']);

function isWeekday({ first, end, type }: Reading, tokens: readonly Token[]): boolean {
  return type === 'DATE' && end - first === 1 && tokens[first]?.kind === 'weekday';
}

function isYearly(reading: Reading): reading is Reading & { readonly from: DayNumber } {
  return (
    reading.basis === 'stated' &&
    reading.from !== undefined &&
    (reading.precision === 'month' || reading.precision === 'day')
  );
}

/** Takes the words "early", "mid-", "the end of", "later", "about" into the expression and narrows it by them. */
export function widen(
  readings: readonly Reading[],
  tokens: readonly Token[],
  reference: number | undefined,
): Reading[] {
  return readings.map((reading, index) => {
    if (reading.type !== 'DATE') return reading;
    const floor = readings[index - 1]?.end ?? 0;
    const kind = (at: number): string => (at >= floor ? (tokens[at]?.kind ?? '') : '');
    let first = reading.first;
    let widened: Reading = reading;
    const coarse = reading.precision !== undefined && reading.precision !== 'day';
    const before = kind(first - 1) === 'dash' || kind(first - 1) === 'of' || kind(first - 1) === 'in' ? 2 : 1;
    const word = kind(first - before);
    const part = reading.part === undefined ? PARTS[word] : undefined;
    const joined =
      before === 1 ||
      (kind(first - 1) === 'dash'
        ? word === 'mid'
        : kind(first - 1) === 'of'
          ? true
          : word !== 'end' && word !== 'start');
    if (
      part !== undefined &&
      joined &&
      (coarse || reading.from === undefined) &&
      reading.value.search(/REF/) < 0
    ) {
      first -= before;
      if (kind(first - 1) === 'the') first -= 1;
      widened = { ...narrowed(widened, part), part };
    } else if (
      before === 1 &&
      (word === 'earlier' || word === 'later') &&
      coarse &&
      reference !== undefined
    ) {
      first -= 1;
      widened = cutAt(widened, word, reference);
    }
    if (kind(first - 1) === 'about' || (kind(first - 1) === 'dot' && kind(first - 2) === 'about')) {
      first -= kind(first - 1) === 'dot' ? 2 : 1;
      widened = { ...widened, approx: true };
    }
    return { ...widened, first };
  });
}

function gapIs(from: number, to: number, tokens: readonly Token[], kinds: ReadonlySet<string>): boolean {
  if (to <= from || to - from > 2) return false;
  for (let at = from; at < to; at++) if (!kinds.has(tokens[at]?.kind ?? '')) return false;
  return true;
}

/** The day or month of that name next to a day: the last one before it (-1) or the first one after it (1). */
export function withYear(reading: Reading, beside: DayNumber, way: 1 | -1): Reading {
  const { month, day } = reading.yearless ?? { month: 1 };
  const { year } = dayParts(beside);
  const choices = [year, year + way, year + 4 * way].flatMap((candidate) => {
    if (day === undefined) return monthPeriod(candidate, month);
    return isRealDay(candidate, month, day) ? dayPeriod(dayNumber(candidate, month, day)) : [];
  });
  const chosen = choices.find(({ from }) => (way < 0 ? from <= beside : from >= beside));
  return chosen ? { ...reading, ...chosen, basis: 'stated' } : reading;
}

/** The first, middle or last third of a period. */
function narrowed(reading: Reading, part: Part): Reading {
  if (reading.from === undefined || reading.to === undefined) return reading;
  const third = (reading.to - reading.from + 1) / 3;
  const index = part === 'early' ? 0 : part === 'mid' ? 1 : 2;
  const from = reading.from + Math.round(third * index);
  return { ...reading, from, to: reading.from + Math.round(third * (index + 1)) - 1 };
}

/** "earlier this month" ends, "later this year" begins on the day of publication. */
function cutAt(reading: Reading, word: string, reference: DayNumber): Reading {
  if (reading.from === undefined || reading.to === undefined) return reading;
  if (reference < reading.from || reference > reading.to) return reading;
  return word === 'earlier' ? { ...reading, to: reference } : { ...reading, from: reference };
}
