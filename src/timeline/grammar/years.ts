import { yearlessSeason } from '../anchor.ts';
import { dayParts, pad } from '../calendar.ts';
import { UNIT_CODES } from '../lexicon.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../meaning.ts';
import type { PatternMatch } from '../pattern.ts';
import {
  centuryPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  periodAround,
  quarterPeriod,
  type Season,
  seasonPeriod,
  yearPeriod,
} from '../period.ts';
import type { Token } from '../tokens.ts';

const SEASONS: readonly Season[] = ['SP', 'SU', 'FA', 'WI'];

/** Years and what is made of them: decades, centuries, seasons, quarters, halves, fiscal years. */
export const YEARS: readonly Rule[] = [
  {
    pattern:
      '(?<! notYearLead|anyWord dash|figure dash|numbered dot)y:year(?! counted|units|zone|figure|dash units|dash unit|dash figure|meridiem)',
    read: readYear,
  },
  {
    pattern:
      '(?<= yearLead|about dot)y:oldYear(?! counted|units|zone|money)|y2:oldYear(?= to oldYear|dash oldYear|to year|dash year)',
    read: readYear,
  },
  { pattern: '(?<= to|dash)y:oldYear(?= ends)', read: readYear },
  { pattern: '(?<= in|of|since|summer|season|class|poss)y:shortYear', read: readYear },
  { pattern: '(the)? u:unit y:anyFigures', read: readNamedYear },
  {
    pattern:
      '(?<! notYearLead|anyWord dash|figure dash)y:year by:dash d:twoFigures(?! dash|n12)|y2:year by2:slash d2:twoFigures',
    read: readSpan,
  },
  {
    pattern:
      '(the)? d:decade|(?<= mid|early|late|dash)d2:shortDecade|(the) d3:shortDecade|(the) d4:decadeWord',
    read: readDecade,
  },
  { pattern: '(the)? c:hundreds', read: readHundreds },
  {
    pattern:
      '(the)? o:anyOrdinal dash? u:anyUnit (e:bce|ce)?|(the)? t:tens dash o2:anyOrdinal dash? u2:anyUnit',
    read: readOrdinal,
  },
  {
    pattern: '(the)? o:anyOrdinal dash? u:unit (of|comma)? (the)? (fiscal)? (unit)? y:anyYear',
    read: readOrdinal,
  },
  { pattern: '(the)? o:anyOrdinal dash? u:unit of w:thisNext v:unit', read: readOrdinalOfUnit },
  { pattern: '(the)? f:half2 half (of|comma)? (the)? y:anyYear', read: readHalf },
  {
    pattern: 'q:quarterCode (of|comma)? y:anyYear|y2:anyYear q2:quarterCode|q3:quarterCode',
    read: readQuarterCode,
  },
  { pattern: 'h:halfCode (of)? y:anyYear|y2:anyYear h2:halfCode', read: readHalf },
  { pattern: '(the)? s:season (of)? (y:anyYear|y2:shortYear) (slash twoFigures)?', read: readSeason },
  { pattern: '(?<= seasonLead)(the)? s:season(?! of|anyWord)|(the) s2:season(?= stops)', read: readSeason },
  {
    pattern: 'y:fiscalCode|fiscal (unit)? y2:year|fiscal (unit)? y3:shortYear|(the)? y4:year fiscal unit',
    read: readFiscal,
  },
  { pattern: '(the)? w:thisNext? fiscal u:unit', read: readFiscalYear },
  { pattern: '(the)? o:anyOrdinal (dash)? u:unit of m:anyMonth (comma? y:anyYear)?', read: readWeekOfMonth },
];

function yearOf(match: PatternMatch): number | undefined {
  return match.value('y') ?? match.value('y2') ?? match.value('y3') ?? match.value('y4');
}

function readYear(match: PatternMatch): Meaning | undefined {
  const year = yearOf(match);
  return year === undefined ? undefined : placed(yearPeriod(year), 'stated');
}

function readNamedYear(match: PatternMatch): Meaning | undefined {
  const year = yearOf(match) ?? 0;
  // "The year 12 pupils" are no pupils of the year 12.
  return isUnit(match.token('u'), 'year') && year >= 100 && year <= 9999 ? readYear(match) : undefined;
}

/** "2010-11" and "2014/15": two years; "2011-03": a month. */
function readSpan(match: PatternMatch): Meaning | readonly Meaning[] | undefined {
  const year = yearOf(match);
  const token = match.token('d') ?? match.token('d2');
  const joint = match.token('by') ?? match.token('by2');
  if (year === undefined || !token || !joint || token.text.length !== 2) return undefined;
  const last = Math.floor(year / 100) * 100 + token.value;
  if (last <= year)
    return token.value >= 1 && token.value <= 12
      ? placed(monthPeriod(year, token.value), 'stated')
      : undefined;
  const [from, to] = [placed(yearPeriod(year), 'stated'), placed(yearPeriod(last), 'stated')];
  return [
    { ...from, bound: 'from', tokens: [match.first, match.first + 1] },
    { ...to, bound: 'to', tokens: [match.end - 1, match.end] },
  ];
}

function readDecade(match: PatternMatch): Meaning | undefined {
  const value = match.value('d') ?? match.value('d2') ?? match.value('d3') ?? match.value('d4');
  if (value === undefined) return undefined;
  return placed(decadePeriod(value >= 100 ? value : 1900 + value), 'stated');
}

