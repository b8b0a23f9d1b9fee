import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/timeline/dates/find-dates.ts';
import { datedEvents } from '../../../src/timeline/events/read-events.ts';
import {
  compareDays,
  dayNumber,
  dayParts,
  formatDay,
  parseDay,
  weekdayOf,
} from '../../../src/timeline/resolve/day-numbers.ts';
import { article, sentencesOf } from '../articles.ts';
import { read } from './read.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );

const nth = (day: number): string => {
  if (day > 10 && day < 14) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
};
/** Ways to write a day with its year; what a year before 1000 needs is said by its era. */
const DAY_WORDINGS: readonly ((day: number, month: string, year: string) => string)[] = [
  (day, month, year) => `${day} ${month} ${year}`,
  (day, month, year) => `${day} ${month}, ${year}`,
  (day, month, year) => `${month} ${day}, ${year}`,
  (day, month, year) => `${month} ${nth(day)}, ${year}`,
  (day, month, year) => `the ${nth(day)} of ${month} ${year}`,
  (day, month, year) => `the ${ORDINALS[day]} of ${month}, ${year}`,
  (day, month, year) => `${month} ${day} ${year}`,
];
const yearText = (year: number): string =>
  year <= 0 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : String(year);

const day = fc.integer({ min: dayNumber(-600, 1, 1), max: dayNumber(2800, 12, 31) });
const modernDay = fc.integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2059, 12, 31) });
const published = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(2040, 12, 31) });
const frame = fc.constantFrom(
  (date: string) => `It burned on ${date}.`,
  (date: string) => `On ${date} people gathered.`,
  (date: string) => `The fire (${date}) was large.`,
  (date: string) => `She was there on ${date}, and left.`,
);

describe('a generated date has its own value', () => {
  it('a day with its year, in every wording', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...DAY_WORDINGS),
        frame,
        published,
        (number, wording, sentence, reference) => {
          const { year, month, day: dayOfMonth } = dayParts(number);
          // From 2060 on, four figures before people are more likely how many they are.
          fc.pre(year < 2060 || !sentence('').includes('people'));
          const text = sentence(wording(dayOfMonth, MONTHS[month - 1] ?? '', yearText(year)));
          const [found, ...more] = findDates(text, formatDay(reference));
          expect([found?.from, found?.to, found?.basis, more]).toEqual([
            formatDay(number),
            formatDay(number),
            'stated',
            [],
          ]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('a month or a year, between words that make it one', () => {
    const lead = fc.constantFrom('In', 'By', 'In early', 'In late', 'Since', 'Until');
    fc.assert(
      fc.property(lead, fc.integer({ min: 1001, max: 2059 }), fc.nat(12), (word, year, month) => {
        const date = month === 0 ? String(year) : `${MONTHS[month - 1]} ${year}`;
        const [found] = findDates(`${word} ${date} the town burned.`, '2061-01-01');
        expect(found?.value).toBe(month === 0 ? String(year) : `${year}-${String(month).padStart(2, '0')}`);
      }),
    );
  });

  it('figures whose order is plain', () => {
    fc.assert(
      fc.property(modernDay, fc.constantFrom('/', '-', '.'), published, (number, mark, reference) => {
        const { year, month, day: dayOfMonth } = dayParts(number);
        fc.pre(dayOfMonth > 12 || mark === '.');
        expect(read(`Signed on ${[dayOfMonth, month, year].join(mark)}.`, formatDay(reference))).toBe(
          formatDay(number),
        );
      }),
    );
  });

  it('a nth weekday of a month', () => {
    fc.assert(
      fc.property(modernDay, (number) => {
        const { year, month, day: dayOfMonth } = dayParts(number);
        const which = ORDINALS[Math.ceil(dayOfMonth / 7)];
        const text = `It opened on the ${which} ${WEEKDAYS[weekdayOf(number)]} of ${MONTHS[month - 1]} ${year}.`;
        expect(read(text, '2030-01-01')).toBe(formatDay(number));
      }),
    );
  });

  it('so many days, weeks or years ago', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 2, max: 60 }), (reference, count) => {
        const today = formatDay(reference);
        expect(read(`It burned ${count} days ago.`, today)).toBe(formatDay(reference - count));
        expect(read(`It burned ${count} years ago.`, today)).toBe(String(dayParts(reference).year - count));
        const [found] = findDates(`It burned ${count} years ago today.`, today);
        expect(found?.from?.slice(0, 4)).toBe(String(dayParts(reference).year - count));
      }),
    );
  });
});

describe('whatever is told', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...'from to until since between and before after on in by the of not - – , last next first Monday Friday'.split(
        ' ',
      ),
      ...'BC AD 1445 551 12345 2011 1848 2075 people ago year years week today early half quarter'.split(' '),
    ),
    fc.constantFrom(...MONTHS),
    fc.integer({ min: 1, max: 31 }).map(String),
  );

  it('no span ends before it begins', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 16 }), published, (words, reference) => {
        const one = article('a', `It was closed ${words.join(' ')}.`, formatDay(reference));
        for (const { from, to } of datedEvents(one, sentencesOf(one)).events)
          expect(compareDays(from, to)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 800 },
    );
  });

  it('what happened is not after the publication', () => {
    const when = fc.oneof(
      fc.constantFrom(...WEEKDAYS).map((weekday) => `on ${weekday}`),
      fc.constantFrom(...MONTHS).map((month) => `in ${month}`),
      fc
        .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...MONTHS))
        .map(([date, month]) => `on ${date} ${month}`),
    );
    const verb = fc.constantFrom('died', 'was shot', 'fell', 'attacked the town', 'were killed', 'broke out');
    fc.assert(
      fc.property(when, verb, published, (date, told, reference) => {
        const [found] = findDates(`They ${told} ${date}.`, formatDay(reference));
        expect(parseDay(found?.from ?? '9999-12-31')).toBeLessThanOrEqual(reference);
      }),
      { numRuns: 400 },
    );
  });

  it('a year that is not read is not guessed', () => {
    const unread = fc.oneof(
      fc.integer({ min: 10_000, max: 99_999 }).map(String),
      fc.integer({ min: 100, max: 1900 }).map((year) => `${year} AH`),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom(...MONTHS),
        unread,
        (date, month, year) => {
          for (const { from } of findDates(`It fell on ${date} ${month} ${year}.`, '2015-05-05'))
            expect(from).toBeUndefined();
        },
      ),
    );
  });
});
