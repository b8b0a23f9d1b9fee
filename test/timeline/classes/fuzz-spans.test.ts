import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateExpression } from '../../../src/timeline/dated-event.ts';
import { findDates } from '../../../src/timeline/dates/find-dates.ts';
import { compareDays, dayNumber, dayParts, formatDay } from '../../../src/timeline/resolve/day-numbers.ts';
import { read } from './read.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SHORT = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const modernDay = fc.integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2050, 12, 31) });
const published = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(2040, 12, 31) });
/** Ways to join the ends of a span. */
const JOINED: readonly ((from: string, to: string) => string)[] = [
  (from, to) => `It was closed from ${from} to ${to}.`,
  (from, to) => `It was closed from ${from} until ${to}.`,
  (from, to) => `It was closed between ${from} and ${to}.`,
  (from, to) => `Closed (${from} – ${to}).`,
  (from, to) => `From ${from} to ${to}, it was closed.`,
];
const joined = fc.constantFrom(...JOINED);

/** The ends of the only span of a text. */
function spanOf(text: string, reference: number): readonly (string | undefined)[] {
  const found = findDates(text, formatDay(reference)).filter(({ type }) => type === 'DATE');
  const [from, to, ...more] = found;
  expect([from?.bound, to?.bound, more.length], text).toEqual(['from', 'to', 0]);
  return [from?.from, to?.to];
}

