import { dayNumber, dayParts, isRealDay } from '../../../resolve/day-numbers.ts';
import { monthPeriod, yearPeriod } from '../../../resolve/period.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { countOf, offsetOf } from '../unit-kinds.ts';

const END =
  '(the)? (d:dayNo of? m:anyMonth dot? comma?|m:anyMonth dot? d:dayNo comma?|m:anyMonth dot? (of)?) (y:year|y:oldYear)';

/** Years and shorter spans of accounts: "FY2012", "the fiscal year to March 2022", "the year ended 30 June 2021". */
export const FISCAL: readonly Rule[] = [
  {
    pattern: 'y:fiscalCode|fiscal (year_)? (y:year|y:shortYear)|fy y:year|(the)? y:year fiscal year_',
    read: readFiscal,
  },
  {
    pattern:
      '(the)? y:year (slash|dash) z:twoFigures (fiscal|tax) year_|fiscal year_ y:year (slash|dash) z:twoFigures|y:fiscalCode (slash|dash) z:twoFigures|(the)? y:year (slash|dash) full:year (fiscal|tax) year_',
    read: readSplitYear,
  },
  { pattern: '(the)? w:thisNext? fiscal year_|(the)? w:current fiscal year_', read: readFiscalYear },
  {
    pattern: `(the)? (fiscal|full)? (n:count|n:n12)? (u:year_|u:months_|u:quarter_|q:half dash? year_) (to|ended|until) (on)? ${END}`,
    read: readEnded,
  },
];

function readFiscal(match: PatternMatch): Meaning | undefined {
  const year = match.value('y');
  return year === undefined ? undefined : { ...placed(yearPeriod(year), 'stated'), value: `FY${year}` };
}

/** "the 2022/23 financial year" is one. */
function readSplitYear(match: PatternMatch): Meaning | undefined {
  const year = match.value('y');
  const last = match.value('z') ?? (match.value('full') ?? 0) % 100;
  if (year === undefined || last !== (year + 1) % 100) return undefined;
  const [from, to] = [yearPeriod(year), yearPeriod(year + 1)];
  return { ...placed({ ...from, to: to.to }, 'stated'), value: `FY${year + 1}` };
}

function readFiscalYear(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  if (anchor.reference === undefined) return unplaced('DATE', 'FYXXXX');
  const year = dayParts(anchor.reference).year + offsetOf(match.token('w'));
  return { ...placed(yearPeriod(year), 'relative'), value: `FY${year}` };
}

/** The twelve months (three, six, nine …) up to the day or month that is named. */
function readEnded(match: PatternMatch): Meaning | undefined {
  const [year, month, day] = [match.value('y'), match.value('m'), match.value('d')];
  if (year === undefined || month === undefined || (day !== undefined && !isRealDay(year, month, day)))
    return undefined;
  const to = day === undefined ? monthPeriod(year, month).to : dayNumber(year, month, day);
  const unit = match.token('u')?.kind;
  const count = countOf(match.token('n'));
  if (unit === 'months_' && count === undefined) return undefined;
  const months =
    (unit === 'months_' ? 1 : unit === 'quarter_' ? 3 : unit === 'year_' ? 12 : 6) * (count ?? 1);
  const end = dayParts(to + 1);
  const from = dayNumber(end.year, end.month - months, end.day);
  const whole = end.day === 1;
  const value = unit === 'year_' ? { value: `FY${year}` } : {};
  return {
    ...placed(
      { value: monthPeriod(year, month).value, from, to, precision: whole ? 'month' : 'day' },
      'stated',
    ),
    ...value,
  };
}
