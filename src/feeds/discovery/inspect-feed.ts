import type { Feed } from '../../corpus/formats/feed/feed-entry.ts';
import type { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { LinkError } from '../../corpus/links/fetch-page.ts';
import type { Resource } from '../../corpus/links/fetch-resource.ts';
import type { Fetcher } from '../fetching/fetcher.ts';
import { entryWords, isWhole } from '../keeping/entry-article.ts';
import { askFeed, FeedError, readAnswer } from '../polling/read-answer.ts';
import { withParts } from '../polling/read-parts.ts';
import { findFeeds } from './find-feeds.ts';

/** What a feed looks like before it is followed. */
export interface FeedReport {
  /** Its own address, which is to be asked. */
  readonly url: string;
  readonly feed: Feed;
  /** The newest entries. */
  readonly latest: readonly {
    readonly title: string;
    readonly url?: string;
    /** As the feed writes it. */
    readonly published?: string;
    /** The feed brings the whole of it, not a summary. */
    readonly whole: boolean;
  }[];
  /** Milliseconds that usually lie between two entries; undefined when they have no dates. */
  readonly gap?: number;
}

export interface InspectTools {
  readonly fetch: Fetcher;
  readonly heavy: Pick<HeavyReader, 'read'>;
  readonly signal?: AbortSignal | undefined;
}

const DEFAULTS = {
  /** Entries that are shown. */
  latest: 10,
  /** Feeds named by a page that are tried. */
  candidates: 4,
  /** Characters of a page in which its feeds are looked for. */
  page: 1024 * 1024,
} as const;

/** Where sites keep their feed when their pages do not name it. */
const USUAL_PLACES = ['/feed', '/rss.xml', '/feed.xml', '/atom.xml'];

/**
 * Finds the feed at an address: the feed itself, or that of a page.
 * @throws {LinkError} and {FeedError}, whose message says what to do
 */
export async function inspectFeed(address: string, tools: InspectTools): Promise<FeedReport> {
  const answer = await askFeed(address, tools);
  const own = await readAnswer(answer, tools.heavy);
  if (own !== undefined) return reportOn(await withParts(own, answer.url, tools), answer.permanent, tools);
  const html = new TextDecoder().decode(answer.bytes).slice(0, DEFAULTS.page);
  const named = findFeeds(html, answer.url).map(({ url }) => url);
  const guessed = USUAL_PLACES.map((path) => new URL(path, answer.url).href);
  for (const candidate of (named.length > 0 ? named : guessed).slice(0, DEFAULTS.candidates)) {
    const found = await attempt(candidate, tools);
    if (found !== undefined) return reportOn(found.feed, found.answer.permanent, tools);
  }
  throw new FeedError(
    named.length > 0
      ? 'The feeds that this page names can’t be read. Look for another one on the site, and give its address.'
      : 'There is no feed at this address, and the page names none. Look for “RSS” on the site, and give that address.',
  );
}

/** Reports on a feed that lies at hand. @param url where it belongs; '' when that is not known */
export async function reportOn(
  feed: Feed,
  url: string,
  tools: Pick<InspectTools, 'heavy'>,
): Promise<FeedReport> {
  const newest = feed.entries.slice(0, DEFAULTS.latest);
  const latest: FeedReport['latest'][number][] = [];
  for (const entry of newest) {
    const whole = isWhole(entry, await entryWords(entry, url, tools.heavy));
    const [published] = entry.published;
    latest.push({
      title: entry.title,
      whole,
      ...(entry.url !== undefined && { url: entry.url }),
      ...(published !== undefined && { published }),
    });
  }
  const gap = usualGap(feed);
  return { url, feed, latest, ...(gap !== undefined && { gap }) };
}

async function attempt(
  address: string,
  tools: InspectTools,
): Promise<{ readonly feed: Feed; readonly answer: Resource } | undefined> {
  try {
    const answer = await askFeed(address, tools);
    const feed = await readAnswer(answer, tools.heavy);
    return feed && { feed: await withParts(feed, answer.url, tools), answer };
  } catch (cause) {
    if (cause instanceof LinkError || cause instanceof FeedError) return undefined;
    throw cause;
  }
}

function usualGap({ entries }: Feed): number | undefined {
  const times = entries
    .flatMap(({ published: [first = ''] }) => Date.parse(first) || [])
    .sort((a, b) => b - a)
    .slice(0, 20);
  const [latest, earliest] = [times[0], times.at(-1)];
  if (latest === undefined || earliest === undefined || times.length < 2) return undefined;
  return (latest - earliest) / (times.length - 1);
}
