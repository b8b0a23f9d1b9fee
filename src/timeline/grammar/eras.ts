import { dayNumber, isRealDay } from '../calendar.ts';
import { type Meaning, placed, type Rule } from '../meaning.ts';
import type { PatternMatch } from '../pattern.ts';
import { centuryPeriod, dayPeriod, decadePeriod, monthPeriod, yearPeriod } from '../period.ts';

/** A year with its era: "44 BC", "AD 79", "622 CE". */
const YEAR = '(y:anyFigures e:bce|ce y:anyFigures|y:anyFigures ce)';

/** Dates that name their era: "15 March 44 BC", "24 August AD 79", "478–404 BC", "the 1200s BC". */
export const ERAS: readonly Rule[] = [
  { pattern: '(the)? (unit)? y:anyFigures e:bce|ce y:anyFigures|y:anyFigures ce', read: readYear },
  { pattern: `(the)? d:dayNo of? m:anyMonth dot? comma? (of)? ${YEAR}`, read: readDay },
  { pattern: `m:anyMonth dot? (the)? d:dayNo comma? ${YEAR}`, read: readDay },
  { pattern: `m:anyMonth (of)? ${YEAR}`, read: readMonth },
  { pattern: 'y:anyFigures to:joined (ce)? y2:anyFigures e:era', read: readYears },
  { pattern: '(the)? d:anyDecade e:era', read: readDecade },
];

/** The year as astronomers count: 1 BC is 0. Nothing beyond four figures, and there is no year 0. */
function yearOf(match: PatternMatch, name = 'y'): number | undefined {
  const year = match.value(name);
  if (year === undefined || year < 1 || year > 9999 || !Number.isInteger(year)) return undefined;
  return match.token('e')?.kind === 'bce' ? 1 - year : year;
}

function readYear(match: PatternMatch): Meaning | undefined {
  const year = yearOf(match);
  return year === undefined ? undefined : placed(yearPeriod(year), 'stated');
}

function readDay(match: PatternMatch): Meaning | undefined {
  const [year, month, day] = [yearOf(match), match.value('m'), match.value('d')];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return isRealDay(year, month, day) ? placed(dayPeriod(dayNumber(year, month, day)), 'stated') : undefined;
}

function readMonth(match: PatternMatch): Meaning | undefined {
  const [year, month] = [yearOf(match), match.value('m')];
  return year === undefined || month === undefined ? undefined : placed(monthPeriod(year, month), 'stated');
}

/** "478–404 BC", "in 44 and 43 BC": the era is of both. */
function readYears(match: PatternMatch): readonly Meaning[] | undefined {
  const [first, last] = [yearOf(match), yearOf(match, 'y2')];
  if (first === undefined || last === undefined || last <= first) return undefined;
  const [from, to] = [placed(yearPeriod(first), 'stated'), placed(yearPeriod(last), 'stated')];
  return match.token('to')?.kind === 'and'
    ? [from, to]
    : [
        { ...from, bound: 'from' },
        { ...to, bound: 'to' },
      ];
}

/** "the 470s BC" are the ten years to 470 BC, "the 1200s BC" the hundred before 1200 BC. */
function readDecade(match: PatternMatch): Meaning | undefined {
  const first = match.value('d') ?? 0;
  if (first < 10) return undefined;
  const period = first % 100 === 0 ? centuryPeriod : decadePeriod;
  const step = first % 100 === 0 ? 100 : 10;
  return placed(period(match.token('e')?.kind === 'bce' ? -first - step : first), 'stated');
}
