import { dayParts } from '../../../resolve/day-numbers.ts';
import { type Period, periodAround, quarterPeriod, yearPeriod } from '../../../resolve/period.ts';
import { yearlessDay } from '../../../resolve/resolve-relative.ts';
import { type Anchor, type Meaning, placed, type Rule } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { precisionOf } from '../unit-kinds.ts';

/**
 * The language of results: they are told of a quarter and compared with the same quarter of the year before, "a year
 * ago". Without a quarter told before, a year is a year.
 */
export const RESULTS: readonly Rule[] = [
  { pattern: '(the)? latest (quarter_|period)', read: readLatest },
  {
    pattern:
      '(art|the)? year_ dash? (ago|earlier) (period|quarter_)?|(the)? (quarter_|period) art year_ (ago|earlier)',
    read: readYearAgo,
  },
  { pattern: '(the)? year_ dash? (ago|earlier) o:anyOrdinal dash? quarter_', read: readYearAgo },
  {
    pattern:
      '(the)? (same|corresponding|this) (period|quarter_) (of|in)? (the)? (last|previous) year_|(the)? (same|corresponding) (period|quarter_) art year_ (ago|earlier)',
    read: readYearAgo,
  },
  { pattern: '(the)? y:year (period|quarter_)', read: readPeriodOfYear },
  { pattern: 'last year_ poss (quarter_|period)', read: readYearAgo },
  {
    pattern: '(the)? full year_|year_ (poss)? end|(earlier|later) in the (year_|month_|week_)',
    read: readRunning,
  },
  {
    pattern:
      '(?<! anyOrdinal|anyOrdinal dash|final)(the)? quarter_ (ended|that ended) (on)? m:anyMonth dot? d:dayNo',
    read: readQuarterEnded,
  },
];

function readLatest(_match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const { quarter: told, reference } = anchor;
  // The running quarter has no results yet.
  const isOver = told !== undefined && (reference === undefined || told.to < reference);
  const quarter = isOver ? told : lastQuarter(anchor);
  return quarter && placed(quarter, 'relative');
}

function lastQuarter({ reference }: Anchor): Period | undefined {
  return reference === undefined ? undefined : periodAround('quarter', reference, -1);
}

/** The same quarter a year before; without one, the year before. */
function readYearAgo(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const { quarter, reference } = anchor;
  const nth = match.value('o');
  if (nth !== undefined) {
    const now = quarter?.from ?? reference;
    return now === undefined || nth > 4
      ? undefined
      : { ...placed(quarterPeriod(dayParts(now).year - 1, nth), 'relative'), aside: true };
  }
  if (quarter !== undefined)
    return { ...placed(periodAround('quarter', quarter.from, -4), 'relative'), aside: true };
  return reference === undefined
    ? undefined
    : { ...placed(periodAround('year', reference, -1), 'relative'), aside: true };
}

/** "the full year", "by year end", "earlier in the month": those of the day of publication. */
function readRunning(
  match: PatternMatch,
  { reference }: Anchor,
  tokens: readonly Token[],
): Meaning | undefined {
  const unit = tokens.slice(match.first, match.end).find(({ kind }) => kind.endsWith('_'));
  const precision = precisionOf(unit);
  if (precision === undefined || reference === undefined) return undefined;
  return placed(periodAround(precision, reference), 'relative');
}

/** "the 1988 period": the quarter that is told, in that year. */
function readPeriodOfYear(match: PatternMatch, { quarter }: Anchor): Meaning | undefined {
  const year = match.value('y');
  if (year === undefined) return undefined;
  if (quarter === undefined) return placed(yearPeriod(year), 'stated');
  return {
    ...placed(quarterPeriod(year, Math.ceil(dayParts(quarter.from).month / 3)), 'stated'),
    aside: true,
  };
}

/** "the quarter ended Sept. 30": the quarter and the day. */
function readQuarterEnded(
  match: PatternMatch,
  anchor: Anchor,
  tokens: readonly Token[],
): readonly Meaning[] | undefined {
  const [month, day] = [match.value('m'), match.value('d')];
  if (month === undefined || day === undefined) return undefined;
  const last = yearlessDay(month, day, { ...anchor, tense: 'past' });
  if (last?.from === undefined) return undefined;
  let named = match.first;
  while (tokens[named] !== match.token('m')) named++;
  const quarter = tokens[match.first]?.kind === 'the' ? match.first + 2 : match.first + 1;
  return [
    { ...placed(periodAround('quarter', last.from), 'relative'), tokens: [match.first, quarter] },
    { ...last, tokens: [named, match.end] },
  ];
}
