import { isRecord } from '../../../metadata/front-matter.ts';
import { isWebAddress } from '../../../metadata/metadata.ts';
import type { Metadata } from '../../../reading/draft.ts';
import { type DomDocument, type DomElement, textOf } from '../dom.ts';
import { isOthers } from '../furniture/names.ts';
import { personNames } from './authors.ts';
import { DATE_NAMES, firstDay, markedDays } from './dates.ts';
import { articleData, type Thing, typesOf } from './json-ld.ts';
import { plainTitle, titlesAgree, withoutSite } from './titles.ts';
import { first, metaValues, string } from './values.ts';

const AUTHOR_NAMES = [
  'author',
  'authors',
  'article:author',
  'og:article:author',
  'citation_author',
  'citation_authors',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'parsely-author',
  'sailthru.author',
] as const;

/**
 * What a page says about its article: schema.org in JSON-LD, as far as it agrees with the rest of the page, then
 * `<meta>` (Open Graph, Dublin Core, Highwire), then what is marked on the page. What belongs to a comment, a teaser or
 * an update is not the article's. Ask before the document is changed.
 */
export function pageMetadata(document: DomDocument): Metadata {
  const meta = metaValues(document);
  const headings = headlines(document);
  const pageTitle = [...document.querySelectorAll('title')].map(textOf).slice(0, 1);
  const metaTitles = meta('og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title');
  const addresses = pageAddresses(document, meta('og:url'));
  const { article, resolve } = articleData(document, {
    titles: [...headings, ...metaTitles, ...pageTitle],
    addresses,
  });
  const { headline, name, url: address, datePublished, publisher: publishedBy } = article ?? {};

  const site = first([nameOf(resolve(publishedBy)), ...meta('og:site_name', 'application-name')]);
  const publisher = site ?? first(meta('dc.publisher', 'citation_journal_title', 'prism.publicationname'));
  const sites = [
    ...new Set([
      nameOf(resolve(publishedBy)),
      ...meta('og:site_name', 'application-name'),
      ...siteHeadings(document),
    ]),
  ];
  const title = first([
    dataTitle(string(headline), string(name), [...headings, ...metaTitles, ...pageTitle]),
    ...metaTitles.map((text) => withoutSite(text, sites, headings)),
    ...(headings.length === 1 ? headings : []),
    ...pageTitle.map((text) => withoutSite(text, sites, headings)),
  ]);
  const url = [...addresses, string(address)].find(isWebAddress);
  const isWiki = isEncyclopedia(document, article);
  const published = isWiki
    ? undefined
    : firstDay([string(datePublished), ...meta(...DATE_NAMES), ...markedDays(document)]);
  const authors = [
    authorsOf(article, resolve),
    ...AUTHOR_NAMES.map((key) => meta(key)),
    markedAuthors(document),
  ].map((stated) => personNames(stated, publisher));
  const language = document.documentElement?.getAttribute('lang')?.trim() ?? '';
  return {
    ...(/^[a-z]{2,3}(?:-\w{2,8}){0,3}$/i.test(language) ? { language } : {}),
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    authors: (isWiki ? undefined : authors.find((names) => names.length > 0)) ?? [],
    ...(url ? { url } : {}),
    ...(published ? { published } : {}),
    tags: [],
  };
}

/** The headings that may be the article's headline: not the site's name, which leads home, and none of teasers. */
function headlines(document: DomDocument): string[] {
  const all = [...document.querySelectorAll('h1')].filter((heading) => textOf(heading) !== '');
  const own = all.filter((heading) => !leadsHome(heading) && !isOthers(heading));
  const within = own.filter((heading) => isWithin(heading, ['article', 'main']));
  return (within.length > 0 ? within : own.length > 0 ? own : all).map(textOf);
}

function siteHeadings(document: DomDocument): string[] {
  return [...document.querySelectorAll('h1, header a')]
    .filter(leadsHome)
    .map(textOf)
    .filter((text) => text !== '')
    .slice(0, 3);
}

function leadsHome(element: DomElement): boolean {
  const link = element.localName === 'a' ? element : element.querySelector('a');
  return /^(?:https?:\/\/[^/]{1,200})?\/?(?:index\.\w{2,5})?$/i.test(link?.getAttribute('href') ?? 'none');
}

function isWithin(element: DomElement, names: readonly string[]): boolean {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (names.includes(at.localName)) return true;
  return false;
}

/** A headline that only describes what the page's title names is a description: then the name is the title. */
function dataTitle(headline: string, name: string, titles: readonly string[]): string {
  const agrees = (text: string) => titles.some((title) => titlesAgree(text, title));
  return headline === '' || (name !== '' && agrees(name) && !agrees(headline)) ? name : headline;
}

/** The page's own addresses, canonical first, whole. */
function pageAddresses(document: DomDocument, stated: readonly string[]): string[] {
  const base = [document.querySelector('base')?.getAttribute('href') ?? '', ...stated].find(isWebAddress);
  const canonical = [...document.querySelectorAll('link[rel]')]
    .filter((link) => /(?:^|\s)canonical(?:$|\s)/i.test(link.getAttribute('rel') ?? ''))
    .map((link) => link.getAttribute('href')?.trim() ?? '')
    .filter((href) => href !== '')
    .map((href) => (URL.canParse(href, base) ? new URL(href, base).href : href));
  return [...canonical, ...stated].filter(isWebAddress);
}

/** A wiki's page has the day of its creation and as many authors as it has readers. */
function isEncyclopedia(document: DomDocument, article: Thing | undefined): boolean {
  const { author } = article ?? {};
  if ([author].flat().some((each) => /^contributors to\b/i.test(nameOf(each)))) return true;
  return document.querySelector('.mw-parser-output, #mw-content-text, #firstHeading') !== null;
}

function authorsOf(article: Thing | undefined, resolve: (value: unknown) => unknown): string[] {
  const { author, creator } = article ?? {};
  return [author ?? creator]
    .flat()
    .map(resolve)
    .filter((each) => !isRecord(each) || !typesOf(each).some((type) => /Organi[sz]ation$/.test(type)))
    .flatMap((each) => {
      const { name } = isRecord(each) ? each : {};
      return Array.isArray(name) ? name.map(string) : [nameOf(each)];
    });
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return nameOf(value[0]);
  if (!isRecord(value)) return string(value);
  const { name, givenName, familyName } = value;
  return string([name].flat()[0]) || `${string(givenName)} ${string(familyName)}`.trim();
}

/** Who is marked as the author above or below the text. */
function markedAuthors(document: DomDocument): string[] {
  const marked = [...document.querySelectorAll('[itemprop="author"], [rel="author"]')].filter(
    (element) => !isOthers(element),
  );
  const texts = marked.map((element) => textOf(element.querySelector('[itemprop="name"]') ?? element));
  return texts.filter((text) => text.length <= 80 && plainTitle(text) !== '').slice(0, 4);
}
