import type { CalendarDate } from '../../corpus/article.ts';
import type { Feed, FeedEntry } from '../../corpus/formats/feed/feed-entry.ts';
import type { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { fileNameOf } from '../../corpus/keep/writing/file-name.ts';
import { calendarDate } from '../../corpus/metadata/parse-day.ts';
import type { Arrivals } from '../../state/feeds/arrivals.ts';
import type { ItemRecord, ItemRecords } from '../../state/feeds/item-records.ts';
import { entryKeys, entryVersion, pageKey, repeatedIds, textKey } from '../address/entry-keys.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import type { Fetcher } from '../fetching/fetcher.ts';
import { type EntryArticle, entryWords, isWhole, makeArticle } from '../keeping/entry-article.ts';
import { type EntryPage, readEntryPage } from '../keeping/entry-page.ts';
import { FEEDS_FOLDER, type FeedFiles, sha256 } from '../keeping/feed-files.ts';

export interface EntryTools {
  readonly fetch: Fetcher;
  readonly heavy: Pick<HeavyReader, 'read'>;
  readonly files: FeedFiles;
  readonly items: ItemRecords;
  readonly arrivals: Arrivals;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What became of a feed's entries. */
export interface Taken {
  readonly added: number;
  readonly changed: number;
  /** Some wait for the next poll: there were too many, or their pages could not be had for the moment. */
  readonly left: boolean;
}

interface Taking extends EntryTools {
  readonly name: string;
  readonly feed: Feed;
  /** What is there already is no news. */
  readonly isFirst: boolean;
  /** Files of the feed that are there, by the key in their name. */
  readonly there: ReadonlyMap<string, string>;
  readonly repeated: ReadonlySet<string>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Takes what is new or changed in a feed into the corpus, the oldest first. Each entry is taken in steps that can end
 * anywhere: the file is written whole, then it waits to be told, and only then the entry is remembered as taken; a file
 * that is there is not fetched again.
 * @throws the file system's and the store's errors, and the signal's reason
 */
export async function takeEntries(
  { name, feed, isFirst }: Pick<Taking, 'name' | 'feed' | 'isFirst'>,
  tools: EntryTools,
  signal?: AbortSignal,
): Promise<Taken> {
  const there = new Map((await tools.files.list(name)).map(({ path }) => [keyIn(path), path]));
  const repeated = repeatedIds(feed.entries);
  const taking: Taking = { ...tools, name, feed, isFirst, there, repeated, signal };
  const pages = isFirst ? FEED_DEFAULTS.firstPages : FEED_DEFAULTS.pages;
  const entries = feed.entries.slice(0, FEED_DEFAULTS.entries);
  const counts = { added: 0, changed: 0, left: false, pages };
  // Feeds have the newest first; of those that do not, the order is no matter.
  for (const [i, entry] of [...entries.entries()].reverse()) {
    signal?.throwIfAborted();
    const tooOld = isFirst && i >= FEED_DEFAULTS.firstEntries;
    await takeEntry(entry, taking, counts, tooOld);
  }
  const { pages: _, ...taken } = counts;
  return taken;
}

async function takeEntry(
  entry: FeedEntry,
  taking: Taking,
  counts: { added: number; changed: number; left: boolean; pages: number },
  tooOld: boolean,
): Promise<void> {
  const { items, name, now } = taking;
  const keys = entryKeys(entry, name, taking.repeated);
  const version = entryVersion(entry);
  const known = await items.find(keys);
  const isWaiting = known?.tries !== undefined;
  if (known !== undefined && !isWaiting) {
    const isOld = now() - known.at > FEED_DEFAULTS.refreshed;
    if (known.version === version) return isOld ? items.save(keys, { ...known, at: now() }) : undefined;
    if (known.feed !== name || known.path === undefined) return;
  }
  if (tooOld) return items.save(keys, { feed: name, version, at: now() });
  const written = taking.there.get(fileKey(keys));
  if (known === undefined && written !== undefined) return remember(taking, keys, version, written);

  const words = await entryWords(entry, name, taking.heavy);
  const tries = known?.tries ?? 0;
  let page: EntryPage | undefined;
  if (entry.url !== undefined && !isWhole(entry, words)) {
    // The newest of a new feed get their pages; the older ones keep what the feed says of them.
    const wanted = !taking.isFirst || counts.pages > 0;
    if (wanted && counts.pages <= 0) {
      counts.left = true;
      return;
    }
    const outcome = wanted ? await readEntryPage(entry.url, taking) : 'never';
    if (wanted) counts.pages--;
    if (outcome === 'later' && tries + 1 < FEED_DEFAULTS.pageTries) {
      counts.left = true;
      return items.save(keys, { ...known, feed: name, version, tries: tries + 1, at: now() });
    }
    if (typeof outcome !== 'string') page = outcome;
  }
  const today = dayOf(now());
  const article = await makeArticle({ entry, feed: taking.feed, words, page }, { ...taking, today });
  if (article === undefined) return items.save(keys, { feed: name, version, at: now() });
  if (known?.path !== undefined && known.file !== undefined) {
    counts.changed += await replace(taking, keys, { ...known, version }, article);
    return;
  }
  const others = keysOf(article, page);
  const same = await items.find(others.filter((key) => !keys.includes(key)));
  // Another feed, or another address of this one, has brought it before.
  if (same !== undefined) return items.save([...keys, ...others], { ...same, at: now() });
  const path = pathOf(article, name, fileKey(keys), entry.url, today);
  await taking.files.create(path, article.bytes);
  await remember(taking, [...keys, ...others], version, path, sha256(article.bytes));
  counts.added++;
}

/** What else tells that an article is there already. */
function keysOf({ text, metadata }: EntryArticle, page: EntryPage | undefined): string[] {
  return [
    ...(page === undefined ? [] : [pageKey(page.canonical)]),
    ...(metadata.url === undefined ? [] : [pageKey(metadata.url)]),
    ...(text.length < FEED_DEFAULTS.sameText ? [] : [textKey(text)]),
  ];
}

async function remember(
  { arrivals, items, isFirst, name, now }: Taking,
  keys: readonly string[],
  version: string,
  path: string,
  file?: string,
): Promise<void> {
  if (!isFirst) await arrivals.add({ path, feed: name, at: now() });
  const item: ItemRecord = { feed: name, version, path, ...(file !== undefined && { file }), at: now() };
  await items.save(keys, item);
}

/** @returns how many files were changed: none when a moderator has edited or removed it */
async function replace(
  { files, items, now }: Taking,
  keys: readonly string[],
  known: ItemRecord,
  { bytes }: EntryArticle,
): Promise<number> {
  const { path, file } = known;
  const done = path !== undefined && file !== undefined && (await files.replace(path, bytes, file));
  await items.save(keys, { ...known, ...(done && { file: sha256(bytes) }), at: now() });
  return done ? 1 : 0;
}

/** Eight characters of a key that file systems take, whatever they make of capitals. */
function fileKey([key = '']: readonly string[]): string {
  return Buffer.from(key).toString('hex').slice(0, 16);
}

function keyIn(path: string): string {
  return /-([0-9a-f]{16})\.(?:md|txt)$/.exec(path)?.[1] ?? path;
}

function pathOf(
  { metadata: { title, published }, extension }: EntryArticle,
  name: string,
  key: string,
  url: string | undefined,
  today: CalendarDate,
): string {
  const month = (published ?? today).slice(0, 7);
  const stem = fileNameOf(title, url === undefined ? undefined : new URL(url).pathname);
  return `${FEEDS_FOLDER}/${name}/${month}/${stem}-${key}${extension}`;
}

/** The day in UTC. */
function dayOf(at: number): CalendarDate {
  const date = new Date(at);
  return calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
