import type { RdfFeed, RssFeed } from 'feedsmith';
import { asWritten, firstMarkup, isText, namesOf, plain } from './entry-parts.ts';
import type { Feed, FeedEntry, FeedPace } from './feed-entry.ts';

const PERIODS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    hourly: 60,
    daily: 24 * 60,
    weekly: 7 * 24 * 60,
    monthly: 30 * 24 * 60,
  }),
);

/** A feed in RSS 0.9x to 2.0, as the parser gives it. @param base see `parseFeed` */
export function rssFeed(feed: RssFeed.Feed<string>, base: string | undefined): Feed {
  const site = asWritten(feed.link, base);
  const people = named(feed.managingEditor === undefined ? [] : [feed.managingEditor], feed.dc?.creators, [
    feed.itunes?.author,
  ]);
  return {
    format: 'rss',
    title: plain(feed.title),
    ...(site !== undefined && { site }),
    entries: (feed.items ?? []).map((item) => entryOf(item, people, [feed.xml?.base, site, base])),
    pace: { ...paceOf(feed.sy), ...(feed.ttl !== undefined && { ttl: feed.ttl }), ...skips(feed) },
  };
}

/** A feed in RSS 0.9 or 1.0, which are RDF. @param base see `parseFeed` */
export function rdfFeed(feed: RdfFeed.Feed<string>, base: string | undefined): Feed {
  const site = asWritten(feed.link, base);
  const people = named([], feed.dc?.creators, []);
  return {
    format: 'rdf',
    title: plain(feed.title),
    ...(site !== undefined && { site }),
    entries: (feed.items ?? []).map((item) => ({
      ...entryOf(item, people, [feed.xml?.base, site, base]),
      ...(item.rdf?.about !== undefined && { id: item.rdf.about }),
    })),
    pace: { ...paceOf(feed.sy), skipHours: [], skipDays: [] },
  };
}

function entryOf(
  item: RssFeed.Item<string>,
  feedPeople: readonly string[],
  bases: readonly (string | undefined)[],
): FeedEntry {
  const { atom, content, dc, guid, itunes } = item;
  const link = item.link ?? atom?.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
  const permanent =
    guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
  const url = asWritten(link, item.xml?.base, ...bases) ?? asWritten(permanent);
  const whole = [content?.encoded, atom?.content?.value].find(isText) ?? '';
  const updated = atom?.updated ?? item.dcterms?.modified?.[0];
  const paper = plain(item.source?.title);
  return {
    ...(guid?.value !== undefined && { id: guid.value }),
    ...(url !== undefined && { url }),
    title: plain(item.title ?? dc?.titles?.[0]),
    markup: firstMarkup(
      whole,
      item.description,
      atom?.summary?.value,
      dc?.descriptions?.[0],
      itunes?.summary,
    ),
    whole: whole !== '',
    published: datesOf(item),
    ...(updated !== undefined && { updated }),
    people: [named(item.authors, dc?.creators, [itunes?.author]), feedPeople],
    ...(paper !== '' && { source: paper }),
    tags: [...(item.categories ?? []).map(({ name }) => name), ...(dc?.subjects ?? [])]
      .map(plain)
      .filter(isText),
  };
}

/** The surest first. */
function datesOf({ pubDate, atom, dc, dcterms, prism }: RssFeed.Item<string>): string[] {
  return [
    pubDate,
    atom?.published,
    ...(dc?.dates ?? []),
    ...(dcterms?.issued ?? []),
    ...(dcterms?.created ?? []),
    ...(dcterms?.dates ?? []),
    ...(prism?.publicationDates ?? []),
    atom?.updated,
  ].filter(isText);
}

function named(
  people: readonly { readonly name?: string }[] | undefined,
  creators: readonly string[] | undefined,
  others: readonly (string | undefined)[],
): string[] {
  const own = namesOf(people ?? []);
  return own.length > 0 ? own : [...(creators ?? []), ...others].map(plain).filter(isText);
}

function paceOf(sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined): {
  readonly ttl?: number;
} {
  const period = PERIODS.get(sy?.updatePeriod?.trim().toLowerCase() ?? '');
  return period === undefined ? {} : { ttl: period / Math.max(1, sy?.updateFrequency ?? 1) };
}

function skips({ skipHours, skipDays }: RssFeed.Feed<string>): Omit<FeedPace, 'ttl'> {
  // Some count the hours from 1 to 24.
  return { skipHours: (skipHours ?? []).map((hour) => hour % 24), skipDays: skipDays ?? [] };
}
