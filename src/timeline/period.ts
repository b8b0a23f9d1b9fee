import { type DayNumber, dayNumber, dayParts, formatNearestDay, pad, weekdayOf } from './calendar.ts';

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

const SEASON_MONTH: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** One day. */
export function dayPeriod(day: DayNumber): Period {
  return { value: formatNearestDay(day), from: day, to: day, precision: 'day' };
}

/** The ISO 8601 week (Monday to Sunday) that holds the day. */
export function weekPeriod(day: DayNumber): Period {
  const from = day - weekdayOf(day);
  return { value: isoWeek(from), from, to: from + 6, precision: 'week' };
}

/** Saturday and Sunday of the ISO week that holds the day. */
export function weekendPeriod(day: DayNumber): Period {
  const monday = day - weekdayOf(day);
  return { value: `${isoWeek(monday)}-WE`, from: monday + 5, to: monday + 6, precision: 'weekend' };
}

/** A calendar month; months outside 1 to 12 run on into the neighbouring years. */
export function monthPeriod(year: number, month: number): Period {
  const from = dayNumber(year, month, 1);
  const parts = dayParts(from);
  return {
    value: `${pad(parts.year, 4)}-${pad(parts.month)}`,
    from,
    to: dayNumber(year, month + 1, 0),
    precision: 'month',
  };
}

/** A calendar quarter; quarters outside 1 to 4 run on into the neighbouring years. */
export function quarterPeriod(year: number, quarter: number): Period {
  const from = dayNumber(year, quarter * 3 - 2, 1);
  const parts = dayParts(from);
  const value = `${pad(parts.year, 4)}-Q${Math.ceil(parts.month / 3)}`;
  return { value, from, to: dayNumber(year, quarter * 3 + 1, 0), precision: 'quarter' };
}

/** The first (1) or second (2) half of a year. */
export function halfPeriod(year: number, half: number): Period {
  return {
    value: `${pad(year, 4)}-H${half}`,
    from: dayNumber(year, half * 6 - 5, 1),
    to: dayNumber(year, half * 6 + 1, 0),
    precision: 'half',
  };
}

/** Three months from March, June, September or December; the winter of a year begins in its December. */
export function seasonPeriod(year: number, season: Season): Period {
  const month = SEASON_MONTH[season];
  return {
    value: `${pad(year, 4)}-${season}`,
    from: dayNumber(year, month, 1),
    to: dayNumber(year, month + 3, 0),
    precision: 'season',
  };
}

/** A calendar year. */
export function yearPeriod(year: number): Period {
  return {
    value: pad(year, 4),
    from: dayNumber(year, 1, 1),
    to: dayNumber(year, 12, 31),
    precision: 'year',
  };
}

/** The ten years from a year that ends in 0. */
export function decadePeriod(firstYear: number): Period {
  return {
    value: pad(Math.floor(firstYear / 10), 3),
    from: dayNumber(firstYear, 1, 1),
    to: dayNumber(firstYear + 9, 12, 31),
    precision: 'decade',
  };
}

/** The hundred years from a year that ends in 00 (the 21st century is 2000 to 2099, as TIMEX3 writes it). */
export function centuryPeriod(firstYear: number): Period {
  return {
    value: pad(Math.floor(firstYear / 100)),
    from: dayNumber(firstYear, 1, 1),
    to: dayNumber(firstYear + 99, 12, 31),
    precision: 'century',
  };
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
      return decadePeriod((Math.floor(year / 10) + offset) * 10);
    case 'century':
      return centuryPeriod((Math.floor(year / 100) + offset) * 100);
  }
}

function isoWeek(monday: DayNumber): string {
  const { year } = dayParts(monday + 3);
  const fourth = dayNumber(year, 1, 4);
  const first = fourth - weekdayOf(fourth);
  return `${pad(year, 4)}-W${pad((monday - first) / 7 + 1)}`;
}
