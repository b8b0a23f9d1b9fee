import type { Feed, FeedPart } from '../../corpus/formats/feed/feed-entry.ts';
import type { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { LinkError } from '../../corpus/links/fetch-page.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import type { Fetcher } from '../fetching/fetcher.ts';
import { askFeed, FeedError, readAnswer } from './read-answer.ts';

interface PartTools {
  readonly fetch: Fetcher;
  readonly heavy: Pick<HeavyReader, 'read'>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A feed with the entries that it has, those of the sitemaps that it is an index of included: of the newest ones, on the
 * same host (sitemaps.org allows no other), and not of an index within it.
 * @param address where the feed was found
 * @throws {LinkError} and {FeedError} when none of them can be read, and the signal's reason
 */
export async function withParts(feed: Feed, address: string, tools: PartTools): Promise<Feed> {
  if (feed.parts === undefined) return feed;
  const { host } = new URL(address);
  const own = feed.parts.filter(({ url }) => new URL(url).host === host);
  const read: Feed[] = [];
  let failure: unknown;
  for (const { url } of newestFirst(own).slice(0, FEED_DEFAULTS.sitemaps)) {
    try {
      const part = await readAnswer(await askFeed(url, tools), tools.heavy);
      if (part !== undefined && part.parts === undefined) read.push(part);
    } catch (cause) {
      if (!(cause instanceof LinkError || cause instanceof FeedError)) throw cause;
      failure ??= cause;
    }
  }
  const [first] = read;
  if (first === undefined)
    throw (
      failure ??
      new FeedError('None of the sitemaps that are listed here can be read. Give the address of one.')
    );
  return {
    ...first,
    ...(feed.site !== undefined && { site: feed.site }),
    entries: read.flatMap(({ entries }) => entries),
  };
}

/** Those without a date come last, the last one first: new ones are added at the end. */
function newestFirst(parts: readonly FeedPart[]): FeedPart[] {
  const timeOf = ({ changed = '' }: FeedPart) => Date.parse(changed) || 0;
  return parts.toReversed().sort((a, b) => timeOf(b) - timeOf(a));
}
