import type { CalendarDate } from '../../corpus/article.ts';
import { trimEndOf } from '../../text/trim-ends.ts';
import type { DateExpression } from '../dated-event.ts';
import { compareDays, formatNearestDay, parseDay } from '../resolve/day-numbers.ts';
import { findDates } from './find-dates.ts';

const UNITS: ReadonlyMap<string, string> = new Map([
  ['D', 'days'],
  ['W', 'weeks'],
  ['M', 'months'],
  ['Y', 'years'],
]);

/** A stretch of time as somebody typed it; an end that is left open is absent. */
export interface AskedPeriod {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/**
 * Reads a period in free form: "2011", "June 2021", "5 March 2021", "last year", "the 1990s", "2011-2013", "since
 * 2011", "before June 2015", "last 5 years", "2011..", "1066", "44 BC".
 *
 * @param today the day that "last year" is told from
 * @returns the period, or nothing when the text names no date or has more than dates in it
 */
export function parsePeriod(text: string, today: CalendarDate): AskedPeriod | undefined {
  return readPeriod(text, today)?.period;
}

/** {@link parsePeriod}, and whether the text names both ends of an interval ("2011-2013"). */
export function readPeriod(
  text: string,
  today: CalendarDate,
): { readonly period: AskedPeriod; readonly interval: boolean } | undefined {
  const asked = capitalised(yearsNamed(spelledOut(text.trim().replace(/\s+/g, ' '))));
  if (asked === '') return undefined;
  const dates = findDates(asked, today).filter((found) => found.type === 'DATE' || found.type === 'DURATION');
  if (/[\p{L}\d]/u.test(leftOver(asked, dates))) return undefined;
  const [first, second] = dates;
  if (!first || dates.length > 2) return undefined;
  const period = second ? between(first, second) : placeOf(first, asked, today);
  return period && { period, interval: second !== undefined };
}

function between(first: DateExpression, second: DateExpression): AskedPeriod | undefined {
  if (first.from === undefined || second.to === undefined || compareDays(second.to, first.from) < 0)
    return undefined;
  return { from: first.from, to: second.to };
}

function placeOf(date: DateExpression, asked: string, today: CalendarDate): AskedPeriod | undefined {
  if (date.type === 'DURATION') return stretch(date, asked, today);
  if (date.from === undefined || date.to === undefined) {
    return date.value === 'PRESENT_REF' ? { from: today, to: today } : undefined;
  }
  if (date.open === 'end') return { from: /^after\b/i.test(asked) ? dayAfter(date.to) : date.from };
  if (date.open === 'start') return { to: /^before\b/i.test(asked) ? dayBefore(date.from) : date.to };
  return { from: date.from, to: date.to };
}

/** "the last 5 years" up to today. */
function stretch(duration: DateExpression, asked: string, today: CalendarDate): AskedPeriod | undefined {
  if (!/\b(?:last|past|previous)\b/i.test(asked)) return undefined;
  const amount = /^P(\d+)([DWMY])$/.exec(duration.value);
  const unit = UNITS.get(amount?.[2] ?? '');
  if (!amount || !unit) return undefined;
  const [start] = findDates(`${amount[1]} ${unit} ago`, today);
  return start?.from === undefined ? undefined : { from: start.from, to: today };
}

function dayAfter(day: CalendarDate): CalendarDate {
  return formatNearestDay(parseDay(day) + 1);
}

function dayBefore(day: CalendarDate): CalendarDate {
  return formatNearestDay(parseDay(day) - 1);
}

/** "2011..2013", "2011 – 2013", "2011..", "..2013" in words; a month alone gets the preposition the grammar asks for. */
function spelledOut(text: string): string {
  return openEnd(text.replace(/^(?:\.{2,}|→|to\b)\s*(?=\S)/i, 'until '))
    .replace(/\.{2,}|(?<=\s)(?:-|–|—|→)(?=\s)/g, ' to ')
    .replace(/\s+/g, ' ')
    .replace(/^(?=\p{L}+$)/u, 'in ');
}

function openEnd(text: string): string {
  const mark = /(?:\.\.|→|\bto)$/i.exec(text);
  if (!mark) return text;
  const from = trimEndOf(text.slice(0, mark.index), mark[0] === '../..' ? /[\s.]/ : /\s/);
  return /^\S/.test(from) ? `since ${from}` : text;
}

/** Who asks for "1850", "476-1066" or "before 2060" means years, where a text might mean amounts. */
function yearsNamed(text: string): string {
  if (/\b(?:b\.? ?c|a\.? ?d|c\.? ?e)\b/i.test(text)) return text;
  return text
    .replace(/(?<![\d-])(\d{3,4})[-–—](?=\d{3,4}(?![\d-]))/g, '$1 to ')
    .replace(
      /(^|\b(?:in|to|and|from|since|until|till|before|after|between|by|early|late|mid|the) )(?=\d{3,4}(?:$| ))/gi,
      '$1year ',
    );
}

/** Nobody types capitals into a search box, but the grammar needs those of "May" and "March". */
function capitalised(text: string): string {
  return text
    .replace(/\b(?:b\.? ?c\.?(?: ?e\.?)?|a\.? ?d\.?|c\.? ?e\.?)(?=$|[\s\d–-])/gi, (era) => era.toUpperCase())
    .replace(
      /\b(?:may|march|august|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/gi,
      (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    );
}

function leftOver(text: string, dates: readonly DateExpression[]): string {
  const rest = dates.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
  return rest.replace(
    /\b(?:from|to|until|till|since|before|after|between|and|in|on|by|the|during|of|onwards?|over|within)\b/gi,
    ' ',
  );
}
