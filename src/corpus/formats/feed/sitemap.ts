import { type DomElement, type DomRoot, textOf } from '../html/dom.ts';
import { absolute, isText } from './entry-parts.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';

/**
 * A sitemap as a feed: of news (with titles and dates of publication), or a plain one, whose pages are known by their
 * address only. Source: Google's news sitemap schema 0.9 and sitemaps.org.
 * @returns undefined when no page is listed
 */
export function newsSitemap(document: DomRoot): Feed | undefined {
  const entries = [...document.querySelectorAll('url')].flatMap(entryOf);
  const [first] = entries;
  if (first === undefined) return undefined;
  return {
    format: 'sitemap',
    title: first.source ?? '',
    ...(first.url !== undefined && { site: new URL(first.url).origin }),
    entries,
    pace: { skipHours: [], skipDays: [] },
  };
}

function entryOf(page: DomElement): FeedEntry[] {
  const own = new Map<string, string>();
  for (const element of page.querySelectorAll('*')) {
    const name = element.nodeName.toLowerCase();
    if (!own.has(name)) own.set(name, textOf(element));
  }
  const url = absolute(own.get('loc'));
  if (url === undefined) return [];
  const [published, changed] = [own.get('news:publication_date'), own.get('lastmod')];
  const paper = own.get('news:name') ?? '';
  return [
    {
      id: url,
      url,
      title: own.get('news:title') ?? '',
      markup: '',
      whole: false,
      published: [published, changed].filter(isText),
      ...(isText(changed) && { updated: changed }),
      people: [],
      ...(paper !== '' && { source: paper }),
      tags: [],
    },
  ];
}
