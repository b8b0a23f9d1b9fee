import { parseCalendarDate } from '../../metadata/parse-day.ts';
import type { Metadata } from '../../reading/draft.ts';
import { personNames } from '../html/metadata/authors.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';

/** What a feed says of the article of one of its entries. */
export function entryFacts(entry: FeedEntry, feed: Pick<Feed, 'title'>): Metadata {
  const { title, url, source } = entry;
  const publisher = source ?? feed.title;
  const published = entry.published.map(parseCalendarDate).find((date) => date.ok);
  const authors = entry.people.map((names) => personNames(names, publisher));
  return {
    ...(title === '' ? {} : { title }),
    ...(publisher === '' ? {} : { publisher }),
    authors: authors.find((names) => names.length > 0) ?? [],
    ...(url === undefined ? {} : { url }),
    ...(published?.ok ? { published: published.date } : {}),
    tags: [],
  };
}
