import { type DayNumber, dayNumber, isRealDay } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import { dayPeriod, monthPeriod } from './period.ts';
import type { Token } from './tokens.ts';
import type { Part } from './types.ts';

/** A meaning with the tokens it covers and what its neighbours add to it. */
export interface Reading extends Meaning {
  readonly first: number;
  readonly end: number;
  readonly planned: boolean;
  readonly part?: Part;
  readonly open?: 'start' | 'end';
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
 * 2011", "from 5 March to 7 April 2011"), or of a year that opens the sentence ("In 2011, … in March").
 */
export function lendYears(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const lent = [...readings];
  for (let at = lent.length - 1; at >= 0; at--) {
    const reading = lent[at];
    if (!reading?.yearless) continue;
    const next = lent[at + 1];
    const opening = lent[0];
    if (
      next?.basis === 'stated' &&
      next.from !== undefined &&
      gapIs(reading.end, next.first, tokens, JOINTS)
    ) {
      if (next.precision === 'year' || next.precision === 'month' || next.precision === 'day') {
        lent[at] = withYear(reading, yearOf(next.from), next.from);
      }
    } else if (
      at > 0 &&
      opening?.precision === 'year' &&
      opening.basis === 'stated' &&
      opening.from !== undefined
    ) {
      if (opening.first <= 1 && ['in', 'by'].includes(tokens[0]?.kind ?? '')) {
        lent[at] = withYear(reading, yearOf(opening.from), undefined);
      }
    }
  }
  return lent;
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
    const part = PARTS[word];
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

/** Marks intervals ("from 2011 to 2013") and open ends ("since 2011", "until 2013", "from 2011 onwards"). */
export function markEnds(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const marked = [...readings];
  for (const [at, reading] of readings.entries()) {
    if (reading.type !== 'DATE' || reading.from === undefined) continue;
    const before = tokens[reading.first - 1]?.kind ?? '';
    const after = tokens[reading.end]?.kind ?? '';
    const next = readings[at + 1];
    const joint = next && next.first - reading.end === 1 ? after : '';
    const pair =
      joint === 'dash' ||
      joint === 'longDash' ||
      ((joint === 'to' || joint === 'until') && before === 'from') ||
      (joint === 'and' && before === 'between');
    if (
      next &&
      pair &&
      next.type === 'DATE' &&
      next.from !== undefined &&
      next.from >= reading.from &&
      reading.bound === undefined
    ) {
      marked[at] = { ...reading, bound: 'from' };
      marked[at + 1] = { ...next, bound: 'to' };
    } else if (marked[at]?.bound === undefined) {
      const open = openEnd(before, tokens[reading.first - 2]?.kind ?? '', after, reading.value);
      if (open) marked[at] = { ...reading, open };
    }
  }
  return marked;
}

function openEnd(
  before: string,
  beforeThat: string,
  after: string,
  value: string,
): 'start' | 'end' | undefined {
  if (value.endsWith('_REF')) return undefined;
  const word = before === 'the' ? beforeThat : before;
  if (word === 'since' || word === 'after' || (word === 'from' && (after === 'on_' || after === 'on')))
    return 'end';
  return word === 'until' || word === 'before' ? 'start' : undefined;
}

function gapIs(from: number, to: number, tokens: readonly Token[], kinds: ReadonlySet<string>): boolean {
  if (to <= from || to - from > 2) return false;
  for (let at = from; at < to; at++) if (!kinds.has(tokens[at]?.kind ?? '')) return false;
  return true;
}

function withYear(reading: Reading, year: number, before: DayNumber | undefined): Reading {
  const { month, day } = reading.yearless ?? { month: 1 };
  const inYear = (candidate: number) => {
    if (day === undefined) return monthPeriod(candidate, month);
    return isRealDay(candidate, month, day) ? dayPeriod(dayNumber(candidate, month, day)) : undefined;
  };
  const here = inYear(year);
  const chosen = here && before !== undefined && here.from > before + 366 ? inYear(year - 1) : here;
  return chosen ? { ...reading, ...chosen, basis: 'stated' } : reading;
}

function yearOf(day: DayNumber): number {
  return new Date(day * 86_400_000).getUTCFullYear();
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
