import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Messenger } from '../../src/alerts/messenger.ts';
import { Teller } from '../../src/alerts/teller.ts';
import { openFeeds } from '../../src/feeds/open-feeds.ts';
import { FeedPoller } from '../../src/feeds/polling/poller.ts';
import { openIndexFolder, openLibrary } from '../../src/library/index.ts';
import { createFollows } from '../../src/state/feeds/follows.ts';
import { openState } from '../../src/state/state.ts';
import { slopeOf } from '../soak/slope.ts';
import { openNews } from './news.ts';
import { ownWord } from './words.ts';

export interface SimulationOptions {
  readonly feeds: number;
  readonly topics: number;
  /** Articles that come out in an hour, in all feeds. */
  readonly perHour: number;
  /** Hours of the simulation's clock. */
  readonly hours: number;
  /** Minutes between two looks whether a feed is due. */
  readonly tick: number;
  /** Articles that are kept of a feed, the newest. */
  readonly keep: number;
  /** Hours before memory is looked at: until then the corpus grows to what is kept. */
  readonly warmUp: number;
  readonly onSample?: (sample: FeedSample) => void;
}

/** After some hours. Memory in bytes, when the garbage has been collected. */
export interface FeedSample {
  readonly hour: number;
  readonly articles: number;
  readonly heap: number;
  readonly rss: number;
}

export interface SimulationReport {
  readonly published: number;
  readonly taken: number;
  /** Messages, and what there should have been: one for each topic of an article that was taken. */
  readonly told: number;
  readonly toTell: number;
  /** Told more than once. */
  readonly twice: number;
  /** Milliseconds from the end of a feed's poll until its article was told. */
  readonly delay: Times;
  /** Milliseconds of answers meanwhile, their waiting for the event loop included; and of the processor alone. */
  readonly answers: Times;
  readonly processor: Times;
  /** Questions about an article that had just been told, and how many of them it answered. */
  readonly askedOfNew: number;
  readonly answeredFromNew: number;
  /** Bytes a day of the simulation, by least squares. */
  readonly growthPerDay: number;
  readonly growthOfRssPerDay: number;
  readonly samples: readonly FeedSample[];
  readonly errors: readonly string[];
  /** Real seconds. */
  readonly seconds: number;
}

interface Times {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

const HOUR = 3_600_000;
const DEFAULTS = {
  begin: Date.UTC(2024, 4, 6),
  listed: 20,
  /** Real milliseconds between two questions. */
  askEvery: 40,
  /** Microseconds: the longest time that is told from others. */
  longest: 600_000_000,
  errors: 20,
} as const;

/**
 * Feeds are read, their articles indexed and told, for hours of a clock that is moved by hand, while questions are asked.
 * All is what the bot has but for Discord: whoever is told writes it down.
 * @throws when the garbage can't be collected by hand (`node --expose-gc`)
 */
export async function simulateFeeds(options: SimulationOptions): Promise<SimulationReport> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('Run it with node --expose-gc');
  const started = performance.now();
  let clock: number = DEFAULTS.begin;
  const now = () => clock;
  const errors: string[] = [];
  const onError = (error: unknown) => {
    if (errors.length < DEFAULTS.errors) errors.push(String(error));
  };
  const folder = mkdtempSync(join(tmpdir(), 'footnote-feeds-'));
  const corpus = join(folder, 'corpus');
  const dataDir = join(folder, 'data');
  mkdirSync(corpus);
  const news = await openNews({ ...options, listed: DEFAULTS.listed, topicsOfOne: 2, pages: false, now });
  const state = openState(dataDir, { now, onError });
  const cache = openIndexFolder(dataDir, { create: true, onError });
  const library = await openLibrary({ corpus, prepare: true, now, ...(cache !== undefined && { cache }) });
  const tools = openFeeds({
    home: { folder: corpus },
    state,
    version: 'test',
    guard: news.site.guard,
    now,
    wait: async () => undefined,
  });
  for (const { name, url } of news.feeds)
    await tools.feeds.save({ name, url, title: name, added: clock, by: '1', keepNewest: options.keep });
  const follows = createFollows(state);
  for (const [i, topic] of news.topics.entries())
    await follows.save({ id: `f${i}`, owner: String(i), topic, when: 'now', since: clock, language: 'en' });

