import { monthlessDay, yearlessDay, yearlessMonth } from '../anchor.ts';
import { dayNumber, isCalendarDate, isRealDay, pad, parseDay } from '../calendar.ts';
import { type Anchor, type Meaning, placed, type Rule } from '../meaning.ts';
import type { PatternMatch } from '../pattern.ts';
import { dayPeriod, monthPeriod, yearPeriod } from '../period.ts';
import { fullYear } from '../tokens.ts';

/** Days and months by name or in figures: "5 March 2021", "March 5", "Sept. 2011", "2021-03-05", "3-5 May". */
export const CALENDAR_DATES: readonly Rule[] = [
  { pattern: 'm:anyMonth dot? d:n12(?= attack)|m2:n12 slash d2:n12(?! slash)', read: readSeptember11 },
  { pattern: '(anyWeekday dot? comma?)? date:iso', read: readIso },
  { pattern: '(?<! slash)date:figures(?! slash|counted|money)', read: readFigures },
  {
    pattern:
      '(anyWeekday dot? comma?)? (the)? d:dayNo of? (the)? m:anyMonth (dot? comma? of? y:anyYear(?! counted)| comma? y2:shortYear)?',
    read: readDay,
  },
  {
    pattern:
      '(anyWeekday dot? comma?)? m:anyMonth dot? (the)? d:dayNo(?! counted|slash|clock) (comma? y:anyYear(?! counted)| comma? y2:shortYear)?',
    read: readDay,
  },
  {
    pattern: '(the)? d:dayNo to:joined (the)? d2:dayNo of? m:anyMonth (dot? comma? y:anyYear(?! counted))?',
    read: readDayRange,
  },
  {
    pattern: 'm:anyMonth dot? d:dayNo to:joined d2:dayNo(?! counted|slash) (comma? y:anyYear(?! counted))?',
    read: readDayRange,
  },
  {
    pattern: 'm:anyMonth dot? comma? (of)? y:anyYear(?! counted)|m2:anyMonth dot? y2:shortYear',
    read: readMonth,
  },
  {
    pattern:
      'm:month|(?<= strongLead)m2:monthName|(?<= lead)m3:monthName(?! name)|(?<= lead)m4:monthShort dot?',
    read: readMonth,
  },
  { pattern: '(?<= on|by|until|since|from|before|after)the d:nth(?= ends)', read: readMonthless },
];

function readIso(match: PatternMatch): Meaning | undefined {
  const text = match.token('date')?.text ?? '';
  return isCalendarDate(text) ? placed(dayPeriod(parseDay(text)), 'stated') : undefined;
}

/** A date in figures. When both day/month and month/day exist, the one nearer to the reference; without one, the year. */
function readFigures(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const parts = (match.token('date')?.text ?? '').split(/[/.]/);
  const [a, b, c] = parts.map(Number);
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (parts[0]?.length === 4) {
    return isRealDay(a, b, c) ? placed(dayPeriod(dayNumber(a, b, c)), 'stated') : undefined;
  }
  if ((parts[2]?.length ?? 0) === 3 || (parts[0]?.length ?? 0) > 2) return undefined;
  const year = fullYear(c);
  if (year < 1000 || (match.token('date')?.text.includes('.') === true && parts[2]?.length !== 4))
    return undefined;
  const choices = [
    ...(isRealDay(year, a, b) ? [dayNumber(year, a, b)] : []),
    ...(isRealDay(year, b, a) && a !== b ? [dayNumber(year, b, a)] : []),
  ];
  const [first, second] = choices;
  if (first === undefined) return undefined;
  if (second === undefined) return placed(dayPeriod(first), 'stated');
  if (anchor.reference === undefined) {
    return { ...placed(yearPeriod(year), 'stated'), value: `${pad(year, 4)}-XX-XX` };
  }
  const near = Math.abs(first - anchor.reference) <= Math.abs(second - anchor.reference) ? first : second;
  return placed(dayPeriod(near), 'stated');
}

function readDay(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const month = match.value('m');
  const day = match.value('d');
  if (month === undefined || day === undefined) return undefined;
  const year = match.value('y') ?? match.value('y2');
  if (year === undefined) return yearlessDay(month, day, anchor);
  return isRealDay(year, month, day) ? placed(dayPeriod(dayNumber(year, month, day)), 'stated') : undefined;
}

/** "the Sept. 11 attacks" and "9/11": always those of 2001. */
function readSeptember11(match: PatternMatch): Meaning | undefined {
  const month = match.value('m') ?? match.value('m2');
  const day = match.value('d') ?? match.value('d2');
  return month === 9 && day === 11 ? placed(dayPeriod(dayNumber(2001, 9, 11)), 'stated') : undefined;
}

function readDayRange(match: PatternMatch, anchor: Anchor): readonly Meaning[] | undefined {
  const [month, first, last] = [match.value('m'), match.value('d'), match.value('d2')];
  const year = match.value('y');
  const joint = match.token('to');
  if (month === undefined || first === undefined || last === undefined || !joint || last <= first)
    return undefined;
  const read = (day: number): Meaning | undefined => {
    if (year === undefined) return yearlessDay(month, day, anchor);
    return isRealDay(year, month, day) ? placed(dayPeriod(dayNumber(year, month, day)), 'stated') : undefined;
  };
  const [from, to] = [read(first), read(last)];
  if (!from || !to) return undefined;
  return [
    { ...from, bound: 'from' },
    { ...to, bound: 'to' },
  ];
}

function readMonth(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const month = match.value('m') ?? match.value('m2') ?? match.value('m3') ?? match.value('m4');
  const year = match.value('y') ?? match.value('y2');
  if (month === undefined) return undefined;
  return year === undefined ? yearlessMonth(month, anchor) : placed(monthPeriod(year, month), 'stated');
}

function readMonthless(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const day = match.value('d');
  return day === undefined ? undefined : monthlessDay(day, anchor);
}