describe('a span has its own ends', () => {
  const length = fc.integer({ min: 1, max: 300 });
  const wording = fc.constantFrom(
    (day: number, month: number, year: string) => `${day} ${MONTHS[month - 1]}${year}`,
    (day: number, month: number, year: string) =>
      `${MONTHS[month - 1]} ${day}${year === '' ? '' : `,${year}`}`,
    (day: number, month: number, year: string) =>
      `${SHORT[month - 1]} ${day}${year === '' ? '' : `,${year}`}`,
  );

  it('of days, the first with or without its year', () => {
    fc.assert(
      fc.property(
        ...([modernDay, length, wording, joined, fc.boolean(), published] as const),
        (first, days, write, join, full, reference) => {
          const [a, b] = [dayParts(first), dayParts(first + days)];
          const text = join(
            write(a.day, a.month, full || days > 200 ? ` ${a.year}` : ''),
            write(b.day, b.month, ` ${b.year}`),
          );
          expect(spanOf(text, reference), text).toEqual([formatDay(first), formatDay(first + days)]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of months, the first with or without its year', () => {
    fc.assert(
      fc.property(
        ...([modernDay, fc.integer({ min: 1, max: 11 }), joined, fc.boolean(), published] as const),
        (day, months, join, full, reference) => {
          const { year, month } = dayParts(day);
          const last = dayParts(dayNumber(year, month + months, 1));
          const text = join(
            `${MONTHS[month - 1]}${full ? ` ${year}` : ''}`,
            `${MONTHS[last.month - 1]} ${last.year}`,
          );
          expect(spanOf(text, reference), text).toEqual([
            formatDay(dayNumber(year, month, 1)),
            formatDay(dayNumber(last.year, last.month + 1, 0)),
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of years, before and after Christ', () => {
    const year = fc.integer({ min: -800, max: 2050 }).filter((one) => one < 0 || one >= 1000);
    const text = (one: number): string => (one < 0 ? `${-one} BC` : String(one));
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 400 }), joined, (first, years, join) => {
        const last = first + years;
        fc.pre(last < 0 || (last >= 1000 && last <= 2050));
        const found = read(join(text(first), text(last)), '2051-01-01');
        const value = (one: number): string => (one < 0 ? `BC${String(-one).padStart(4, '0')}` : String(one));
        expect(found).toBe(`${value(first)}..${value(last)}`);
      }),
      { numRuns: 300 },
    );
  });

  it('of weekdays: not more than a week, and over when it is told as past', () => {
    const weekday = fc.constantFrom(...WEEKDAYS);
    fc.assert(
      fc.property(weekday, weekday, published, (first, last, reference) => {
        fc.pre(first !== last);
        const [from = '', to = ''] = spanOf(`It rained from ${first} to ${last}.`, reference);
        const [a, b] = [Date.parse(from), Date.parse(to)];
        expect(a).toBeLessThan(b);
        expect(b - a).toBeLessThan(7 * 86_400_000);
        expect(b / 86_400_000).toBeLessThanOrEqual(reference);
      }),
    );
  });
});

describe('whatever the order and the words', () => {
  const phrase = fc.oneof(
    fc.constantFrom(...WEEKDAYS).map((weekday) => `on ${weekday}`),
    fc.constantFrom(...MONTHS).map((month) => `in ${month}`),
    fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...MONTHS))
      .map(([day, month]) => `on ${day} ${month}`),
    fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...SHORT))
      .map(([day, month]) => `on ${month} ${day}`),
    fc.integer({ min: 1, max: 28 }).map((day) => `on the ${day}th`),
    fc.constantFrom('in spring', 'last summer', 'in the autumn', 'over the weekend', 'on Christmas Day'),
    fc.constantFrom('yesterday', 'last week', 'last month', 'earlier this year', 'two days later'),
  );
  const told = fc.constantFrom(
    'They died',
    'The bridge fell',
    'Police shot three men',
    'Rebels attacked the town',
    'The minister resigned',
    'She was arrested',
    'The plant exploded',
    'Voters went to the polls',
  );

  it('a story in the past stays in the past, sentence after sentence', () => {
    const sentence = fc
      .tuple(told, phrase, fc.boolean())
      .map(([what, when, opens]) =>
        opens ? `${when.charAt(0).toUpperCase()}${when.slice(1)} ${what}.` : `${what} ${when}.`,
      );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), published, (sentences, reference) => {
        const text = sentences.join(' ');
        const today = formatDay(reference);
        for (const { from, planned } of findDates(text, today)) {
          expect(planned, text).not.toBe(true);
          if (from !== undefined) expect(compareDays(from, today), text).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('an end never lies before its beginning', () => {
    const joint = fc.constantFrom('to', 'until', 'through', 'and', '–', '-');
    const lead = fc.constantFrom('from', 'between', 'since', '');
    const date = fc.oneof(
      phrase.map((words) => words.replace(/^(?:on|in) /, '')),
      fc.integer({ min: 900, max: 2100 }).map(String),
      fc.tuple(fc.constantFrom(...MONTHS), fc.integer({ min: 1990, max: 2040 })).map((own) => own.join(' ')),
    );
    fc.assert(
      fc.property(lead, date, joint, date, told, published, (word, a, to, b, what, reference) => {
        const text = `${what} ${word} ${a} ${to} ${b}.`;
        const found = findDates(text, formatDay(reference));
        for (const one of found) expect(isInOrder(one, one), text).toBe(true);
        for (const [at, one] of found.entries()) {
          const last = found[at + 1];
          if (one.bound === 'from' && last?.bound === 'to') expect(isInOrder(one, last), text).toBe(true);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('a day beside figures that nobody can read gets no year', () => {
    const unread = fc.oneof(
      fc.integer({ min: 10_000, max: 99_999 }).map((year) => `${year}.`),
      fc.integer({ min: 100, max: 1500 }).map((year) => `${year} AH.`),
      fc
        .integer({ min: 101, max: 999 })
        .filter((year) => year % 10 !== 0)
        .map((year) => `${year} raiders landed.`),
    );
    const day = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...MONTHS), fc.boolean());
    fc.assert(
      fc.property(day, unread, published, ([date, month, dayFirst], rest, reference) => {
        const named = dayFirst ? `${date} ${month}` : `the ${date}th of ${month}`;
        for (const { from } of findDates(`On ${named} ${rest}`, formatDay(reference)))
          expect(from, `${named} ${rest}`).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

function isInOrder({ from }: DateExpression, { to }: DateExpression): boolean {
  return from === undefined || to === undefined || compareDays(from, to) <= 0;
}
