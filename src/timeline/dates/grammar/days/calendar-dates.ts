import {
  dayNumber,
  dayParts,
  isCalendarDate,
  isRealDay,
  pad,
  parseDay,
} from '../../../resolve/day-numbers.ts';
import { dayPeriod, monthPeriod } from '../../../resolve/period.ts';
import { monthlessDay, yearlessDay, yearlessMonth } from '../../../resolve/resolve-relative.ts';
import { sentenceAround, startsEntry } from '../../../resolve/story-signs.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { fullYear } from '../../word-senses.ts';
import { offsetOf } from '../unit-kinds.ts';
import { YEAR, yearIn } from '../years/year-part.ts';

const WEEKDAY = '(wd:anyWeekday dot? comma? (the)?)?';
const DAY = '(d:dayNo|d:ordinal(?= of))';

/** Days and months by name: "5 March 2021", "March 5", "the fourteenth of March", "Sept. 2011", "2021-03-05". */
export const CALENDAR_DATES: readonly Rule[] = [
  { pattern: `${WEEKDAY} date:iso`, read: readIso },
  { pattern: `${WEEKDAY} (the)? ${DAY} of? (the)? m:anyMonth ${YEAR}?`, read: readDay },
  {
    pattern: `${WEEKDAY} m:anyMonth dot? (the)? d:dayNo(?! counted|measured|slash|clock|dash dayNo(?! counted|measured|slash|units|unit|clock|meridiem|anyMonth)) ${YEAR}?`,
    read: readDay,
  },
  // "On March 15 protesters gathered", but "in March 15 protesters died".
  { pattern: '(?<= on|since|until|by|before|after)m:anyMonth dot? d:dayNo(?= counted)', read: readDay },
  { pattern: `m:anyMonth dot? (the)? d:ordinal (${YEAR}|(?= ends))`, read: readDay },
  { pattern: `m:anyMonth dot? the d:ordinal(?! unit|units)`, read: readDay },
  { pattern: 'y:year comma? m:anyMonth dot? d:dayNo(?! counted|measured|slash|clock)', read: readDay },
  { pattern: 'y:year m:month', read: readMonth },
  { pattern: 'd:dayNo (dash|slash) m:anyMonth (dash|slash) (y:year|y:oldYear)', read: readDay },
  { pattern: 'd:dayNo dash m:anyMonth dash yy:twoFigures', read: readShort },
  { pattern: 'd:plainDayNo dot m:n12 dot y:year', read: readDay },
  { pattern: `m:anyMonth ${YEAR}`, read: readMonth },
  {
    pattern:
      'm:month|(?<= strongLead)m:monthName|(?<= lead)m:monthName(?! name)|(?<= lead)m:monthShort(?! name) dot?|(?<= lead)m:monthShort dot',
    read: readMonth,
  },
  { pattern: '(?<= the|art|poss|word|name)m:monthName(?= word)', read: readMonthOfNoun },
  {
    pattern: `m:anyMonth dot?(?= (dash|longDash|to|until|slash) m2:anyMonth)|m:anyMonth dot?(?= (and|to) anyMonth ${YEAR})`,
    read: readMonth,
  },
  { pattern: 'm:anyMonth dot?(?= mark|longDash|dash)', read: readMonthOfEntry },
  {
    pattern: '(?<= on|by|until|since|from|before|after|to)the d:nth(?= ends|art|the|pronoun)',
    read: readMonthless,
  },
  {
    pattern: '(?<= on|by|until|since|from|before|after|to)the d:nth(?= word|name)',
    read: readMonthlessStart,
  },
  { pattern: '(the)? d:nth of (the)? w:thisNext month_', read: readDayOfMonth },
];

function readIso(match: PatternMatch): Meaning | undefined {
  const text = match.token('date')?.text ?? '';
  return isCalendarDate(text) ? placed(dayPeriod(parseDay(text)), 'stated') : undefined;
}

function readDay(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const month = match.value('m');
  const day = match.value('d');
  if (month === undefined || day === undefined) return undefined;
  const part = yearIn(match, anchor);
  if (part === undefined) {
    if (hasUnreadYear(tokens, match.end)) return unplaced('DATE', `XXXX-${pad(month)}-${pad(day)}`);
    return yearlessDay(month, day, anchor, match.value('wd'));
  }
  if (part.year === undefined) return unplaced('DATE', `XXXX-${pad(month)}-${pad(day)}`);
  if (!isRealDay(part.year, month, day)) return undefined;
  return placed(dayPeriod(dayNumber(part.year, month, day)), part.basis);
}

