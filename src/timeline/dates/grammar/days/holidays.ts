import { type DayNumber, dayNumber, weekdayOf } from '../../../resolve/day-numbers.ts';
import { dayPeriod } from '../../../resolve/period.ts';
import { settled } from '../../../resolve/resolve-relative.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { isUnit } from '../unit-kinds.ts';

const LEADS: ReadonlySet<string> = new Set('on at by before after since until this last next'.split(' '));

/** Holidays with a day of their own, in one year or in the nearest. */
export const HOLIDAYS: readonly Rule[] = [
  {
    pattern:
      '(?<! named|the)h:holiday (poss)? (e:eve|d:unit|w:weekday)? ((in|of|comma)? (y:year|y:oldYear|y:eraYear|y:n3(?= sentenceGoesOn|ends|anyWord)))?(?! name)',
    read: readHoliday,
  },
  { pattern: '(the)? y:year h:holiday (poss)? (e:eve|d:unit|w:weekday)?', read: readHoliday },
  {
    pattern: 'new n:unit (poss)? (e:eve|d:unit) ((in|of|comma)? (y:year|y:oldYear|y:eraYear))?',
    read: readHoliday,
  },
  { pattern: 'good g:weekday (in|comma)? (y:year)?', read: readHoliday },
];

/** "Christmas sales", "Easter eggs" name a kind of thing, "before Christmas shoppers came" a day. */
function isOfNoun(match: PatternMatch, tokens: readonly Token[]): boolean {
  if (match.token('h') === undefined || match.token('y') || match.end - match.first > 1) return false;
  const lead = tokens[match.first - 1]?.kind ?? '';
  return (
    tokens[match.end]?.kind === 'word' &&
    !LEADS.has(lead) &&
    !/^(?:is|was|has|falls|fell|comes|came|will|but|with)$/.test(tokens[match.end]?.text ?? '')
  );
}

function readHoliday(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  if (match.token('d') && !isUnit(match.token('d'), 'day')) return undefined;
  if (match.token('n') && !isUnit(match.token('n'), 'year')) return undefined;
  if (isOfNoun(match, tokens)) return undefined;
  const dayIn = (year: number): DayNumber | undefined => holidayIn(match, year);
  const year = match.value('y');
  const fixed = year === undefined ? undefined : dayIn(year);
  if (fixed !== undefined) return placed(dayPeriod(fixed), 'stated');
  if (dayIn(2000) === undefined) return undefined;
  return (
    settled((candidate) => {
      const day = dayIn(candidate);
      return day === undefined ? undefined : dayPeriod(day);
    }, anchor) ?? unplaced('DATE', 'XXXX-XX-XX')
  );
}

function holidayIn(match: PatternMatch, year: number): DayNumber | undefined {
  if (match.token('g')) return match.value('g') === 4 ? easterSunday(year) - 2 : undefined;
  const eve = match.token('e') ? 1 : 0;
  if (match.token('n')) return dayNumber(year + eve, 1, 1) - eve;
  switch (match.value('h')) {
    case 0:
      return dayNumber(year, 12, 25 - eve);
    case 1:
      return easterSunday(year) + (match.value('w') === 0 ? 1 : 0) - eve;
    case 2:
      return nthWeekday(year, 11, 3, 4);
    case 3:
      return dayNumber(year, 10, 31);
    case 4:
      return match.token('d') ? dayNumber(year, 12, 26) : undefined;
    case 5:
      return match.token('d') ? dayNumber(year, 2, 14) : undefined;
    default:
      return undefined;
  }
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): DayNumber {
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

/** Western Easter after the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): DayNumber {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}
