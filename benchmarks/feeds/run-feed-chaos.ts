import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Playground, startPlayground, textOf } from '../../src/playground/index.ts';
import { createFeedRecords } from '../../src/state/feeds/feed-records.ts';
import { createFollows } from '../../src/state/feeds/follows.ts';
import { connectPostgres } from '../../src/state/postgres/connect.ts';
import { openPostgresState } from '../../src/state/postgres/open-postgres-state.ts';
import { ChaosProcess } from '../chaos/chaos-process.ts';
import { fillDatabase } from '../chaos/fill-database.ts';
import { fastClock } from './fast-clock.ts';
import { type News, openNews } from './news.ts';

export interface FeedChaosOptions {
  /** The database that all share; must be empty. */
  readonly url: string;
  readonly processes: number;
  /** How many times as fast the bots' clocks run. */
  readonly fast: number;
  /** How often whoever reads the feeds is killed, and how many seconds lie between two of these. */
  readonly kills: number;
  readonly killEvery: number;
  /** Seconds between two articles that come out. */
  readonly publishEvery: number;
  /** Milliseconds after which a dead process's work is taken over. */
  readonly lease: number;
  /** Seconds that may pass at the end until all has been told. */
  readonly patience: number;
}

export interface FeedChaosReport {
  readonly published: number;
  readonly kills: number;
  /** How many feeds each process has read. */
  readonly polls: readonly number[];
  /** Pages that were fetched again; at most one for each time that somebody was killed. */
  readonly fetchedAgain: number;
  readonly toldOnce: number;
  /** By their names. */
  readonly toldTwice: readonly string[];
  readonly missed: readonly string[];
  /** Followed topics that are left at the end, of all. */
  readonly follows: readonly [left: number, all: number];
  /** Seconds from when an article came out until it was told: the middle, and the longest. */
  readonly delay: { readonly median: number; readonly longest: number };
  /** The end of what the processes wrote on warnings and errors. */
  readonly log: readonly string[];
}

const DEFAULTS = { feeds: 6, topics: 12, listed: 60, look: 100 } as const;
const ENTRY = fileURLToPath(new URL('feed-process.ts', import.meta.url));

