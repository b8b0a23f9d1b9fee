import type { CalendarDate } from '../../corpus/article.ts';
import { type DayParts, dayParts, parseDay } from '../../timeline/resolve/day-numbers.ts';
import { type Dated, isInterval, lastPeriod } from '../../timeline/tell/format-dates.ts';
import type { WordKey } from './languages.ts';
import type { Words } from './words.ts';

/** The months in which the seasons begin, as the timeline counts them. */
const SEASONS = { 3: 'when.spring', 6: 'when.summer', 9: 'when.autumn', 12: 'when.winter' } as const;

const PARTS = {
  early: 'when.early',
  mid: 'when.mid',
  late: 'when.late',
  'first half': 'when.halfOne',
  'second half': 'when.halfTwo',
} as const satisfies Record<NonNullable<Dated['part']>, WordKey>;

/**
 * A date as finely as it is known, and no finer, in the words of a language: as `formatWhen` writes it in English, with the
 * names of days, months and eras by Intl.
 */
export function whenText(event: Dated, words: Words): string {
  const name = isInterval(event)
    ? words.say('when.span', { from: periodText(event, words), to: periodText(lastPeriod(event), words) })
    : periodText(event, words);
  const dated = event.part === undefined ? name : words.say(PARTS[event.part], { when: name });
  const near = event.approx === true ? words.say('when.about', { when: dated }) : dated;
  if (event.open === undefined) return near;
  return words.say(event.open === 'end' ? 'when.since' : 'when.until', { when: near });
}

function periodText({ from, precision }: Dated, words: Words): string {
  const { year, month } = dayParts(parseDay(from));
  const day = () => intlText(from, { day: 'numeric', month: 'long', year: 'numeric' }, words);
  const yearName = intlText(from, { year: 'numeric' }, words);
  const bc = (when: string) => (year > 0 ? when : words.say('when.bc', { when }));
  switch (precision) {
    case 'day':
      return day();
    case 'weekend':
      return words.say('when.weekend', { day: day() });
    case 'week':
      return words.say('when.week', { day: day() });
    case 'month':
      return intlText(from, { month: 'long', year: 'numeric' }, words);
    case 'quarter':
      return words.say('when.quarter', { number: Math.ceil(month / 3), year: yearName });
    case 'season': {
      const season = Object.entries(SEASONS).find(([first]) => Number(first) === month)?.[1];
      const next = month === 12 && year > 0 ? `/${String(year + 1).slice(-2)}` : '';
      return season === undefined ? yearName : words.say(season, { year: `${yearName}${next}` });
    }
    case 'half':
      return words.say(month <= 6 ? 'when.firstHalf' : 'when.secondHalf', { year: yearName });
    case 'year':
      return yearName;
    case 'decade':
      return bc(words.say('when.decade', { year: String(Math.floor(counted(year) / 10) * 10) }));
    case 'century':
      return bc(numbered('when.century', year, 100, words));
    case 'millennium':
      return bc(numbered('when.millennium', year, 1000, words));
  }
}

/** 0 is the year before 1: years before it are counted backwards. */
function counted(year: number): number {
  return year > 0 ? year : 1 - year;
}

function numbered(
  key: 'when.century' | 'when.millennium',
  year: number,
  length: number,
  words: Words,
): string {
  const number = year > 0 ? Math.floor(year / length) + 1 : Math.ceil((1 - year) / length);
  return words.say(key, { number, roman: roman(number) });
}

const NUMERALS = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** French and Spanish count centuries so. */
function roman(number: number): string {
  let [left, text] = [number, ''];
  for (const [value, numeral] of NUMERALS) {
    for (; left >= value; left -= value) text += numeral;
  }
  return text;
}

function intlText(day: CalendarDate, options: Intl.DateTimeFormatOptions, words: Words): string {
  return dayText(dayParts(parseDay(day)), options, words);
}

/** A day, or what the options take of it; before the year 1 with its era. */
export function dayText(
  { year, month, day }: DayParts,
  options: Intl.DateTimeFormatOptions,
  words: Words,
): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const era = year > 0 ? {} : ({ era: 'short' } as const);
  return words.day(date, { ...options, ...era });
}
