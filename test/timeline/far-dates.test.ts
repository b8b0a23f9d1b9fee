import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FIRST_DAY, formatDay, formatNearestDay, LAST_DAY } from '../../src/timeline/calendar.ts';
import { findDates } from '../../src/timeline/dates.ts';
import { datedEvents } from '../../src/timeline/events.ts';
import { formatWhen } from '../../src/timeline/format.ts';
import { isoWhen } from '../../src/timeline/iso-when.ts';
import { parsePeriod } from '../../src/timeline/parse-period.ts';
import { article, sentencesOf } from './articles.ts';

describe('dates at the ends of the calendar', () => {
  test('it reaches from the year 1 to the year 9999', () => {
    expect([formatDay(FIRST_DAY), formatDay(LAST_DAY)]).toEqual(['0001-01-01', '9999-12-31']);
    expect([formatNearestDay(FIRST_DAY - 1), formatNearestDay(LAST_DAY + 1)]).toEqual([
      '0001-01-01',
      '9999-12-31',
    ]);
    expect(() => formatDay(FIRST_DAY - 1)).toThrow(RangeError);
    expect(() => formatDay(LAST_DAY + 1)).toThrow(RangeError);
  });

  test('the 1st century begins with the year 1', () => {
    const village = article('village', 'They built a village in the 1st century.');
    const { events } = datedEvents(village, sentencesOf(village));
    expect(events).toMatchObject([{ from: '0001-01-01', to: '0099-12-31', precision: 'century' }]);
    expect(events.map(formatWhen)).toEqual(['1st century']);
  });

  test.each([
    ['90000 days ago', '0001-01-01'],
    ['the winter of 9999', undefined],
    ['next year', '9999-12-31'],
    ['last year', '0001-01-01'],
    ['yesterday', '0001-01-01'],
    ['tomorrow', '9999-12-31'],
  ] as const)('"%s" told in %s does not fail', (text, reference) => {
    for (const { from, to } of findDates(`It rained ${text}.`, reference)) {
      expect(from === undefined || to === undefined || from <= to).toBe(true);
    }
  });

  test.each([
    ['after 9999-12-31', { from: '9999-12-31' }],
    ['before 0001-01-01', { to: '0001-01-01' }],
  ])('"%s" is asked for', (text, period) => {
    expect(parsePeriod(text, '2022-03-15')).toEqual(period);
  });
});

describe('whatever a text says', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...'first last next this the of in on from to since until before after ago later early mid late about'.split(
        ' ',
      ),
      ...'century centuries decade year years month weeks day days weekend quarter half summer winter'.split(
        ' ',
      ),
      ...'Monday May March December yesterday tomorrow today now then Christmas BC AD fiscal 1990s 21st'.split(
        ' ',
      ),
      ...', - – / . : ; ( )'.split(' '),
    ),
    fc.nat(12_000).map(String),
    fc.nat(40).map((number) => `${number}th`),
    fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
  );
  const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(formatDay);

  it('its dates lie on the calendar, and can be shown', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 14 }),
        fc.option(day, { nil: undefined }),
        (words, published) => {
          const one = article('a', `It was ${words.join(' ')}`, published);
          for (const event of datedEvents(one, sentencesOf(one)).events) {
            expect(event.from <= event.to).toBe(true);
            expect(formatWhen(event)).not.toMatch(/NaN|undefined/);
            expect(isoWhen(event)).toMatch(/^\d{2}/);
          }
          for (const { start, end, text } of findDates(one.text, published)) {
            expect(one.text.slice(start, end)).toBe(text);
          }
          expect(() => parsePeriod(words.join(' '), published ?? '2022-03-15')).not.toThrow();
        },
      ),
      { numRuns: 1500 },
    );
  });
});