/** "the 1800s" is a century, "the 2000s" a decade. */
function readHundreds(match: PatternMatch): Meaning | undefined {
  const year = match.value('c');
  if (year === undefined) return undefined;
  return placed(year === 2000 ? decadePeriod(year) : centuryPeriod(year), 'stated');
}

/** "the 21st century", "the third quarter", "the third quarter of 2011". */
function readOrdinal(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const unit = match.token('u') ?? match.token('u2');
  const ordinal = (match.value('t') ?? 0) + (match.value('o') ?? match.value('o2') ?? 0);
  if (isUnit(unit, 'century') && ordinal >= 1 && ordinal <= 30) {
    return placed(centuryPeriod(match.token('e') ? -ordinal * 100 : (ordinal - 1) * 100), 'stated');
  }
  if (!isUnit(unit, 'quarter') || ordinal < 1 || ordinal > 4) return undefined;
  const year = match.value('y');
  if (year !== undefined) return placed(quarterPeriod(year, ordinal), 'stated');
  if (anchor.reference === undefined) return unplaced('DATE', `XXXX-Q${ordinal}`);
  return placed(nearestQuarter(ordinal, anchor.reference, anchor), 'relative');
}

function nearestQuarter(quarter: number, reference: number, anchor: Anchor): Period {
  const { year } = dayParts(reference);
  const here = quarterPeriod(year, quarter);
  if (anchor.tense === 'future') return here.to >= reference ? here : quarterPeriod(year + 1, quarter);
  return here.from <= reference ? here : quarterPeriod(year - 1, quarter);
}

/** "the third quarter of last year", "the second half of this year". */
function readOrdinalOfUnit(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [unit, of, which] = [match.token('u'), match.token('v'), match.token('w')];
  const ordinal = match.value('o') ?? 0;
  if (!isUnit(unit, 'quarter') || !isUnit(of, 'year') || ordinal > 4) return undefined;
  if (anchor.reference === undefined) return unplaced('DATE', `XXXX-Q${ordinal}`);
  const year = dayParts(anchor.reference).year + offsetOf(which);
  return placed(quarterPeriod(year, ordinal), 'relative');
}

function readHalf(match: PatternMatch): Meaning | undefined {
  const year = yearOf(match);
  const half = match.value('h') ?? match.value('h2') ?? match.value('f');
  if (year === undefined || (half !== 1 && half !== 2)) return undefined;
  return placed(halfPeriod(year, half), 'stated');
}

function readQuarterCode(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const quarter = match.value('q') ?? match.value('q2') ?? match.value('q3');
  const year = yearOf(match);
  if (quarter === undefined) return undefined;
  if (year !== undefined) return placed(quarterPeriod(year, quarter), 'stated');
  if (anchor.reference === undefined) return unplaced('DATE', `XXXX-Q${quarter}`);
  return placed(nearestQuarter(quarter, anchor.reference, anchor), 'relative');
}

function readSeason(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const season = SEASONS[match.value('s') ?? match.value('s2') ?? -1];
  const year = yearOf(match);
  if (!season) return undefined;
  // "the fall", "the spring" are more often something else.
  if (match.token('s2') && (season === 'FA' || season === 'SP')) return undefined;
  return year === undefined ? yearlessSeason(season, anchor) : placed(seasonPeriod(year, season), 'stated');
}

function readFiscal(match: PatternMatch): Meaning | undefined {
  const year = yearOf(match);
  return year === undefined ? undefined : { ...placed(yearPeriod(year), 'stated'), value: `FY${year}` };
}

function readFiscalYear(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  if (!isUnit(match.token('u'), 'year')) return undefined;
  if (anchor.reference === undefined) return unplaced('DATE', 'FYXXXX');
  const year = dayParts(anchor.reference).year + offsetOf(match.token('w'));
  return { ...placed(yearPeriod(year), 'relative'), value: `FY${year}` };
}

/** "the first week of June": the weeks of a month are counted from its first day. */
function readWeekOfMonth(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const [month, ordinal] = [match.value('m'), match.value('o') ?? 0];
  if (month === undefined || !isUnit(match.token('u'), 'week') || ordinal < 1 || ordinal > 4)
    return undefined;
  const year =
    match.value('y') ?? (anchor.reference === undefined ? undefined : dayParts(anchor.reference).year);
  if (year === undefined) return unplaced('DATE', `XXXX-${pad(month)}`);
  const period = periodAround('week', monthPeriod(year, month).from + 7 * (ordinal - 1));
  return placed(period, match.value('y') === undefined ? 'relative' : 'stated');
}

/** Is this token the unit of this name, singular or plural? */
export function isUnit(token: Token | undefined, name: string): boolean {
  return (
    token !== undefined &&
    UNIT_CODES[token.value] === name &&
    (token.kind === 'unit' || token.kind === 'units')
  );
}

/** "last" = -1, "this" = 0, "next" = 1. */
export function offsetOf(token: Token | undefined): number {
  if (token === undefined) return 0;
  if (['last', 'previous', 'past'].includes(token.kind)) return -1;
  return ['next', 'coming', 'following'].includes(token.kind) ? 1 : 0;
}
