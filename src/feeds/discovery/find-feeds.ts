import { absolute } from '../../corpus/formats/feed/entry-parts.ts';
import { parsePage, textOf } from '../../corpus/formats/html/dom.ts';

/** A feed that a page names. */
export interface FoundFeed {
  readonly url: string;
  /** As the page calls it; '' when it does not. */
  readonly title: string;
}

const TYPES = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)\b|^text\/xml\b/i;
/** Feeds of something else than the articles. */
const BESIDE = /comment|kommentar|comentario|podcast/i;
/** Links that people call a feed when the page's head names none. */
const LINKS = /(?:^|\/)(?:feed|rss|atom|index)(?:\.xml|\.rss|\.atom|\.json)?\/?(?:$|\?)|\.(?:rss|atom|rdf)$/i;
const MOST = 20;

/**
 * The feeds that a page names in its head, those of comments last; else links in it that look like feeds. Source: WHATWG HTML,
 * `rel=alternate` with a type of a syndication feed.
 * @param address of the page
 */
export function findFeeds(html: string, address: string): readonly FoundFeed[] {
  const page = parsePage(html);
  const base = page.querySelector('base[href]')?.getAttribute('href') ?? undefined;
  const found = new Map<string, FoundFeed>();
  const add = (href: string | null, title: string): void => {
    const url = absolute(href ?? undefined, base, address);
    if (url !== undefined && !found.has(url) && found.size < MOST) found.set(url, { url, title });
  };
  for (const link of page.querySelectorAll('link[href]')) {
    const relations = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const isFeed =
      relations.includes('feed') || (relations.includes('alternate') && isType(link.getAttribute('type')));
    if (isFeed) add(link.getAttribute('href'), (link.getAttribute('title') ?? '').trim());
  }
  if (found.size === 0)
    for (const link of page.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (LINKS.test(href) || /^(?:rss|atom|feed)s?$/i.test(textOf(link))) add(href, textOf(link));
    }
  const feeds = [...found.values()];
  const isBeside = ({ url, title }: FoundFeed) => BESIDE.test(`${url} ${title}`);
  return [...feeds.filter((feed) => !isBeside(feed)), ...feeds.filter(isBeside)];
}

function isType(type: string | null): boolean {
  return type !== null && TYPES.test(type.trim()) && !/oembed/i.test(type);
}
