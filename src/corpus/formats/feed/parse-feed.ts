import { DetectError, MalformedError, ParseError, parseFeed as parse } from 'feedsmith';
import type { DomRoot } from '../html/dom.ts';
import { parseXml } from '../parse-xml.ts';
import { atomFeed } from './atom-feed.ts';
import type { Feed } from './feed-entry.ts';
import { jsonFeed } from './json-feed.ts';
import { rdfFeed, rssFeed } from './rss-feed.ts';
import { newsSitemap } from './sitemap.ts';

/**
 * Reads a feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, a sitemap of news, or an index of them. Entities of a document type
 * are not expanded. XML that is cut off or not well formed is mended first, as browsers mend a page.
 * @param text as decoded from the bytes
 * @param base the feed's own address, which relative addresses count from
 * @returns undefined for what is no feed
 */
export function parseFeed(text: string, base?: string): Feed | undefined {
  const source = text.trim();
  if (/^<(?:\?xml|!--|urlset|sitemapindex)|<(?:urlset|sitemapindex)[\s>]/.test(source.slice(0, 2000))) {
    const sitemap = /<(?:urlset|sitemapindex)[\s>]/.test(source.slice(0, 4000))
      ? newsSitemap(parseXml(source))
      : undefined;
    if (sitemap !== undefined) return sitemap;
  }
  const feed = attempt(source, base);
  if (source.startsWith('{')) return feed;
  // Entries that were opened and are not there: the XML is damaged, whether the parser says so or not.
  const opened = source.match(/<(?:\w{1,20}:)?(?:item|entry)[\s>]/gi)?.length ?? 0;
  if (feed !== undefined && feed.entries.length >= opened) return feed;
  if (feed === undefined && !/<(?:rss|feed|rdf:RDF|channel)[\s>]/i.test(source)) return undefined;
  const mended = attempt(mendedXml(source), base);
  return mended !== undefined && mended.entries.length > (feed?.entries.length ?? -1) ? mended : feed;
}

function attempt(source: string, base: string | undefined): Feed | undefined {
  try {
    const read = parse(source);
    switch (read.format) {
      case 'rss':
        return rssFeed(read.feed, base);
      case 'rdf':
        return rdfFeed(read.feed, base);
      case 'atom':
        return atomFeed(read.feed, base);
      case 'json':
        return jsonFeed(read.feed, base);
    }
  } catch (cause) {
    if (isNoFeed(cause)) return undefined;
    throw cause;
  }
}

function isNoFeed(cause: unknown): boolean {
  return [ParseError, MalformedError, DetectError, SyntaxError].some((kind) => cause instanceof kind);
}

/** XML that is well formed, with every element closed; what was opened within another entry stands behind it. */
function mendedXml(source: string): string {
  const document: DomRoot = parseXml(source.slice(Math.max(0, source.indexOf('<'))));
  for (const entry of [...document.querySelectorAll('item item, entry entry')].reverse()) {
    let outer = entry.parentElement;
    while (outer !== null && !/^(?:item|entry)$/i.test(outer.localName)) outer = outer.parentElement;
    outer?.after(entry);
  }
  return String(document);
}
