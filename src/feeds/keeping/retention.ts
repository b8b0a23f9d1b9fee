import type { FeedRecord } from '../../state/feeds/feed-records.ts';
import type { FeedFiles } from './feed-files.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Takes out the articles of a feed that are not to be kept any longer, by when they came in. They are not taken in again: it is
 * remembered that they were there.
 * @param now milliseconds since 1970
 * @returns how many were taken out
 */
export async function applyRetention(
  { name, keepDays, keepNewest }: FeedRecord,
  files: FeedFiles,
  now: number,
): Promise<number> {
  if (keepDays === undefined && keepNewest === undefined) return 0;
  const newestFirst = [...(await files.list(name))].sort((a, b) => b.at - a.at || (a.path < b.path ? -1 : 1));
  const oldest = keepDays === undefined ? Number.NEGATIVE_INFINITY : now - keepDays * DAY;
  const out = newestFirst.filter(({ at }, i) => at < oldest || i >= (keepNewest ?? Number.POSITIVE_INFINITY));
  for (const { path } of out) await files.remove(path);
  return out.length;
}