  const [delay, answers, processor] = [histogram(), histogram(), histogram()];
  const polled = new Map<string, number>();
  const counts = { taken: 0, told: 0, twice: 0, askedOfNew: 0, answeredFromNew: 0 };
  // Of the last ones only: what is told twice is told soon after.
  const told = new Set<string>();
  const messenger: Messenger = {
    async alert({ id }, { passage: { article } }) {
      const key = `${id} ${article.path}`;
      if (told.has(key)) counts.twice++;
      told.add(key);
      const [oldest] = told;
      if (told.size > 20_000 && oldest !== undefined) told.delete(oldest);
      counts.told++;
      const feed = article.path.split('/')[1] ?? '';
      record(delay, performance.now() - (polled.get(feed) ?? performance.now()));
      return 'sent';
    },
    digest: async () => 'sent',
    warn: async () => 'sent',
  };
  const runAlone = state.withLease;
  const arrivals = tools.arrivals;
  const teller = new Teller({ library, arrivals, follows, messenger, runAlone, onError, now });
  const poller = new FeedPoller({
    ...tools,
    runAlone,
    onError,
    onPolled({ name }, outcome) {
      polled.set(name, performance.now());
      if (outcome.kind === 'read') counts.taken += outcome.added;
      if (outcome.kind === 'failed') onError(outcome.message);
    },
    async onNews() {
      await library.reload({ by: 'feeds' });
      await teller.round();
    },
    onFailing: async () => undefined,
  });

  // What stands in the feeds at the first poll is no news.
  for (let i = 0; i < options.feeds; i++) news.publish();
  await poller.round();
  const first = counts.taken;
  const ending = new AbortController();
  const asking = ask(ending.signal);
  const samples: FeedSample[] = [];
  const perTick = (options.perHour * options.tick) / 60;
  let due = 0;
  for (let minute = 0; minute < options.hours * 60; minute += options.tick) {
    clock += options.tick * 60_000;
    for (due += perTick; due >= 1; due--) news.publish();
    news.site.asked.length = 0;
    await poller.round();
    if (Math.floor((minute + options.tick) / 60) > Math.floor(minute / 60)) await lookAround(minute / 60);
  }
  // What came out last is taken with the next polls.
  for (let i = 0; i < 3; i++) {
    clock += HOUR;
    await poller.round();
    await teller.round();
  }
  ending.abort();
  await asking;
  await poller.stop();
  await teller.stop();
  await tools.close();
  await library.close();
  cache?.close();
  await state.close();
  news.site.close();
  rmSync(folder, { recursive: true });
  const growthOf = (pick: (sample: FeedSample) => number) =>
    24 * slopeOf(samples.map((sample) => [sample.hour, pick(sample)] as const));
  return {
    published: news.count(),
    ...counts,
    toTell: (counts.taken - first) * 2,
    delay: timesOf(delay),
    answers: timesOf(answers),
    processor: timesOf(processor),
    growthPerDay: growthOf(({ heap }) => heap),
    growthOfRssPerDay: growthOf(({ rss }) => rss),
    samples,
    errors,
    seconds: Math.round((performance.now() - started) / 1000),
  };

  /** Members ask of what came some while ago. */
  async function ask(signal: AbortSignal): Promise<void> {
    for (let i = 0; !signal.aborted; i++) {
      const due = performance.now() + DEFAULTS.askEvery;
      await sleep(DEFAULTS.askEvery);
      const used = process.threadCpuUsage();
      const number = Math.max(0, news.count() - 500 + (i % 400));
      library.current().ask(questionOf(number), { top: 3 });
      const { user, system } = process.threadCpuUsage(used);
      record(answers, performance.now() - due);
      record(processor, (user + system) / 1000);
    }
  }

  async function lookAround(hour: number): Promise<void> {
    const snapshot = library.current();
    const latest = snapshot.articles.reduce((newest, one) => Math.max(newest, news.numberOf(one.title)), 0);
    const answer = snapshot.ask(questionOf(latest), { top: 1 });
    counts.askedOfNew++;
    const [passage] = answer.kind === 'answer' ? answer.passages : answer.closest;
    if (passage !== undefined && news.numberOf(passage.article.title) === latest) counts.answeredFromNew++;
    if (hour < options.warmUp) return;
    await gc?.({ type: 'major', execution: 'async' });
    await gc?.({ type: 'major', execution: 'async' });
    const { heapUsed, external, rss } = process.memoryUsage();
    const sample = {
      hour: Math.round(hour),
      articles: snapshot.articles.length,
      heap: heapUsed + external,
      rss,
    };
    samples.push(sample);
    options.onSample?.(sample);
  }

  function questionOf(number: number): string {
    const word = (i: number) => ownWord(number, i);
    return `what ${word(0)} was ${word(1)} by the ${word(2)} of ${news.topicsOf(number)[0]}`;
  }
}

function histogram() {
  return createHistogram({ lowest: 1, highest: DEFAULTS.longest, figures: 3 });
}

/** @param ms milliseconds */
function record(times: ReturnType<typeof histogram>, ms: number): void {
  times.record(Math.min(DEFAULTS.longest, Math.max(1, Math.round(ms * 1000))));
}

function timesOf(times: ReturnType<typeof histogram>): Times {
  const at = (share: number) => times.percentile(share) / 1000;
  return { count: times.count, median: at(50), p95: at(95), longest: times.max / 1000 };
}