/** Several bots on one database read the same feeds and tell three servers of what is new; who reads them is killed. */
export async function runFeedChaos(options: FeedChaosOptions): Promise<FeedChaosReport> {
  const { url, processes: count, fast, lease } = options;
  const home = mkdtempSync(join(tmpdir(), 'footnote-feed-chaos-'));
  const begin = Date.now();
  const news = await openNews({ ...DEFAULTS, topicsOfOne: 1, pages: true, now: fastClock(fast, begin) });
  const playground = await startPlayground({ thirdGuild: true, shards: count });
  await fillDatabase(url, home);
  await saveFeeds(url, news);
  const polls = Array.from({ length: count }, () => 0);
  let reader = 0;
  const all = polls.map((_, shard) => {
    const env = {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      HOME_GUILD_ID: playground.guildId,
      SHARDS: `${shard}/${count}`,
      DATABASE_URL: url,
      DATA_DIR: join(home, String(shard)),
      CORPUS_FEEDS: 'yes',
      BEGIN: String(begin),
      FAST: String(fast),
      LEASE: String(lease),
      SITE_PORT: String(news.site.port),
    };
    const hear: ConstructorParameters<typeof ChaosProcess>[1] = (told) => {
      if (told.kind !== 'polled') return;
      polls[shard] = (polls[shard] ?? 0) + 1;
      reader = shard;
    };
    return new ChaosProcess(env, hear, ENTRY);
  });
  const watch = watchTelling(playground, news);
  try {
    await Promise.all(all.map((each) => each.start()));
    const follows = await followAll(playground, news);
    await beginReading(url, news);
    const kills = await publishAndKill(news, all, () => reader, watch, options);
    const until = performance.now() + options.patience * 1000;
    while (watch.told().size < news.count() && performance.now() < until) await sleep(DEFAULTS.look);
    // Whatever is told twice is told soon after.
    await sleep(lease);
    const told = watch.told();
    const numbers = Array.from({ length: news.count() }, (_, number) => number);
    const delays = [...told.values()].map(({ delay }) => delay).sort((a, b) => a - b);
    return {
      published: news.count(),
      kills,
      polls,
      fetchedAgain: numbers.reduce((sum, number) => sum + Math.max(0, news.fetched(number) - 1), 0),
      toldOnce: [...told.values()].filter(({ times }) => times === 1).length,
      toldTwice: [...told].flatMap(([number, { times }]) => (times > 1 ? [news.nameOf(number)] : [])),
      missed: numbers.flatMap((number) => (told.has(number) ? [] : [news.nameOf(number)])),
      follows: [await followsIn(url), follows],
      delay: { median: delays[Math.floor(delays.length / 2)] ?? 0, longest: delays.at(-1) ?? 0 },
      log: all.flatMap(({ log }) => log.split('\n').filter((line) => line !== '')).slice(-20),
    };
  } finally {
    await Promise.all(all.map((each) => each.kill()));
    await playground.close();
    news.site.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The feeds that are followed. */
async function saveFeeds(url: string, { feeds }: News): Promise<void> {
  await withState(url, async (state) => {
    const records = createFeedRecords(state.feeds);
    for (const { name, url: address } of feeds)
      await records.save({ name, url: address, title: name, added: 0, by: '1' });
  });
}

async function withState<T>(
  url: string,
  work: (state: Awaited<ReturnType<typeof openPostgresState>>) => Promise<T>,
): Promise<T> {
  const state = await openPostgresState(connectPostgres(url));
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

/** Topics are followed in a channel of each server, whose process is another one. @returns how many */
async function followAll(playground: Playground, { topics }: News): Promise<number> {
  const { asModerator, asStranger, channelId, thirdChannelId } = playground;
  const there = asStranger.in(thirdChannelId);
  for (const [i, topic] of topics.entries()) {
    const said =
      i % 2 === 0
        ? await asModerator.slash('follow', { topic, channel: channelId })
        : await there.slash('follow', { topic, channel: thirdChannelId });
    if (said.failed !== undefined) throw new Error(said.failed);
  }
  return topics.length;
}

/** The first poll of a feed is no news; it is over when all were asked once. */
async function beginReading(url: string, { feeds }: News): Promise<void> {
  await withState(url, async (state) => {
    const records = createFeedRecords(state.feeds);
    const begun = async () =>
      (await Promise.all(feeds.map(({ name }) => records.status(name)))).every((status) => status.begun);
    while (!(await begun())) await sleep(DEFAULTS.look);
  });
}

function followsIn(url: string): Promise<number> {
  return withState(url, async (state) => (await createFollows(state).list()).length);
}

interface Telling {
  times: number;
  /** Seconds since it came out. */
  readonly delay: number;
}

/** Looks at all messages for the names of articles. */
function watchTelling(playground: Playground, news: News) {
  const { asModerator, asStranger, thirdChannelId } = playground;
  const readers = [asModerator, asStranger.in(thirdChannelId)];
  const out = new Map<number, number>();
  const first = new Map<number, number>();
  const look = (): ReadonlyMap<number, Telling> => {
    const texts = readers.flatMap((reader) => reader.messages()).map(textOf);
    const told = new Map<number, Telling>();
    for (const [number, at] of out) {
      const times = texts.filter((text) => text.includes(news.nameOf(number))).length;
      if (times === 0) continue;
      if (!first.has(number)) first.set(number, (performance.now() - at) / 1000);
      told.set(number, { times, delay: first.get(number) ?? 0 });
    }
    return told;
  };
  return { cameOut: (number: number) => void out.set(number, performance.now()), told: look };
}

/** @returns how many were killed */
async function publishAndKill(
  news: News,
  all: readonly ChaosProcess[],
  reader: () => number,
  watch: ReturnType<typeof watchTelling>,
  { kills: wanted, killEvery, publishEvery }: FeedChaosOptions,
): Promise<number> {
  const begin = performance.now();
  let kills = 0;
  let nextKill = begin + killEvery * 1000;
  const starting: Promise<void>[] = [];
  for (let nextArticle = begin; kills < wanted; ) {
    const now = performance.now();
    if (now >= nextArticle) {
      watch.cameOut(news.publish());
      nextArticle += publishEvery * 1000;
    }
    watch.told();
    const victim = all[reader()];
    const others = all.filter((each) => each !== victim && each.isReady).length;
    if (now >= nextKill && victim?.isReady === true && others > 0) {
      kills++;
      // Wherever in its work it is: asking, writing, or telling.
      const asked = news.site.asked.length;
      const latest = now + (killEvery * 1000) / 2;
      while (news.site.asked.length === asked && performance.now() < latest) await sleep(1);
      await sleep((kills % 5) * 40);
      await victim.kill();
      starting.push(victim.start());
      nextKill = performance.now() + killEvery * 1000;
    }
    await sleep(DEFAULTS.look / 2);
  }
  await Promise.all(starting);
  return kills;
}