/** "01-Dec-17". */
function readShort(match: PatternMatch): Meaning | undefined {
  const [month, day, figures] = [match.value('m'), match.value('d'), match.token('yy')];
  if (month === undefined || day === undefined || figures?.text.length !== 2) return undefined;
  const year = fullYear(figures.value);
  return isRealDay(year, month, day) ? placed(dayPeriod(dayNumber(year, month, day)), 'stated') : undefined;
}

function readMonth(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const month = match.value('m');
  if (month === undefined) return undefined;
  const part = yearIn(match, anchor);
  if (part?.year !== undefined) return placed(monthPeriod(part.year, month), part.basis);
  if (part !== undefined || hasUnreadYear(tokens, match.end)) return unplaced('DATE', `XXXX-${pad(month)}`);
  return yearlessMonth(month, anchor);
}

/** Not what a month has: "a May government" is that of a person. */
const OF_PERSON =
  /^(?:administration|cabinet|camp|family|governments?|ministry|premiership|team|who|is|was|has|had)$/;
const OWNERS = /^(?:the|an?|['’]s|his|her|its|their|our|my|your)$/i;

/** "The March accession", "his May visit": a month that is also a name, before what it was the month of. */
function readMonthOfNoun(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const [owner, noun] = [tokens[match.first - 1]?.text ?? '', tokens[match.end]?.text ?? ''];
  return OWNERS.test(owner) && !OF_PERSON.test(noun) ? readMonth(match, anchor, tokens) : undefined;
}

/** Figures follow that can be a year nobody read ("9 July 12345", "1 March 1445 AH"): none is guessed. */
function hasUnreadYear(tokens: readonly Token[], end: number): boolean {
  const at = tokens[end]?.kind === 'comma' ? end + 1 : end;
  const number = tokens[at];
  if (number === undefined || number.text.length < 3 || number.text.length > 5) return false;
  if (!['n3', 'figure', 'year', 'oldYear', 'farYear'].includes(number.kind) || number.text.includes(','))
    return false;
  const after = tokens[at + 1]?.kind ?? 'dot';
  if (['dot', 'close', 'hijri'].includes(after)) return true;
  if (at > end || after.endsWith('_')) return false;
  // "On 8 June 793 raiders landed" may tell of the year 793 or of so many raiders; "200 raiders" are an amount.
  if (after === 'word' || after === 'name') return number.kind === 'n3' && number.value % 10 !== 0;
  return !['counted', 'measured', 'money', 'numbered', 'attack'].includes(after);
}

function readMonthless(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const day = match.value('d');
  return day === undefined ? undefined : monthlessDay(day, anchor);
}

/** "On the 8th troops came in": at the head of a sentence of a story, and not "on the 8th floor". */
function readMonthlessStart(
  match: PatternMatch,
  anchor: Anchor,
  tokens: readonly Token[],
): Meaning | undefined {
  const isHead = sentenceAround(tokens, match.first)[0] === match.first - 1;
  const after = tokens[match.end]?.text ?? '';
  return isHead && anchor.previous?.precision === 'day' && /^\p{Ll}+s$/u.test(after)
    ? readMonthless(match, anchor)
    : undefined;
}

/** "April: the plant is closed": a line of a chronology. */
function readMonthOfEntry(
  match: PatternMatch,
  anchor: Anchor,
  tokens: readonly Token[],
): Meaning | undefined {
  return startsEntry(tokens, match.first, match.end) ? readMonth(match, anchor, tokens) : undefined;
}

/** "the 3rd of last month". */
function readDayOfMonth(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [day, word] = [match.value('d') ?? 0, match.token('w')];
  const told = ['that', 'same', 'following'].includes(word?.kind ?? '');
  const origin = told ? anchor.previous?.from : anchor.reference;
  if (origin === undefined) return unplaced('DATE', `XXXX-XX-${pad(day)}`);
  const { year, month } = dayParts(origin);
  const whole = dayParts(dayNumber(year, month + offsetOf(word), 1));
  if (!isRealDay(whole.year, whole.month, day)) return undefined;
  return placed(dayPeriod(dayNumber(whole.year, whole.month, day)), 'relative');
}
