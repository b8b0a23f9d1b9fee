import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config/config.ts';
import { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { LinkError } from '../../corpus/links/fetch-page.ts';
import {
  type FeedReport,
  type InspectTools,
  inspectFeed,
  reportOn,
} from '../../feeds/discovery/inspect-feed.ts';
import { createFetcher, type FetcherOptions } from '../../feeds/fetching/fetcher.ts';
import { type FeedsOptions, openFeeds } from '../../feeds/open-feeds.ts';
import type { PollOutcome } from '../../feeds/polling/poll-feed.ts';
import { FeedPoller } from '../../feeds/polling/poller.ts';
import { FeedError } from '../../feeds/polling/read-answer.ts';
import { withFeedHome } from '../../operate/corpus-place.ts';
import type { State } from '../../state/state.ts';
import { InputError } from '../input-lines.ts';
import type { Io } from '../io.ts';
import { printable } from '../printing/problem-lines.ts';

const HOUR = 60 * 60 * 1000;

/**
 * Shows what a feed brings, before it is followed.
 * @param place the address of a feed or of a site, or a file that was saved
 * @param version of this program
 * @param guard for tests, see `FetchOptions`
 * @throws {InputError} when there is no feed that can be read
 */
export async function checkFeed(
  place: string,
  version: string,
  io: Io,
  guard?: FetcherOptions['guard'],
): Promise<void> {
  const heavy = new HeavyReader();
  const fetch = createFetcher({
    version,
    now: Date.now,
    wait: (ms) => sleep(ms),
    ...(guard !== undefined && { guard }),
  });
  try {
    printReport(await reportOf(place, { fetch, heavy }), io);
  } finally {
    await heavy.close();
  }
}

/**
 * Asks every feed that is due once, wherever the articles are. A bot that has the same ones takes over what has come.
 * @param version of this program
 * @param guard for tests, see `FetchOptions`
 * @returns the exit code: 1 when a feed has failed
 * @throws {InputError} when that is switched off, or there is no folder for articles
 */
export async function runFeeds(
  { feeds, corpus, dataDir, databaseUrl }: Pick<Config, 'feeds' | 'corpus' | 'dataDir' | 'databaseUrl'>,
  version: string,
  io: Io,
  guard?: FetcherOptions['guard'],
): Promise<0 | 1> {
  if (!feeds) throw new InputError('Reading feeds is switched off; set CORPUS_FEEDS=yes');
  if (databaseUrl === undefined && !statSync(corpus).isDirectory())
    throw new InputError(`${corpus} is no folder; feeds need one`);
  return withFeedHome({ corpus, dataDir, ...(databaseUrl !== undefined && { databaseUrl }) }, (state, home) =>
    pollOnce({ home, state, version, ...(guard !== undefined && { guard }) }, io),
  );
}

async function pollOnce(options: FeedsOptions & { readonly state: State }, io: Io): Promise<0 | 1> {
  const { state } = options;
  const tools = openFeeds(options);
  const outcomes: PollOutcome[] = [];
  let fault: unknown;
  const poller = new FeedPoller({
    ...tools,
    runAlone: state.withLease,
    onPolled: ({ name }, outcome) => {
      outcomes.push(outcome);
      const print = outcome.kind === 'failed' ? io.err : io.out;
      print(`${name}: ${outcomeText(outcome)}\n`);
    },
    onNews: async () => undefined,
    onError: (error) => {
      fault ??= error;
    },
  });
  try {
    await poller.round();
    await poller.stop();
  } finally {
    await tools.close();
  }
  if (fault !== undefined) throw fault;
  if (outcomes.length === 0) io.out('No feed is due.\n');
  return outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0;
}

async function reportOf(place: string, tools: InspectTools): Promise<FeedReport> {
  try {
    if (/^https?:\/\//i.test(place)) return await inspectFeed(place, tools);
    if (!existsSync(place))
      throw new InputError(`There is no file ${place}; an address begins with https://`);
    const { feed } = await tools.heavy.read({ format: 'entries', bytes: readFileSync(place), path: place });
    if (feed === undefined)
      throw new InputError(`${place} is no RSS, Atom or JSON feed, nor a sitemap of news`);
    return await reportOn(feed, '', tools);
  } catch (error) {
    if (!(error instanceof LinkError || error instanceof FeedError)) throw error;
    throw new InputError(error.message);
  }
}

function printReport({ url, feed, latest, gap }: FeedReport, io: Io): void {
  const whole = latest.filter((entry) => entry.whole).length;
  const facts: [string, string][] = [
    ['title', feed.title],
    ['address', url],
    ['site', feed.site ?? ''],
    ['format', feed.format],
    ['entries', String(feed.entries.length)],
    ['whole texts', `${whole} of the latest ${latest.length}; the pages of the others are fetched`],
    ['a new one', gap === undefined ? '' : `every ${hoursText(gap / HOUR)}`],
  ];
  for (const [name, value] of facts) if (value !== '') io.out(`${name}: ${printable(value)}\n`);
  io.out('\n');
  for (const { title, published = 'no date', whole: isWhole } of latest)
    io.out(`- ${printable(title || '(no title)')} (${printable(published)}${isWhole ? '' : ', summary'})\n`);
}

function hoursText(hours: number): string {
  return hours < 1
    ? `${Math.max(1, Math.round(hours * 60))} minutes`
    : hours < 48
      ? `${Math.round(hours)} hours`
      : `${Math.round(hours / 24)} days`;
}

function outcomeText(outcome: PollOutcome): string {
  switch (outcome.kind) {
    case 'failed':
      return outcome.message;
    case 'unchanged':
      return 'nothing new';
    case 'read':
      return `${outcome.added} new, ${outcome.changed} changed${outcome.left ? '; more with the next run' : ''}`;
  }
}
