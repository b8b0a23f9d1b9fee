import { type DomElement, type DomRoot, textOf } from '../html/dom.ts';
import { absolute, isText } from './entry-parts.ts';
import type { Feed, FeedEntry } from './feed-entry.ts';

/**
 * A sitemap as a feed: of news (with titles and dates of publication), a plain one, whose pages are known by their
 * address only, or an index of sitemaps, which has no entries of its own. Source: Google's news sitemap schema 0.9 and
 * sitemaps.org.
 * @returns undefined when nothing is listed
 */
export function newsSitemap(document: DomRoot): Feed | undefined {
  const entries = [...document.querySelectorAll('url')].flatMap(entryOf);
  const [first] = entries;
  if (first === undefined) return sitemapIndex(document);
  return {
    format: 'sitemap',
    title: first.source ?? '',
    ...(first.url !== undefined && { site: new URL(first.url).origin }),
    entries,
    pace: { skipHours: [], skipDays: [] },
  };
}

function sitemapIndex(document: DomRoot): Feed | undefined {
  const parts = [...document.querySelectorAll('sitemap')].flatMap((one) => {
    const own = textsIn(one);
    const [url, changed] = [absolute(own.get('loc')), own.get('lastmod')];
    return url === undefined ? [] : [{ url, ...(isText(changed) && { changed }) }];
  });
  const [first] = parts;
  if (first === undefined) return undefined;
  const { origin } = new URL(first.url);
  return {
    format: 'sitemap',
    title: '',
    site: origin,
    entries: [],
    pace: { skipHours: [], skipDays: [] },
    parts,
  };
}

/** The text of each element within another, by its name. */
function textsIn(outer: DomElement): Map<string, string> {
  const own = new Map<string, string>();
  for (const element of outer.querySelectorAll('*')) {
    const name = element.nodeName.toLowerCase();
    if (!own.has(name)) own.set(name, textOf(element));
  }
  return own;
}

function entryOf(page: DomElement): FeedEntry[] {
  const own = textsIn(page);
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
