import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HeavyReader } from '../../src/corpus/formats/heavy-reader.ts';
import { FEED_DEFAULTS } from '../../src/feeds/feed-defaults.ts';
import { createFetcher } from '../../src/feeds/fetching/fetcher.ts';
import { openFeedFiles } from '../../src/feeds/keeping/feed-files.ts';
import { type PollOutcome, type PollTools, pollFeed } from '../../src/feeds/polling/poll-feed.ts';
import { createArrivals } from '../../src/state/feeds/arrivals.ts';
import { createFeedRecords, type FeedRecord } from '../../src/state/feeds/feed-records.ts';
import { createItemRecords } from '../../src/state/feeds/item-records.ts';
import { openState } from '../../src/state/state.ts';
import type { TestSite } from './site.ts';

/** Everything that polling takes, on a folder and a state of its own, by a clock that is set by hand. */
export interface Bench {
  clock: number;
  readonly folder: string;
  readonly tools: PollTools;
  /** Follows a feed of the site. */
  follow(url: string, more?: Partial<FeedRecord>): Promise<FeedRecord>;
  /** Asks a feed again, an hour later. */
  poll(name?: string): Promise<PollOutcome>;
  /** The articles' files: path → text. */
  files(): ReadonlyMap<string, string>;
  /** Paths of what waits to be told. */
  waiting(): Promise<string[]>;
}

export const heavy = new HeavyReader();

export function openBench(site: Pick<TestSite, 'guard'>): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-feeds-'));
  const state = openState(join(folder, 'data'));
  onTestFinished(async () => {
    await state.close();
    rmSync(folder, { recursive: true });
  });
  const now = () => bench.clock;
  const wait = async (ms: number) => {
    bench.clock += ms;
  };
  const tools: PollTools = {
    fetch: createFetcher({ version: 'test', guard: site.guard, now, wait }),
    heavy,
    files: openFeedFiles(folder),
    feeds: createFeedRecords(state.feeds),
    items: createItemRecords(state.items),
    arrivals: createArrivals(state.arrivals),
    now,
    random: () => 0.5,
  };
  const bench: Bench = {
    clock: Date.UTC(2024, 4, 6, 12),
    folder,
    tools,
    async follow(url, more = {}) {
      const feed = { name: 'post', url, title: 'Post', added: bench.clock, by: '1', ...more };
      await tools.feeds.save(feed);
      return feed;
    },
    async poll(name = 'post') {
      bench.clock += FEED_DEFAULTS.longest;
      const feed = await tools.feeds.find(name);
      if (feed === undefined) throw new Error(`no feed ${name}`);
      return pollFeed(feed, tools);
    },
    files() {
      const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
        /^feeds\/.*\.(?:md|txt)$/.test(path),
      );
      return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
    },
    waiting: async () => (await tools.arrivals.waiting()).map(({ path }) => path),
  };
  return bench;
}
