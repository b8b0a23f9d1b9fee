import { describe, expect, test } from 'vitest';
import { calendarDate, parseCalendarDate } from '../../../src/corpus/metadata/parse-day.ts';

describe('a publication date is read', () => {
  test.each([
    ['2021-08-02', '2021-08-02'],
    ['2021-8-2', '2021-08-02'],
    ['2021/08/02', '2021-08-02'],
    ['20210802', '2021-08-02'],
    ['2021-08-02T23:30:00-05:00', '2021-08-02'],
    ['2021-08-02 10:00', '2021-08-02'],
    ['2 August 2021', '2021-08-02'],
    ['Mon, 02 Aug 2021 10:00:00 GMT', '2021-08-02'],
    ['Mon, 02 Aug 21 10:00:00 GMT', '2021-08-02'],
    ['02-Aug-99 10:00', '1999-08-02'],
    ['August 2, 2021', '2021-08-02'],
    ['Monday, August 2nd 2021', '2021-08-02'],
    ['Sept. 11, 2001', '2001-09-11'],
    ['29 Feb 2020', '2020-02-29'],
    ['31.12.2021', '2021-12-31'],
    ['12/31/2021', '2021-12-31'],
    ['05/05/2021', '2021-05-05'],
  ])('%s', (written, date) => {
    expect(parseCalendarDate(written)).toEqual({ ok: true, date });
  });
});

describe('what is not sure to be a day is none', () => {
  test.each([
    ['2021-02-30', 'impossible'],
    ['2021-13-01', 'impossible'],
    ['31 April 2021', 'impossible'],
    ['29 Feb 2021', 'impossible'],
    ['02/08/2021', 'ambiguous'],
    ['yesterday', 'unreadable'],
    ['2021', 'unreadable'],
    ['August 2021', 'unreadable'],
    ['12 Foo 2021', 'unreadable'],
    ['', 'unreadable'],
  ] as const)('%s: %s', (written, reason) => {
    expect(parseCalendarDate(written)).toEqual({ ok: false, reason });
  });
});

test('a calendar date is made of numbers that are checked', () => {
  expect(calendarDate(987, 6, 5)).toBe('0987-06-05');
  expect(() => calendarDate(12345, 1, 1)).toThrow(RangeError);
});
