import type { Feed } from '../../corpus/formats/feed/feed-entry.ts';
import { LinkError } from '../../corpus/links/fetch-page.ts';
import type { Resource } from '../../corpus/links/fetch-resource.ts';
import type { FeedRecord, FeedRecords, FeedStatus } from '../../state/feeds/feed-records.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import { applyRetention } from '../keeping/retention.ts';
import { askFeed, bodyKey, FeedError, readAnswer } from './read-answer.ts';
import { withParts } from './read-parts.ts';
import { afterFailure, afterSuccess, maxAgeOf, type PollMoment, retryAfterOf } from './schedule.ts';
import { type EntryTools, type Taken, takeEntries } from './take-entries.ts';

export interface PollTools extends EntryTools {
  readonly feeds: FeedRecords;
  /** From 0 to 1, by chance. */
  readonly random: () => number;
}

/** How a poll went. `unchanged`: nothing is new, as far as the feed itself says. */
export type PollOutcome =
  | ({ readonly kind: 'read' } & Taken)
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly message: string };

/** Times of articles that are remembered, to tell how often there is something new. */
const REMEMBERED_TIMES = 50;
const NO_PACE = { skipHours: [], skipDays: [] };

/**
 * Asks one feed for what is new and takes it in. What the server said to be asked by the next time is kept only when
 * everything was taken: after a crash it is asked as if nothing had happened.
 * @throws the file system's and the store's errors, and the signal's reason
 */
export async function pollFeed(
  record: FeedRecord,
  tools: PollTools,
  signal?: AbortSignal,
): Promise<PollOutcome> {
  const { feeds, now } = tools;
  const { name, url } = record;
  const before = await feeds.status(name);
  await feeds.setStatus(name, { ...before, next: now() + FEED_DEFAULTS.afterCrash });
  const moment = (): PollMoment => ({ now: now(), chance: tools.random() });
  let answer: Resource | undefined;
  try {
    answer = await askFeed(url, { ...tools, signal }, before);
    if (answer.status === 304 || (answer.status === 200 && bodyKey(answer.bytes) === before.body)) {
      await feeds.setStatus(name, {
        ...succeeded(before, now()),
        next: nextOf(before, answer, moment(), NO_PACE),
      });
      return { kind: 'unchanged' };
    }
    const found = await readAnswer(answer, tools.heavy);
    if (found === undefined)
      throw new FeedError(
        'What is there now is no feed, but a page or another file. Look for the feed’s new address.',
      );
    const feed = await withParts(found, answer.url, { ...tools, signal });
    if (answer.permanent !== url) await moveTo(record, answer.permanent, feeds);
    const taken = await takeEntries({ name, feed, isFirst: !before.begun }, tools, signal);
    await applyRetention(record, tools.files, now());
    // An index may stay as it is while what it lists changes: it is read whole each time.
    const isIndex = found.parts !== undefined;
    await feeds.setStatus(name, after(before, { answer, feed, taken, isIndex }, moment()));
    return { kind: 'read', ...taken };
  } catch (cause) {
    if (!(cause instanceof LinkError || cause instanceof FeedError)) throw cause;
    const { message } = cause;
    await feeds.setStatus(name, failed(before, message, answer, moment()));
    if (answer?.status === 410) await pause(record, feeds);
    return { kind: 'failed', message };
  }
}

/** Unless it was removed meanwhile. */
async function moveTo({ name }: FeedRecord, url: string, feeds: FeedRecords): Promise<void> {
  const present = await feeds.find(name);
  if (present !== undefined) await feeds.save({ ...present, url });
}

async function pause({ name }: FeedRecord, feeds: FeedRecords): Promise<void> {
  const present = await feeds.find(name);
  if (present !== undefined) await feeds.save({ ...present, paused: 'gone' });
}

function after(
  before: FeedStatus,
  {
    answer,
    feed,
    taken,
    isIndex,
  }: {
    readonly answer: Resource;
    readonly feed: Feed;
    readonly taken: Taken;
    readonly isIndex: boolean;
  },
  moment: PollMoment,
): FeedStatus {
  const times = feed.entries
    .slice(0, REMEMBERED_TIMES)
    .flatMap(
      ({ published }) => published.map((date) => Date.parse(date)).find((time) => !Number.isNaN(time)) ?? [],
    );
  const arrived = before.begun ? Array.from({ length: taken.added }, () => moment.now) : [];
  const status = {
    ...succeeded(before, moment.now),
    begun: true,
    times: times.length > 0 ? times : before.times,
    arrivals: [...arrived, ...before.arrivals].slice(0, REMEMBERED_TIMES),
  };
  const next = nextOf(status, answer, moment, feed.pace);
  if (taken.left) return { ...status, next: Math.min(next, moment.now + FEED_DEFAULTS.soon) };
  if (isIndex) return { ...status, next };
  const { etag, 'last-modified': modified } = answer.headers;
  return {
    ...status,
    next,
    body: bodyKey(answer.bytes),
    ...(etag !== undefined && { etag }),
    ...(modified !== undefined && { modified }),
  };
}

function succeeded(before: FeedStatus, now: number): FeedStatus {
  const { error: _, failingSince: __, told: ___, ...rest } = before;
  return { ...rest, failures: 0, success: now };
}

function nextOf(
  { times, arrivals }: FeedStatus,
  { headers }: Resource,
  moment: PollMoment,
  pace: Feed['pace'],
): number {
  const known = times.length > 0 ? times : arrivals;
  return afterSuccess(moment, pace, known, maxAgeOf(headers['cache-control']));
}

function failed(
  before: FeedStatus,
  message: string,
  answer: Resource | undefined,
  moment: PollMoment,
): FeedStatus {
  const failures = before.failures + 1;
  const retryAfter = retryAfterOf(answer?.headers['retry-after'], moment.now);
  return {
    ...before,
    failures,
    failingSince: before.failingSince ?? moment.now,
    error: { at: moment.now, message },
    next: afterFailure(moment, failures, retryAfter),
  };
}
