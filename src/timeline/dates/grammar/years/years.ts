import { centuryPeriod, decadePeriod, monthPeriod, yearPeriod } from '../../../resolve/period.ts';
import { type Meaning, placed, type Rule } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { isYear } from './year-context.ts';

/** Years, decades and centuries. */
export const YEARS: readonly Rule[] = [
  { pattern: '(?<! slash)y:anyYear', read: readYear },
  {
    pattern:
      '(?<= anyYear comma|anyYear and|shortYear comma|shortYear and|in|of|since|summer|season|class|poss|name)y:shortYear',
    read: readShort,
  },
  { pattern: '(the)? year_ y:anyFigures(?! hijri)|(?<= years_)y:anyFigures(?! hijri)', read: readNamedYear },
  {
    pattern: 'y:anyYear dash d:twoFigures(?! dash|n12)|y:anyYear slash d:twoFigures(?! slash)',
    read: readSpan,
  },
  { pattern: '(the)? d:anyDecade e:era', read: readOldDecade },
  {
    pattern:
      '(the)? d:decade|(?<= mid|early|late|dash)d:shortDecade|(?<= decade ((comma|and|to) and? shortDecade){0,4} (comma|and|to) and?)d:shortDecade|(?<= the shortDecade (comma|and|to) and?)d:shortDecade|(the) d:shortDecade|(the) d:decadeWord|(?<= decadeWord and)d:decadeWord',
    read: readDecade,
  },
  { pattern: '(the)? c:hundreds', read: readHundreds },
  {
    pattern: '(the)? o:anyOrdinal dash? century_ (e:era)?|(the)? o:anyOrdinal dash? centuries_ (e:era)?',
    read: readCentury,
  },
];

function readYear(match: PatternMatch, _anchor: unknown, tokens: readonly Token[]): Meaning | undefined {
  const year = match.value('y');
  if (year === undefined || year > 9999 || !isYear(tokens, match.first)) return undefined;
  return placed(yearPeriod(year), 'stated');
}

function readShort(match: PatternMatch): Meaning | undefined {
  const year = match.value('y');
  return year === undefined ? undefined : placed(yearPeriod(year), 'stated');
}

/** "the year 476", "the years 845 to 849"; "the year 12 pupils" are no pupils of the year 12. */
function readNamedYear(match: PatternMatch): Meaning | undefined {
  const year = match.value('y') ?? 0;
  return year >= 100 && year <= 9999 ? readShort(match) : undefined;
}

/** "2010-11" and "2014/15": two years; "2011-03": a month. */
function readSpan(
  match: PatternMatch,
  _anchor: unknown,
  tokens: readonly Token[],
): Meaning | readonly Meaning[] | undefined {
  const [year, token] = [match.value('y'), match.token('d')];
  if (year === undefined || token?.text.length !== 2 || !isYear(tokens, match.first)) return undefined;
  const last = Math.floor(year / 100) * 100 + token.value;
  // "2014/15" is a season, "2001/29" the number of something.
  if (tokens[match.first + 1]?.kind === 'slash' && last - year > 4) return undefined;
  if (last <= year)
    return token.value >= 1 && token.value <= 12
      ? placed(monthPeriod(year, token.value), 'stated')
      : undefined;
  return [
    { ...placed(yearPeriod(year), 'stated'), bound: 'from', tokens: [match.first, match.first + 1] },
    { ...placed(yearPeriod(last), 'stated'), bound: 'to', tokens: [match.end - 1, match.end] },
  ];
}

function readDecade(match: PatternMatch): Meaning | undefined {
  const value = match.value('d');
  if (value === undefined) return undefined;
  return placed(decadePeriod(value >= 100 ? value : 1900 + value), 'stated');
}

/** "the 470s BC" are the ten years to 470 BC, "the 1200s BC" the hundred before 1200 BC. */
function readOldDecade(match: PatternMatch): Meaning | undefined {
  const first = match.value('d') ?? 0;
  if (first < 10) return undefined;
  const period = first % 100 === 0 ? centuryPeriod : decadePeriod;
  const step = first % 100 === 0 ? 100 : 10;
  return placed(period(match.token('e')?.kind === 'bce' ? -first - step : first), 'stated');
}

/** "the 1800s" is a century, "the 2000s" a decade. */
function readHundreds(match: PatternMatch, _anchor: unknown, tokens: readonly Token[]): Meaning | undefined {
  const year = match.value('c');
  if (year === undefined) return undefined;
  // "the 1890s and 1900s".
  const besideDecade = tokens[match.first - 2]?.kind === 'decade' || tokens[match.end + 1]?.kind === 'decade';
  return placed(year === 2000 || besideDecade ? decadePeriod(year) : centuryPeriod(year), 'stated');
}

/** "the 21st century", "the fifth century BC". */
function readCentury(match: PatternMatch): Meaning | undefined {
  const ordinal = match.value('o') ?? 0;
  if (ordinal < 1 || ordinal > 30) return undefined;
  const bce = match.token('e')?.kind === 'bce';
  return placed(centuryPeriod(bce ? -ordinal * 100 : (ordinal - 1) * 100), 'stated');
}
