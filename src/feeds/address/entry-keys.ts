import { createHash } from 'node:crypto';
import type { FeedEntry } from '../../corpus/formats/feed/feed-entry.ts';
import { addressKey } from './canonical-address.ts';

/** Characters of the words that tell entries without anything else apart. */
const OPENING = 200;

/**
 * What an entry is remembered by, the surest first; entries with one key in common are one article.
 * - Its address, whatever feed names it.
 * - Its id in this feed with its date (or title): some feeds give one id to all their entries, or the same to each new
 *   one; others mend an address afterwards.
 * - With neither, what it says.
 * @param repeated ids that several entries of the feed have: they say nothing
 */
export function entryKeys(
  entry: FeedEntry,
  feed: string,
  repeated: ReadonlySet<string> = new Set(),
): readonly string[] {
  const { id, url, title, published, markup } = entry;
  const keys = [
    ...(url === undefined ? [] : [keyOf('address', addressKey(url))]),
    ...(id === undefined || repeated.has(id) ? [] : [keyOf('id', feed, id, published[0] ?? title)]),
  ];
  return keys.length > 0 ? keys : [keyOf('words', feed, title, published[0] ?? '', markup.slice(0, OPENING))];
}

/** The ids that several entries have. */
export function repeatedIds(entries: readonly FeedEntry[]): ReadonlySet<string> {
  const counts = Map.groupBy(entries, ({ id = '' }) => id);
  return new Set([...counts].filter(([, same]) => same.length > 1).map(([id]) => id));
}

/** What an article is remembered by beside its entry: the address that its page states. */
export function pageKey(address: string): string {
  return keyOf('address', addressKey(address));
}

/** The same words, whoever published them. @param text of an article */
export function textKey(text: string): string {
  return keyOf(
    'text',
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

/** Tells two states of one entry apart. */
export function entryVersion({ title, markup }: FeedEntry): string {
  return keyOf('version', title, markup);
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
