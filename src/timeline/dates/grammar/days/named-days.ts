import { dayNumber, dayParts, isRealDay, pad } from '../../../resolve/day-numbers.ts';
import { dayPeriod } from '../../../resolve/period.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';

/** Events known by their day: "the September 11 attacks", "9/11", "the 26/11 attacks", "Black Monday", "D-Day". */
export const NAMED_DAYS: readonly Rule[] = [
  { pattern: 'm:anyMonth dot? (the)? d:dayNo (word|name|mark)? attack', read: readKnown },
  { pattern: 'd:dayNo (of)? m:anyMonth (word|name|mark)? attack', read: readKnown },
  {
    pattern: '(?<! slash|figure|n3)(a:n12|a:n31) slash (b:n12|b:n31)(?! slash|n3|figure)',
    read: readFigures,
  },
  { pattern: 'n:named (w:weekday)(?! name)', read: readWeekday },
  {
    pattern: 'attack of (the)? (m:anyMonth dot? d:dayNo|d:dayNo of? m:anyMonth)(?! comma anyYear|anyYear)',
    read: readAttackOf,
  },
  {
    pattern: '(the)? m:anyMonth dot? d:dayNo aftermath|(the) m:anyMonth dot? d:dayNo counted',
    read: readAftermath,
  },
  { pattern: 'm:anyMonth dot? d:dayNo dash word', read: readAftermath },
  { pattern: 'n:name dash? day_', read: readNamedDay },
];

/**
 * The list of events known by month and day, with the year of the one that is meant wherever no year is named: those
 * that newspapers call by their date alone. An event not in this list is placed only if it was not long ago.
 */
const KNOWN: readonly { readonly month: number; readonly day: number; readonly year: number }[] = [
  { month: 9, day: 11, year: 2001 },
  { month: 10, day: 7, year: 2023 },
  { month: 1, day: 6, year: 2021 },
  { month: 7, day: 7, year: 2005 },
  { month: 7, day: 20, year: 1944 },
  { month: 7, day: 15, year: 2016 },
  { month: 11, day: 26, year: 2008 },
  { month: 3, day: 11, year: 2004 },
  { month: 11, day: 13, year: 2015 },
];
/** Days known by figures, as they are written: month first in the United States, day first elsewhere. */
const FIGURES: Readonly<Record<string, readonly [year: number, month: number, day: number]>> = {
  '9/11': [2001, 9, 11],
  '26/11': [2008, 11, 26],
  '7/7': [2005, 7, 7],
  '10/7': [2023, 10, 7],
};
/** Days with a name that only one day has; "Bloody Sunday" has several. */
const WEEKDAYS: Readonly<Record<string, readonly [year: number, month: number, day: number]>> = {
  'black monday': [1987, 10, 19],
  'black tuesday': [1929, 10, 29],
  'black thursday': [1929, 10, 24],
  'black wednesday': [1992, 9, 16],
};
/** Days known by letters. */
const DAYS: ReadonlyMap<string, readonly [year: number, month: number, day: number]> = new Map(
  Object.entries<readonly [year: number, month: number, day: number]>({
    D: [1944, 6, 6],
    VE: [1945, 5, 8],
    VJ: [1945, 8, 15],
  }),
);
/** An event that is not in the list was not longer ago than this many days. */
const RECENT = 120;

/** What there is of every day. */
const OF_A_DAY = /^(?:hearings?|case|charges|inquiry|investigations?|probe|prosecutions?)$/i;
/** Not what the list is of. */
const NATURAL = /^(?:earth)?quakes?$|^(?:disaster|tragedy)$/i;

function readKnown(match: PatternMatch, anchor: Anchor, all: readonly Token[]): Meaning | undefined {
  const [month, day] = [match.value('m'), match.value('d')];
  if (month === undefined || day === undefined || !isRealDay(2000, month, day)) return undefined;
  const { reference, previous } = anchor;
  const covers: readonly [number, number] = [match.first, match.end - 1];
  const tokens = { tokens: covers };
  const told = previous && dayParts(previous.from);
  const nearest =
    reference === undefined
      ? undefined
      : [dayParts(reference).year, dayParts(reference).year - 1]
          .filter((year) => isRealDay(year, month, day))
          .map((year) => dayNumber(year, month, day))
          .find((candidate) => candidate <= reference);
  const isNatural = NATURAL.test(all[match.end - 1]?.text ?? '');
  const known = isNatural ? undefined : KNOWN.find((one) => one.month === month && one.day === day);
  const knownDay = known && dayNumber(known.year, month, day);
  const past = knownDay !== undefined && (reference === undefined || knownDay <= reference);
  // Said of a day that the text has told before; of this year or the last it may only have been guessed.
  const isSame = previous?.precision === 'day' && told?.month === month && told.day === day;
  const isGuess = reference !== undefined && (told?.year ?? 0) >= dayParts(reference).year - 1;
  if (previous && isSame && !(past && isGuess))
    return { ...placed(dayPeriod(previous.from), 'relative'), ...tokens };
  if (past) return { ...placed(dayPeriod(knownDay), 'stated'), ...tokens };
  if (
    known === undefined &&
    reference !== undefined &&
    nearest !== undefined &&
    reference - nearest <= RECENT
  )
    return { ...placed(dayPeriod(nearest), 'relative'), ...tokens };
  return { ...unplaced('DATE', `XXXX-${pad(month)}-${pad(day)}`), ...tokens };
}

/** "the January 6 committee", "the October 7 hostages": of a listed day only. */
function readAftermath(match: PatternMatch, anchor: Anchor, all: readonly Token[]): Meaning | undefined {
  if (!isListed(match)) return undefined;
  // "the Nov. 13 hearing" may be one of that day: only of the sixth of January all that follows is known by it.
  const isOfDay = OF_A_DAY.test(all[match.end - 1]?.text ?? '');
  return isOfDay && !(match.value('m') === 1 && match.value('d') === 6)
    ? undefined
    : readKnown(match, anchor, all);
}

/** "the attacks of September 11". */
function readAttackOf(match: PatternMatch, anchor: Anchor, all: readonly Token[]): Meaning | undefined {
  return isListed(match) ? readKnown(match, anchor, all) : undefined;
}

function isListed(match: PatternMatch): boolean {
  return KNOWN.some(({ month, day }) => month === match.value('m') && day === match.value('d'));
}

/** "D-Day", "VE Day". */
function readNamedDay(match: PatternMatch): Meaning | undefined {
  const found = DAYS.get(match.token('n')?.text ?? '');
  return found && placed(dayPeriod(dayNumber(...found)), 'stated');
}

function readFigures(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const found = FIGURES[`${match.value('a')}/${match.value('b')}`];
  if (found === undefined) return undefined;
  const day = dayNumber(...found);
  if (anchor.reference !== undefined && day > anchor.reference) return undefined;
  return placed(dayPeriod(day), 'stated');
}

function readWeekday(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const found = WEEKDAYS[`${match.token('n')?.text} ${match.token('w')?.text}`.toLowerCase()];
  if (found === undefined) return undefined;
  const day = dayNumber(...found);
  if (anchor.reference !== undefined && day > anchor.reference) return undefined;
  return placed(dayPeriod(day), 'stated');
}
