import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Feed } from '../../corpus/formats/feed/feed-entry.ts';
import type { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { inUtf8, LinkError } from '../../corpus/links/fetch-page.ts';
import type { Resource } from '../../corpus/links/fetch-resource.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import type { Fetcher } from '../fetching/fetcher.ts';

/** A feed that cannot be read. `message` says why and what to do, fit to be shown. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}

const FEED_ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1';

/** What the feed said the last time, to be asked only for what has changed since. */
export interface Known {
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

/**
 * Asks for a feed, or only for what has changed in it.
 * @throws what the fetcher throws
 */
export function askFeed(
  address: string,
  { fetch, signal }: { readonly fetch: Fetcher; readonly signal?: AbortSignal | undefined },
  { etag, modified }: Known = {},
): Promise<Resource> {
  return fetch(address, {
    accept: FEED_ACCEPT,
    bytes: FEED_DEFAULTS.feedBytes,
    signal,
    headers: {
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(modified !== undefined && { 'if-modified-since': modified }),
    },
  });
}

/**
 * Reads an answer as a feed; undefined when it is none (a page, say).
 * @throws {LinkError} for a status that brings nothing, {FeedError} for what can't be read
 */
export async function readAnswer(
  { status, url, headers, bytes }: Resource,
  heavy: Pick<HeavyReader, 'read'>,
): Promise<Feed | undefined> {
  if (status !== 200) throw new LinkError(statusText(status));
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
  const text = charset === undefined || isUtf8(bytes) ? bytes : inUtf8(bytes, charset);
  const { feed, problems } = await heavy.read({ format: 'entries', bytes: text, path: url });
  const [wrong] = problems.filter(({ severity }) => severity === 'error');
  if (feed === undefined && wrong !== undefined) throw new FeedError(`${wrong.message} ${wrong.fix}`);
  return feed;
}

/** Tells answers with the same bytes. */
export function bodyKey(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

function statusText(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return `The site does not let programs read the feed (it answers with ${status}). Ask it for another address.`;
    case 404:
      return 'There is no feed at this address (any more): the site answers with 404. Look for its new address, and add that.';
    case 410:
      return 'The site says that the feed is gone for good (410). Remove it, or add its new address.';
    case 429:
      return 'The site has been asked too often (429); it is left alone for a while.';
    default:
      return status >= 500
        ? `The site is in trouble (it answers with ${status}); it is asked again later.`
        : `The site answers with ${status}. Check the address.`;
  }
}
