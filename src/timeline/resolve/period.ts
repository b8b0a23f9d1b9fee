import {
  type DayNumber,
  dayNumber,
  dayParts,
  FIRST_DAY,
  formatNearestDay,
  LAST_DAY,
  pad,
  weekdayOf,
} from './day-numbers.ts';

/** How finely a date is given, from fine to coarse. */
export const PRECISIONS = [
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A stretch of whole days on the calendar with its TIMEX3 value, both ends inclusive. */
export interface Period {
  readonly value: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly precision: Precision;
}

export type Season = 'SP' | 'SU' | 'FA' | 'WI';
/** In the order of the lexicon's values: spring is 0. */
export const SEASONS: readonly Season[] = ['SP', 'SU', 'FA', 'WI'];

const SEASON_MONTH: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A year as TIMEX3 writes it: `2021`, `0079`, and `BC0044` for 44 BC, which is the year -43. */
function yearText(year: number): string {
  return year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
}

/** One day. */
export function dayPeriod(day: DayNumber): Period {
  const { year, month, day: dayOfMonth } = dayParts(Math.min(LAST_DAY, Math.max(FIRST_DAY, day)));
  const value =
    year > 0 || Number.isNaN(year)
      ? formatNearestDay(day)
      : `${yearText(year)}-${pad(month)}-${pad(dayOfMonth)}`;
  return { value, from: day, to: day, precision: 'day' };
}

/** The ISO 8601 week (Monday to Sunday) that holds the day. */
export function weekPeriod(day: DayNumber): Period {
  const from = day - weekdayOf(day);
  return { value: isoWeek(from), from, to: from + 6, precision: 'week' };
}

/** Saturday and Sunday of the ISO week that holds the day. */
function weekendPeriod(day: DayNumber): Period {
  const monday = day - weekdayOf(day);
  return { value: `${isoWeek(monday)}-WE`, from: monday + 5, to: monday + 6, precision: 'weekend' };
}

/** A calendar month; months outside 1 to 12 run on into the neighbouring years. */
export function monthPeriod(year: number, month: number): Period {
  const from = dayNumber(year, month, 1);
  const parts = dayParts(from);
  return {
    value: `${yearText(parts.year)}-${pad(parts.month)}`,
    from,
    to: dayNumber(year, month + 1, 0),
    precision: 'month',
  };
}

/** A calendar quarter; quarters outside 1 to 4 run on into the neighbouring years. */
export function quarterPeriod(year: number, quarter: number): Period {
  const from = dayNumber(year, quarter * 3 - 2, 1);
  const parts = dayParts(from);
  const value = `${yearText(parts.year)}-Q${Math.ceil(parts.month / 3)}`;
  return { value, from, to: dayNumber(year, quarter * 3 + 1, 0), precision: 'quarter' };
}

/** The first (1) or second (2) half of a year. */
export function halfPeriod(year: number, half: number): Period {
  return {
    value: `${yearText(year)}-H${half}`,
    from: dayNumber(year, half * 6 - 5, 1),
    to: dayNumber(year, half * 6 + 1, 0),
    precision: 'half',
  };
}

/** Three months from March, June, September or December; the winter of a year begins in its December. */
export function seasonPeriod(year: number, season: Season): Period {
  const month = SEASON_MONTH[season];
  return {
    value: `${yearText(year)}-${season}`,
    from: dayNumber(year, month, 1),
    to: dayNumber(year, month + 3, 0),
    precision: 'season',
  };
}

/** A calendar year. */
export function yearPeriod(year: number): Period {
  return {
    value: yearText(year),
    from: dayNumber(year, 1, 1),
    to: dayNumber(year, 12, 31),
    precision: 'year',
  };
}

/**
 * The ten years from a year that ends in 0 (the first decade lacks the year 0). Before Christ, the decade that many
 * years before the first: -10 is the years 9 to 1 BC, -480 the 470s BC (479 to 470 BC).
 */
export function decadePeriod(firstYear: number): Period {
  if (firstYear < 0) {
    const last = -firstYear - 10;
    return yearsPeriod(-last - 8, Math.min(0, 1 - last), `BC${pad(last / 10, 3)}`, 'decade');
  }
  return yearsPeriod(Math.max(1, firstYear), firstYear + 9, pad(Math.floor(firstYear / 10), 3), 'decade');
}

/**
 * The hundred years from a year that ends in 00 (the 21st century is 2000 to 2099, as TIMEX3 writes it). Before Christ,
 * the century that many years before the first: -500 is the 5th century BC (500 to 401 BC).
 */
export function centuryPeriod(firstYear: number): Period {
  if (firstYear < 0) {
    const value = `BC${pad(-firstYear / 100 - 1)}`;
    return yearsPeriod(firstYear + 1, firstYear + 100, value, 'century');
  }
  return yearsPeriod(Math.max(1, firstYear), firstYear + 99, pad(Math.floor(firstYear / 100)), 'century');
}

/**
 * The thousand years from a year that ends in 000 (the 3rd millennium is 2000 to 2999). Before Christ, the millennium
 * that many years before the first: -2000 is the 2nd millennium BC (2000 to 1001 BC).
 */
export function millenniumPeriod(firstYear: number): Period {
  if (firstYear < 0) {
    const value = `BC${-firstYear / 1000 - 1}`;
    return yearsPeriod(firstYear + 1, firstYear + 1000, value, 'millennium');
  }
  return yearsPeriod(Math.max(1, firstYear), firstYear + 999, String(firstYear / 1000), 'millennium');
}

function yearsPeriod(first: number, last: number, value: string, precision: Precision): Period {
  return { value, from: dayNumber(first, 1, 1), to: dayNumber(last, 12, 31), precision };
}

/** Decades (10), centuries (100) or millennia from the first one of our era, which is 0; those before Christ are negative. */
function ageOf(year: number, years: 10 | 100 | 1000): number {
  if (year > 0) return Math.floor(year / years);
  return years > 10 ? -Math.ceil((1 - year) / years) : -Math.floor((1 - year) / 10) - 1;
}

/** The period of one kind that holds a day, moved by whole periods: `periodAround('month', day, -1)` is last month. */
export function periodAround(precision: Precision, day: DayNumber, offset = 0): Period {
  const { year, month } = dayParts(day);
  switch (precision) {
    case 'day':
      return dayPeriod(day + offset);
    case 'week':
      return weekPeriod(day + 7 * offset);
    case 'weekend':
      return weekendPeriod(day + 7 * offset);
    case 'month':
      return monthPeriod(year, month + offset);
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3) + offset);
    case 'season': {
      const index = Math.floor((month % 12) / 3) + offset;
      const seasons: readonly Season[] = ['WI', 'SP', 'SU', 'FA'];
      const winterYear = month === 12 ? year : year - 1;
      const season = seasons[((index % 4) + 4) % 4] ?? 'WI';
      const turn = winterYear + Math.floor(index / 4);
      return seasonPeriod(season === 'WI' ? turn : turn + 1, season);
    }
    case 'half': {
      const halves = (month <= 6 ? 0 : 1) + offset;
      return halfPeriod(year + Math.floor(halves / 2), (((halves % 2) + 2) % 2) + 1);
    }
    case 'year':
      return yearPeriod(year + offset);
    case 'decade':
      return decadePeriod((ageOf(year, 10) + offset) * 10);
    case 'century':
      return centuryPeriod((ageOf(year, 100) + offset) * 100);
    case 'millennium':
      return millenniumPeriod((ageOf(year, 1000) + offset) * 1000);
  }
}

function isoWeek(monday: DayNumber): string {
  const { year } = dayParts(monday + 3);
  const fourth = dayNumber(year, 1, 4);
  const first = fourth - weekdayOf(fourth);
  return `${yearText(year)}-W${pad((monday - first) / 7 + 1)}`;
}
