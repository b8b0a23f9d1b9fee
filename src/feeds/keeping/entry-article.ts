import type { CalendarDate } from '../../corpus/article.ts';
import { entryFacts } from '../../corpus/formats/feed/entry-facts.ts';
import type { Feed, FeedEntry } from '../../corpus/formats/feed/feed-entry.ts';
import type { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { asTextFile } from '../../corpus/keep/writing/as-text-file.ts';
import type { Draft, Metadata } from '../../corpus/reading/draft.ts';
import { withoutTracking } from '../address/canonical-address.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import type { EntryPage } from './entry-page.ts';

/** An entry's article as the file that it will be. */
export interface EntryArticle {
  readonly bytes: Uint8Array;
  readonly extension: '.md' | '.txt';
  readonly metadata: Metadata;
  readonly text: string;
}

/** What its articles are tagged with when only the feed's summary could be had. */
const SUMMARY_TAG = 'summary only';

type Words = Pick<Draft, 'text' | 'blocks'>;

/** The words that the feed itself brings of an entry. */
export async function entryWords(
  { markup }: FeedEntry,
  feed: string,
  heavy: Pick<HeavyReader, 'read'>,
): Promise<Words> {
  if (markup === '') return { text: '' };
  const { drafts } = await heavy.read({ format: 'fragment', bytes: Buffer.from(markup), path: feed });
  return drafts[0] ?? { text: '' };
}

/** Whether what the feed brings of an entry is likely to be all of it. */
export function isWhole({ whole }: FeedEntry, { text }: Words): boolean {
  return whole && text.length >= FEED_DEFAULTS.wholeText;
}

/**
 * Makes the article of an entry, out of its page when there is one that says more than the feed.
 * @param page the entry's page; undefined when it could not be had
 * @param known what the file says beside the article's facts: the feed's name
 * @returns undefined when there is too little text for an article
 */
export async function makeArticle(
  {
    entry,
    feed,
    words,
    page,
  }: {
    readonly entry: FeedEntry;
    readonly feed: Pick<Feed, 'title'>;
    readonly words: Words;
    readonly page: EntryPage | undefined;
  },
  {
    name,
    today,
    heavy,
  }: {
    readonly name: string;
    readonly today: CalendarDate;
    readonly heavy: Pick<HeavyReader, 'read'>;
  },
): Promise<EntryArticle | undefined> {
  const paged = page !== undefined && page.draft.text.length > words.text.length ? page : undefined;
  const best: Words = paged?.draft ?? words;
  if (best.text.trim().length < FEED_DEFAULTS.shortText) return undefined;
  const isSummary = paged === undefined && !isWhole(entry, words);
  const metadata = factsOf(entry, feed, page, isSummary, today);
  const { bytes, extension } = await asTextFile(best, metadata, heavy);
  return { bytes: withOrigin(bytes, name, entry.url, metadata.url), extension, metadata, text: best.text };
}

/** The feed knows its own entry best; what it does not say, the page may. */
function factsOf(
  entry: FeedEntry,
  feed: Pick<Feed, 'title'>,
  page: EntryPage | undefined,
  isSummary: boolean,
  today: CalendarDate,
): Metadata {
  const own = entryFacts(entry, feed);
  const other = page?.draft.metadata;
  const address = page?.canonical ?? own.url;
  const title = own.title ?? other?.title;
  const publisher = own.publisher ?? other?.publisher;
  // Clocks of feeds are wrong at times; nothing is published tomorrow.
  const published = [own.published, other?.published].find((day) => day !== undefined && day <= today);
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    authors: own.authors.length > 0 ? own.authors : (other?.authors ?? []),
    ...(published !== undefined && { published }),
    ...(address !== undefined && { url: withoutTracking(address) }),
    tags: isSummary ? [SUMMARY_TAG] : [],
  };
}

/** The feed, and the address as it names it, stand in the front matter too. */
function withOrigin(
  bytes: Uint8Array,
  name: string,
  given: string | undefined,
  kept: string | undefined,
): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const lines = [
    `feed: ${name}`,
    ...(given === undefined || given === kept ? [] : [`link: ${JSON.stringify(given)}`]),
  ];
  return Buffer.from(text.replace(/^---\n/, () => `---\n${lines.join('\n')}\n`));
}
