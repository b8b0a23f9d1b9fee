import type { AtomFeed } from 'feedsmith';
import { asWritten, firstMarkup, isText, namesOf, plain } from './entry-parts.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';

/** A feed in Atom 0.3 or 1.0, as the parser gives it. @param base see `parseFeed` */
export function atomFeed(feed: AtomFeed.Feed<string>, base: string | undefined): Feed {
  const site = asWritten(alternate(feed.links), feed.xml?.base, base);
  const people = namesOf(feed.authors ?? []);
  return {
    format: 'atom',
    title: plain(feed.title?.value),
    ...(site !== undefined && { site }),
    entries: (feed.entries ?? []).map((entry) => entryOf(entry, people, [feed.xml?.base, base])),
    pace: { skipHours: [], skipDays: [] },
  };
}

function entryOf(
  entry: AtomFeed.Entry<string>,
  people: readonly string[],
  bases: readonly (string | undefined)[],
): FeedEntry {
  const { id, content, summary, source, dc } = entry;
  const whole = content?.value?.trim() ?? '';
  const isAddress = /^https?:/i.test(id ?? '');
  const url =
    asWritten(alternate(entry.links), entry.xml?.base, ...bases) ??
    asWritten(content?.src, entry.xml?.base, ...bases) ??
    (isAddress ? asWritten(id) : undefined);
  const paper = plain(source?.title?.value);
  return {
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
    title: plain(entry.title?.value),
    markup: firstMarkup(whole, summary?.value, dc?.descriptions?.[0]),
    whole: whole !== '',
    published: [entry.published, ...(dc?.dates ?? []), entry.updated].filter(isText),
    ...(entry.updated !== undefined && { updated: entry.updated }),
    people: [
      [...namesOf(entry.authors ?? []), ...(entry.authors === undefined ? (dc?.creators ?? []) : [])],
      namesOf(source?.authors ?? []),
      people,
    ],
    ...(paper !== '' && { source: paper }),
    tags: (entry.categories ?? []).map(({ label, term }) => plain(label ?? term)).filter(isText),
  };
}

function alternate(links: AtomFeed.Feed<string>['links']): string | undefined {
  const candidates = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  return (candidates.find(({ type = 'text/html' }) => /html/i.test(type)) ?? candidates[0])?.href;
}
