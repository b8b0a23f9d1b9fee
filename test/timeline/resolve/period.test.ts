import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  compareDays,
  dayParts,
  formatDay,
  isCalendarDate,
  parseDay,
  weekdayOf,
} from '../../../src/timeline/resolve/day-numbers.ts';
import { PRECISIONS, periodAround } from '../../../src/timeline/resolve/period.ts';

const day = fc.integer({ min: -2_000_000, max: 2_000_000 });

describe('days', () => {
  it('survive being written and read', () => {
    fc.assert(fc.property(day, (number) => parseDay(formatDay(number)) === number));
  });

  test.each([
    ['2021-02-28', true],
    ['2021-02-29', false],
    ['2020-02-29', true],
    ['1900-02-29', false],
    ['2021-13-01', false],
    ['2021-6-1', false],
    ['20210601', false],
    ['2021-06-0x', false],
    ['0000-12-31', true],
    ['-0043-03-15', true],
    ['-0000-03-15', false],
    ['--043-03-15', false],
  ])('%s exists: %s', (text, exists) => expect(isCalendarDate(text)).toBe(exists));

  it('sort as they follow one another, also before our era', () => {
    fc.assert(
      fc.property(
        day,
        day,
        (a, b) => Math.sign(compareDays(formatDay(a), formatDay(b))) === Math.sign(a - b),
      ),
    );
  });

  it('1 January 1970 was a Thursday', () => expect(weekdayOf(0)).toBe(3));
  it('refuses what is no day', () => expect(() => parseDay('2021-02-30')).toThrow('2021-02-30'));
});

describe('periods', () => {
  test.each([
    ['week', -1, '2021-W23', '2021-06-07', '2021-06-13'],
    ['week', 0, '2021-W24', '2021-06-14', '2021-06-20'],
    ['weekend', 0, '2021-W24-WE', '2021-06-19', '2021-06-20'],
    ['month', -6, '2020-12', '2020-12-01', '2020-12-31'],
    ['quarter', 3, '2022-Q1', '2022-01-01', '2022-03-31'],
    ['season', -1, '2021-SP', '2021-03-01', '2021-05-31'],
    ['half', 1, '2021-H2', '2021-07-01', '2021-12-31'],
    ['year', -1, '2020', '2020-01-01', '2020-12-31'],
    ['decade', -2, '200', '2000-01-01', '2009-12-31'],
    ['century', -1, '19', '1900-01-01', '1999-12-31'],
  ] as const)('%s %i from 16 June 2021 is %s', (precision, offset, value, from, to) => {
    const period = periodAround(precision, parseDay('2021-06-16'), offset);
    expect([period.value, formatDay(period.from), formatDay(period.to)]).toEqual([value, from, to]);
  });

  it('hold the day they are made around, and the next one begins after it', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...PRECISIONS), (number, precision) => {
        const here = periodAround(precision, number);
        const next = periodAround(precision, number, 1);
        if (precision !== 'weekend') expect(here.from <= number && number <= here.to).toBe(true);
        if (precision !== 'weekend') expect(next.from).toBe(here.to + 1);
        expect(dayParts(here.from).year).toBeLessThanOrEqual(dayParts(here.to).year);
      }),
    );
  });

  test.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2018-12-31', '2019-W01'],
  ])('%s lies in %s', (text, week) => expect(periodAround('week', parseDay(text)).value).toBe(week));
});
