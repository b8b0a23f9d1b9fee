import { describe, expect, test } from 'vitest';
import { FEED_DEFAULTS } from '../../src/feeds/feed-defaults.ts';
import { afterFailure, afterSuccess, maxAgeOf, retryAfterOf } from '../../src/feeds/polling/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.UTC(2024, 4, 6, 12); // a Monday
const moment = { now, chance: 0.5 };
const none = { skipHours: [], skipDays: [] };
/** Articles with so much time between them, the latest just now. */
const every = (gap: number) => Array.from({ length: 10 }, (_, i) => now - i * gap);

describe('when a feed is asked again', () => {
  test.each<[string, number, number]>([
    ['nothing is known', afterSuccess(moment, none, []), FEED_DEFAULTS.usually],
    ['an article comes every 2 hours', afterSuccess(moment, none, every(2 * HOUR)), HOUR],
    ['an article comes every minute', afterSuccess(moment, none, every(MINUTE)), FEED_DEFAULTS.often],
    ['an article comes every month', afterSuccess(moment, none, every(700 * HOUR)), FEED_DEFAULTS.seldom],
    [
      'it says that it stays as it is for 3 hours',
      afterSuccess(moment, { ...none, ttl: 180 }, every(MINUTE)),
      3 * HOUR,
    ],
    ['it says so for a year', afterSuccess(moment, { ...none, ttl: 525_600 }, []), FEED_DEFAULTS.longest],
    ['the server’s answer is good for an hour', afterSuccess(moment, none, every(MINUTE), HOUR), HOUR],
    ['the next hours are left out', afterSuccess(moment, { ...none, skipHours: [12, 13, 14] }, []), 3 * HOUR],
    ['today is left out', afterSuccess(moment, { ...none, skipDays: ['Monday'] }, []), 12 * HOUR],
    ['it has failed once', afterFailure(moment, 1), FEED_DEFAULTS.backoff],
    ['it has failed four times', afterFailure(moment, 4), 8 * FEED_DEFAULTS.backoff],
    ['it fails for ever', afterFailure(moment, 1000), FEED_DEFAULTS.longest],
    ['the server asks for 2 days', afterFailure(moment, 1, 48 * HOUR), 48 * HOUR],
  ])('%s', (_, next, pause) => {
    expect(next - now).toBe(pause);
  });

  test('chance makes a pause longer or shorter, never shorter than what a server asks for', () => {
    expect(afterSuccess({ now, chance: 0 }, none, []) - now).toBe(0.9 * FEED_DEFAULTS.usually);
    expect(afterSuccess({ now, chance: 1 }, none, []) - now).toBeCloseTo(1.1 * FEED_DEFAULTS.usually);
    expect(afterFailure({ now, chance: 0 }, 1, 48 * HOUR) - now).toBe(48 * HOUR);
  });
});

test.each([
  ['120', 120_000],
  ['Mon, 06 May 2024 13:00:00 GMT', HOUR],
  ['Mon, 06 May 2019 13:00:00 GMT', 0],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After: %s', (header, ms) => {
  expect(retryAfterOf(header, now)).toBe(ms);
});

test.each([
  ['public, max-age=600', 600_000],
  ['s-maxage=600', 0],
  ['no-store', 0],
])('Cache-Control: %s', (header, ms) => {
  expect(maxAgeOf(header)).toBe(ms);
});
