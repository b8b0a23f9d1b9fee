import { parseCalendarDate } from '../../calendar.ts';
import type { Metadata } from '../../draft.ts';
import { isRecord } from '../../front-matter.ts';
import { isWebAddress } from '../../metadata.ts';
import { type DomDocument, textOf } from './dom.ts';

const ARTICLE_TYPES = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting)$/;

/**
 * What a page says about its article: schema.org in JSON-LD first, then `<meta>` (Open Graph, Dublin Core), then the
 * visible `<time>` and headings. Ask before the document is changed.
 */
export function pageMetadata(document: DomDocument): Metadata {
  const {
    headline,
    publisher: publishedBy,
    url: address,
    datePublished,
    author,
  } = articleData(document) ?? {};
  const meta = (...names: string[]) => names.flatMap((name) => metaValues(document, name));
  const attributes = (selector: string, ...names: string[]) =>
    [...document.querySelectorAll(selector)].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? '').filter((value) => value !== ''),
    );

  const publisher = first([nameOf(publishedBy), ...meta('og:site_name', 'application-name', 'dc.publisher')]);
  const headings = [...document.querySelectorAll('h1')].map(textOf);
  const pageTitle = [...document.querySelectorAll('title')].map(textOf).slice(0, 1);
  const title = first([
    string(headline),
    ...meta('og:title', 'twitter:title', 'dc.title').map((text) => withoutSite(text, publisher)),
    ...(headings.length === 1 ? headings : []),
    ...pageTitle.map((text) => withoutSite(text, publisher)),
  ]);
  const url = [...attributes('link[rel="canonical"]', 'href'), ...meta('og:url'), string(address)].find(
    isWebAddress,
  );
  const written = [
    string(datePublished),
    ...meta(
      'article:published_time',
      'datePublished',
      'date',
      'pubdate',
      'publish-date',
      'dc.date',
      'dc.date.issued',
      'sailthru.date',
      'parsely-pub-date',
    ),
    ...attributes('[itemprop="datePublished"]', 'content', 'datetime'),
    ...attributes('time[pubdate], article header time, time.published, time.entry-date', 'datetime'),
  ];
  const published = written.map(parseCalendarDate).find((date) => date.ok);
  const stated = names(author);
  const authors =
    stated.length > 0 ? stated : meta('author', 'article:author', 'dc.creator', 'parsely-author').slice(0, 1);
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    authors: [...new Set(authors.map(fold))].filter(
      (name) =>
        name.length < 100 && !isWebAddress(name) && !/^(?:admin(?:istrator)?|editor|staff|)$/i.test(name),
    ),
    ...(url ? { url } : {}),
    ...(published ? { published: published.date } : {}),
    tags: [],
  };
}

function metaValues(document: DomDocument, name: string): string[] {
  return [...document.querySelectorAll('meta')]
    .filter((element) =>
      ['property', 'name', 'itemprop'].some(
        (key) => element.getAttribute(key)?.toLowerCase() === name.toLowerCase(),
      ),
    )
    .map((element) => fold(element.getAttribute('content') ?? ''))
    .filter((value) => value !== '');
}

/** The first schema.org article among the page's JSON-LD blocks; blocks that are no JSON are passed over. */
function articleData(document: DomDocument): Record<string, unknown> | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parseJson(script.textContent ?? ''), 0);
    if (found) return found;
  }
  return undefined;
}

function findArticle(value: unknown, depth: number): Record<string, unknown> | undefined {
  if (depth > 4) return undefined;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findArticle(item, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { mainEntity } = value;
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type))) return value;
  return findArticle(value['@graph'] ?? mainEntity, depth + 1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function names(value: unknown): string[] {
  return [value]
    .flat()
    .map(nameOf)
    .filter((name) => name !== '');
}

function nameOf(value: unknown): string {
  if (!isRecord(value)) return string(value);
  const { name } = value;
  return string([name].flat()[0]);
}

function string(value: unknown): string {
  return typeof value === 'string' ? fold(value) : '';
}

function first(values: readonly string[]): string | undefined {
  return values.map(fold).find((value) => value !== '');
}

function fold(text: string): string {
  return decodeEntities(text).replace(/\s+/gu, ' ').trim();
}

/** JSON-LD is not HTML, and yet many sites escape it as if it were. */
function decodeEntities(text: string): string {
  const NAMED: Readonly<Record<string, string>> = {
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
  };
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt|nbsp));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** "Headline - BBC News" → "Headline" */
function withoutSite(title: string, publisher: string | undefined): string {
  if (publisher === undefined) return title;
  const cut = Math.max(
    ...[' - ', ' | ', ' – ', ' — ', ' :: '].map((separator) => title.lastIndexOf(separator)),
  );
  const tail = title.slice(cut + 3).toLowerCase();
  return cut > 0 && publisher.toLowerCase().includes(tail.trim()) ? title.slice(0, cut) : title;
}
