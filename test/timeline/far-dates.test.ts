import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findDates } from '../../src/timeline/dates/find-dates.ts';
import { parsePeriod } from '../../src/timeline/dates/parse-period.ts';
import { datedEvents } from '../../src/timeline/events/read-events.ts';
import {
  compareDays,
  FIRST_DAY,
  formatDay,
  formatNearestDay,
  LAST_DAY,
} from '../../src/timeline/resolve/day-numbers.ts';
import { formatWhen } from '../../src/timeline/tell/format-dates.ts';
import { isoWhen } from '../../src/timeline/tell/iso-when.ts';
import { article, sentencesOf } from './articles.ts';

describe('dates at the ends of the calendar', () => {
  test('it reaches from 9999 BC to the year 9999', () => {
    expect([formatDay(FIRST_DAY), formatDay(LAST_DAY)]).toEqual(['-9998-01-01', '9999-12-31']);
    expect([formatNearestDay(FIRST_DAY - 1), formatNearestDay(LAST_DAY + 1)]).toEqual([
      '-9998-01-01',
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
    ['The wall fell in 44 BC.', '-0043-01-01', '44 BC', 'BC0044'],
    ['He died on 15 March 44 BC.', '-0043-03-15', '15 March 44 BC', 'BC0044-03-15'],
    ['It was built in the 5th century BC.', '-0499-01-01', '5th century BC', 'BC04'],
    ['It was built in the 470s BC.', '-0478-01-01', '470s BC', 'BC047'],
    ['It lasted from 27 BC to AD 14.', '-0026-01-01', '27 BC – 14', 'BC0027/0014'],
    ['It lasted in 478–404 BC.', '-0477-01-01', '478 BC – 404 BC', 'BC0478/BC0404'],
    ['It burned on 24 August AD 79.', '0079-08-24', '24 August 79', '0079-08-24'],
  ])('%s lies before our era or near its beginning', (text, from, when, iso) => {
    const one = article('a', text, '2022-03-15');
    const { events } = datedEvents(one, sentencesOf(one));
    expect(events.map((event) => [event.from, formatWhen(event), isoWhen(event)])).toEqual([
      [from, when, iso],
    ]);
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
      expect(from === undefined || to === undefined || compareDays(from, to) <= 0).toBe(true);
    }
  });

  test.each([
    ['after 9999-12-31', { from: '9999-12-31' }],
    ['before 0001-01-01', { to: '0000-12-31' }],
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
            expect(compareDays(event.from, event.to)).toBeLessThanOrEqual(0);
            expect(formatWhen(event)).not.toMatch(/NaN|undefined/);
            expect(isoWhen(event)).toMatch(/^(?:BC)?\d{2}/);
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
