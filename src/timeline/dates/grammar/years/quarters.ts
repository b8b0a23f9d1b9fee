import { dayParts, parseDay } from '../../../resolve/day-numbers.ts';
import {
  centuryPeriod,
  decadePeriod,
  halfPeriod,
  type Period,
  quarterPeriod,
  SEASONS,
  seasonPeriod,
} from '../../../resolve/period.ts';
import { yearlessSeason } from '../../../resolve/resolve-relative.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { SETS } from '../kind-sets.ts';
import { YEAR, YEAR_BEFORE, yearIn } from './year-part.ts';

const YEAR_KINDS: ReadonlySet<string> = new Set(SETS.anyYear);
const FISCAL_YEAR = '(of|in)? (the)? ((fiscal|fy) (year_)? (y:year|y:shortYear)|y:fiscalCode)';

/** Seasons, quarters and halves of a year, and halves of decades and centuries. */
export const QUARTERS: readonly Rule[] = [
  { pattern: `(the)? (o:anyOrdinal|o:final|o:opening) dash? quarter_ ${YEAR}?`, read: readQuarter },
  { pattern: `the o:last quarter_ (of|in) ${YEAR}`, read: readQuarter },
  { pattern: `${YEAR_BEFORE} (o:anyOrdinal|o:final|o:opening) dash? quarter_`, read: readQuarter },
  { pattern: `quarter_ o:n12 ${YEAR}?|quarter_ o:count ${YEAR}?`, read: readQuarter },
  {
    pattern: `q:quarterCode ${YEAR}?|y:year q:quarterCode|q:quarterCode dash? y:shortYear`,
    read: readQuarter,
  },
  { pattern: 'c:quarterYear', read: readCode },
  { pattern: `(the)? (o:anyOrdinal|o:final|o:opening) dash? quarter_ ${FISCAL_YEAR}`, read: readQuarter },
  { pattern: `q:quarterCode comma? ${FISCAL_YEAR}|fiscal q:quarterCode ${YEAR}`, read: readQuarter },
  {
    pattern: `y:fiscalCode comma? q:quarterCode|fiscal (year_)? y:year comma? q:quarterCode`,
    read: readQuarter,
  },
  { pattern: `(the)? fiscal o:anyOrdinal dash? quarter_ ${YEAR}?`, read: readQuarter },
  {
    pattern: `(the)? (o:ordinal|o:final|o:opening) half ${YEAR}|h:halfCode ${YEAR}|y:year h:halfCode`,
    read: readHalf,
  },
  { pattern: `${YEAR_BEFORE} (o:ordinal|o:final|o:opening) half`, read: readHalf },
  {
    pattern: '(the)? (o:ordinal|o:final|o:opening) half of (the)? c:anyOrdinal century_ (e:era)?',
    read: readHalfCentury,
  },
  {
    pattern: '(the)? (o:ordinal|o:final|o:opening) half of (the)? (d:decade|d:shortDecade)',
    read: readHalfDecade,
  },
  { pattern: `(the)? s:season ${YEAR} (slash twoFigures)?`, read: readSeason },
  { pattern: '(the)? s:seasons (of|in)? anyYear (comma? and? anyYear){1,9}', read: readSeasons },
  { pattern: '(?<= seasonLead)(the)? s:season(?! of|anyWord)|(the) s2:season(?= stops)', read: readSeason },
];

function ordinalOf(match: PatternMatch, last: number): number {
  return ['final', 'last'].includes(match.token('o')?.kind ?? '')
    ? last
    : (match.value('o') ?? match.value('q') ?? 0);
}

function readQuarter(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const quarter = ordinalOf(match, 4);
  if (quarter < 1 || quarter > 4) return undefined;
  const part = yearIn(match, anchor);
  if (part?.year !== undefined) return placed(quarterPeriod(part.year, quarter), part.basis);
  if (anchor.reference === undefined || part !== undefined) return unplaced('DATE', `XXXX-Q${quarter}`);
  return placed(nearestQuarter(quarter, anchor.reference, anchor), 'relative');
}

/** Results are told of a quarter that is over, and of the running one in advance. */
function nearestQuarter(quarter: number, reference: number, anchor: Anchor): Period {
  const { year } = dayParts(reference);
  const here = quarterPeriod(year, quarter);
  return here.from <= reference || (anchor.tense === 'future' && here.from - reference < 200)
    ? here
    : quarterPeriod(year - 1, quarter);
}

/** "4Q17". */
function readCode(match: PatternMatch): Meaning | undefined {
  const code = match.value('c');
  return code === undefined ? undefined : placed(quarterPeriod(Math.floor(code / 10), code % 10), 'stated');
}

function readHalf(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const part = yearIn(match, anchor);
  const half = match.value('h') ?? ordinalOf(match, 2);
  if (part === undefined || (half !== 1 && half !== 2)) return undefined;
  return part.year === undefined
    ? unplaced('DATE', `XXXX-H${half}`)
    : placed(halfPeriod(part.year, half), part.basis);
}

function readHalfCentury(match: PatternMatch): Meaning | undefined {
  const century = match.value('c') ?? 0;
  if (century < 1 || century > 30) return undefined;
  const bce = match.token('e')?.kind === 'bce';
  return halved(centuryPeriod(bce ? -century * 100 : (century - 1) * 100), ordinalOf(match, 2), 100);
}

function readHalfDecade(match: PatternMatch): Meaning | undefined {
  const decade = match.value('d') ?? 0;
  return halved(decadePeriod(decade >= 100 ? decade : 1900 + decade), ordinalOf(match, 2), 10);
}

/** The first or second half of some years; whole years, the first of our era being a year short. */
function halved(period: Period, half: number, years: number): Meaning | undefined {
  if (half !== 1 && half !== 2) return undefined;
  const middle = dayParts(period.to).year - years / 2;
  const split = parseDay(`${middle < 0 ? '-' : ''}${String(Math.abs(middle)).padStart(4, '0')}-12-31`);
  const narrowed = half === 1 ? { to: split } : { from: split + 1 };
  return { ...placed(period, 'stated'), ...narrowed, part: half === 1 ? 'first half' : 'second half' };
}

/** "the summers of 2003, 2010 and 2018". */
function readSeasons(
  match: PatternMatch,
  _anchor: Anchor,
  tokens: readonly Token[],
): readonly Meaning[] | undefined {
  const season = SEASONS[match.value('s') ?? -1];
  if (season === undefined) return undefined;
  const years: Meaning[] = [];
  for (let at = match.first; at < match.end; at++) {
    const { kind, value } = tokens[at] ?? { kind: '', value: 0 };
    if (!YEAR_KINDS.has(kind)) continue;
    const first = years.length === 0 ? match.first : at;
    years.push({ ...placed(seasonPeriod(value, season), 'stated'), tokens: [first, at + 1] });
  }
  return years;
}

function readSeason(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const season = SEASONS[match.value('s') ?? match.value('s2') ?? -1];
  if (!season) return undefined;
  const part = yearIn(match, anchor);
  if (part !== undefined)
    return part.year === undefined
      ? unplaced('DATE', `XXXX-${season}`)
      : placed(seasonPeriod(part.year, season), part.basis);
  // "the fall", "the spring" are more often something else.
  if (match.token('s2') && (season === 'FA' || season === 'SP')) return undefined;
  return yearlessSeason(season, anchor);
}
