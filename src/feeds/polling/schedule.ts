import type { FeedPace } from '../../corpus/formats/feed/feed-entry.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export interface PollMoment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** From 0 to 1, by chance. */
  readonly chance: number;
}

/**
 * When a feed is asked again after it was read: half of the time that usually lies between two of its articles, not
 * sooner than it wishes itself, and not in hours in which there is nothing.
 * @param times when its articles were published, milliseconds since 1970
 * @param maxAge milliseconds for which the server says that its answer stays good
 */
export function afterSuccess(
  { now, chance }: PollMoment,
  pace: FeedPace,
  times: readonly number[],
  maxAge = 0,
): number {
  const { often, seldom, usually, longest } = FEED_DEFAULTS;
  const gap = usualGap(times, now);
  const own = gap === undefined ? usually : Math.min(seldom, Math.max(often, gap / 2));
  const wished = Math.min(longest, Math.max(own, (pace.ttl ?? 0) * MINUTE, Math.min(maxAge, seldom)));
  return allowedFrom(now + jittered(wished, chance), pace);
}

/**
 * When a feed is asked again after a failure.
 * @param failures how many there were without a success between them, from 1
 * @param retryAfter milliseconds that the server asks for
 */
export function afterFailure({ now, chance }: PollMoment, failures: number, retryAfter?: number): number {
  const { backoff, longest, retryAfter: most } = FEED_DEFAULTS;
  const doubled = Math.min(longest, backoff * 2 ** Math.min(20, failures - 1));
  const pause = Math.max(doubled, Math.min(retryAfter ?? 0, most));
  // What a server asks for is a least.
  return now + Math.max(jittered(pause, chance), Math.min(retryAfter ?? 0, most));
}

/** `Retry-After` in seconds or as a date. @returns milliseconds; undefined when it says nothing that can be read */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) || !/[A-Za-z]/.test(text) ? undefined : Math.max(0, at - now);
}

/** `max-age` of `Cache-Control`. @returns milliseconds */
export function maxAgeOf(header: string | undefined): number {
  const seconds = /(?:^|[,\s])max-age=(\d{1,9})/i.exec(header ?? '')?.[1];
  return seconds === undefined ? 0 : Number(seconds) * 1000;
}

/** The middle of the times between the latest articles; undefined when there are too few with a date. */
function usualGap(times: readonly number[], now: number): number | undefined {
  const sorted = times
    .filter((time) => time <= now)
    .sort((a, b) => b - a)
    .slice(0, 20);
  const [latest] = sorted;
  if (latest === undefined || sorted.length < 3) return undefined;
  const gaps = sorted
    .slice(1)
    .map((time, i) => (sorted[i] ?? time) - time)
    .sort((a, b) => a - b);
  // A feed that has fallen silent is asked less often.
  return Math.max(gaps[Math.floor(gaps.length / 2)] ?? 0, (now - latest) / 10);
}

function jittered(pause: number, chance: number): number {
  return Math.round(pause * (1 + FEED_DEFAULTS.jitter * (2 * chance - 1)));
}

/** The first moment that is not in an hour or on a day that the feed leaves out; all left out means none. */
function allowedFrom(at: number, { skipHours, skipDays }: FeedPace): number {
  const hours = new Set(skipHours);
  const days = new Set(skipDays.map((day) => DAYS.indexOf(day.trim().toLowerCase())));
  const isLeftOut = (time: number) => {
    const date = new Date(time);
    return hours.has(date.getUTCHours()) || days.has(date.getUTCDay());
  };
  if (hours.size + days.size === 0) return at;
  for (let time = at, hour = 0; hour <= 7 * 24; hour++) {
    if (!isLeftOut(time)) return time;
    time = Math.floor(time / HOUR + 1) * HOUR;
  }
  return at;
}
