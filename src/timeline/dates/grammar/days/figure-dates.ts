import { dayNumber, isRealDay, pad } from '../../../resolve/day-numbers.ts';
import { dayPeriod, yearPeriod } from '../../../resolve/period.ts';
import { type Anchor, type Meaning, placed, type Rule } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { fullYear } from '../../word-senses.ts';

/** Dates in figures: "31/12/2020", "05.03.2021", "2018.1.5", "22-05-2025", "29Mar22", "10/1-11/2/2017". */
export const FIGURE_DATES: readonly Rule[] = [
  { pattern: '(?<! slash)date:figures(?! slash|counted|measured|money)', read: readFigures },
  { pattern: 'a:n12 slash (b:n12|b:n31) (dash|longDash|to) date:figures(?! slash)', read: readShared },
];

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Software and sections are numbered like dates with two figures for the year. */
const NUMBERED =
  /^(?:v|ver|versions?|releases?|software|build|firmware|updates?|sections?|parts?|figures?|tables?|steps?|level)$/i;
const DATE_LEAD: ReadonlySet<string> = new Set(
  'on by since until from to before after open comma in of and between weekday the'.split(' '),
);

function readFigures(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const text = match.token('date')?.text ?? '';
  if (isGluedToMark(tokens, match.first)) return undefined;
  const named = /^(\d{1,2})([A-Za-z]{3})(\d{2,4})$/.exec(text);
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
    return stated(fullYear(Number(named[3])), month, Number(named[1]));
  }
  const parts = text.split(/[/.-]/);
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  if (parts[0]?.length === 4) return a >= 1000 ? stated(a, b, c) : undefined;
  const yearLength = parts[2]?.length ?? 0;
  if ((parts[0]?.length ?? 0) > 2 || yearLength === 3 || yearLength === 1) return undefined;
  const year = fullYear(c);
  if (year < 1000) return undefined;
  if (text.includes('.')) {
    const before = tokens[match.first - 1];
    const lead = before?.text === ':' ? (tokens[match.first - 2] ?? before) : before;
    if (yearLength === 2 && lead !== undefined && !mayLead(lead)) return undefined;
    return stated(year, b, a) ?? (yearLength === 4 ? stated(year, a, b) : undefined);
  }
  return eitherWay(year, a, b, anchor);
}

/** "=1/2/2003", "@1.2.93"; a quotation mark or a bracket may stand before a date. */
function isGluedToMark(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before?.kind === 'mark' && before.end === token?.start && !/^["“‘'«{|*]$/.test(before.text);
}

function mayLead({ kind, text, start }: Token): boolean {
  if (DATE_LEAD.has(kind)) return true;
  return (kind === 'word' || (kind === 'name' && start === 0)) && !NUMBERED.test(text);
}

/** "10/1-11/2/2017": both in the year of the second one. */
function readShared(match: PatternMatch, anchor: Anchor): readonly Meaning[] | undefined {
  const parts = (match.token('date')?.text ?? '').split('/');
  const [c = 0, d = 0, y = 0] = parts.map(Number);
  const [a, b] = [match.value('a'), match.value('b')];
  if (a === undefined || b === undefined || parts.length !== 3 || parts[0]?.length === 4) return undefined;
  const year = fullYear(y);
  // Day and month stand in one order in both.
  const monthFirst = isRealDay(year, a, b) && isRealDay(year, c, d);
  const dayFirst = isRealDay(year, b, a) && isRealDay(year, d, c);
  const order =
    dayFirst && (!monthFirst || anchor.text?.signs.figureOrder === 'day-first') ? 'day-first' : 'month-first';
  if (!monthFirst && !dayFirst) return undefined;
  const read = (first: number, second: number): Meaning | undefined =>
    order === 'day-first' ? stated(year, second, first) : stated(year, first, second);
  const [from, to] = [read(a, b), read(c, d)];
  if (!from || !to || (from.from ?? 0) > (to.to ?? 0)) return undefined;
  return [
    { ...from, bound: 'from', tokens: [match.first, match.first + 3] },
    { ...to, bound: 'to', tokens: [match.end - 1, match.end] },
  ];
}

/** When both day/month and month/day exist: as elsewhere in the text, else the nearer one, marked as ambiguous. */
function eitherWay(year: number, a: number, b: number, anchor: Anchor): Meaning | undefined {
  const [dayFirst, monthFirst] = [stated(year, b, a), stated(year, a, b)];
  if (dayFirst === undefined || monthFirst === undefined || a === b) return dayFirst ?? monthFirst;
  const order = anchor.text?.signs.figureOrder;
  if (order !== undefined) return order === 'day-first' ? dayFirst : monthFirst;
  const open = { basis: 'relative', ambiguous: true } as const;
  const { reference } = anchor;
  if (reference === undefined || dayFirst.from === undefined || monthFirst.from === undefined)
    return { ...placed(yearPeriod(year), 'relative'), value: `${pad(year, 4)}-XX-XX`, ...open };
  const far = (day: number): number => (day > reference ? 2 * (day - reference) : reference - day);
  return { ...(far(dayFirst.from) <= far(monthFirst.from) ? dayFirst : monthFirst), ...open };
}

function stated(year: number, month: number, day: number): Meaning | undefined {
  return isRealDay(year, month, day) ? placed(dayPeriod(dayNumber(year, month, day)), 'stated') : undefined;
}

/** How a text writes days in figures, told by the first of its dates that can be read in one way only. */
export function figureOrderOf(text: string): 'day-first' | 'month-first' | undefined {
  for (const match of text.matchAll(
    /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d/]|-(?!\d{1,2}\/))/g,
  )) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first';
    if (second > 12 && second <= 31 && first >= 1 && first <= 12) return 'month-first';
  }
  return undefined;
}
