import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HeavyReader } from '../corpus/formats/heavy-reader.ts';
import { createArrivals } from '../state/feeds/arrivals.ts';
import { createFeedRecords } from '../state/feeds/feed-records.ts';
import { createItemRecords } from '../state/feeds/item-records.ts';
import type { State } from '../state/state.ts';
import { createFetcher, type FetcherOptions } from './fetching/fetcher.ts';
import { openFeedFiles } from './keeping/feed-files.ts';
import type { PollTools } from './polling/poll-feed.ts';

/** Where articles are written. */
export interface FeedHome {
  /** The folder of articles. */
  readonly folder: string;
  /** Does a change of these files so that other processes take it over. Absent: nobody else has them. */
  readonly change?: <T>(work: () => Promise<T>, only: readonly string[]) => Promise<T>;
}

export interface FeedsOptions extends Partial<Omit<FetcherOptions, 'version' | 'guard'>> {
  /** For tests, see `FetchOptions`. */
  readonly guard?: FetcherOptions['guard'] | undefined;
  readonly home: FeedHome;
  readonly state: Pick<State, 'feeds' | 'items' | 'arrivals'>;
  /** Of this program. */
  readonly version: string;
}

/** What feeds are read with; its owner closes it. */
export interface FeedTools extends PollTools {
  close(): Promise<void>;
}

/** Opens what feeds are read with: nothing is fetched by that. */
export function openFeeds({
  home,
  state,
  version,
  guard,
  now = () => Date.now(),
  wait = (ms, signal) => sleep(ms, undefined, { signal }),
}: FeedsOptions): FeedTools {
  const heavy = new HeavyReader();
  return {
    fetch: createFetcher({ version, now, wait, ...(guard !== undefined && { guard }) }),
    heavy,
    files: openFeedFiles(resolve(home.folder), home.change),
    feeds: createFeedRecords(state.feeds),
    items: createItemRecords(state.items),
    arrivals: createArrivals(state.arrivals),
    now,
    random: Math.random,
    close: () => heavy.close(),
  };
}
