import { isRecord } from '../../../metadata/front-matter.ts';
import type { DomDocument } from '../dom.ts';
import { parseLooseJson } from './loose-json.ts';
import { titlesAgree } from './titles.ts';
import { string } from './values.ts';

/** A schema.org object. */
export type Thing = Readonly<Record<string, unknown>>;

/** What else a page says of itself, that its article's data must agree with. */
export interface PageFacts {
  /** Its headings and titles. */
  readonly titles: readonly string[];
  /** Its canonical addresses. */
  readonly addresses: readonly string[];
}

/** What schema.org says of the page's article, and how the things it names by `@id` are found. */
export interface ArticleData {
  readonly article: Thing | undefined;
  readonly resolve: (value: unknown) => unknown;
}

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
const REVIEW = /Review$/;
/** Things within things. */
const DEEPEST = 4;
/** An article whose data disagrees more than this with its page is another one. */
const LEAST_AGREEMENT = -1;

/** The schema.org article among a page's JSON-LD that agrees best with what else the page says. */
export function articleData(document: DomDocument, facts: PageFacts): ArticleData {
  const roots = [...document.querySelectorAll('script')]
    .filter((script) => /^application\/ld\+json\b/i.test((script.getAttribute('type') ?? '').trim()))
    .map((script) => parseLooseJson(script.textContent ?? ''));
  const byId = new Map<string, Thing>();
  const found: Thing[] = [];
  for (const root of roots) collect(root, 0, found, byId);
  const ranked = found
    .map((article) => ({ article, agreement: agreement(article, facts) }))
    .toSorted((a, b) => b.agreement - a.agreement);
  const [best] = ranked;
  return {
    article: best !== undefined && best.agreement >= LEAST_AGREEMENT ? best.article : undefined,
    resolve: (value) => (isRecord(value) ? { ...byId.get(string(value['@id'])), ...value } : value),
  };
}

function collect(value: unknown, depth: number, found: Thing[], byId: Map<string, Thing>): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, found, byId);
    return;
  }
  if (!isRecord(value)) return;
  const id = string(value['@id']);
  const { mainEntity, mainEntityOfPage, author, publisher } = value;
  if (id !== '' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
  if (typesOf(value).some((type) => ARTICLE.test(type) || REVIEW.test(type))) found.push(value);
  for (const part of [value['@graph'], mainEntity, mainEntityOfPage]) collect(part, depth + 1, found, byId);
  for (const part of [author, publisher].flat())
    if (isRecord(part) && string(part['@id']) !== '') collect(part, DEEPEST, found, byId);
}

/** The types of a thing. */
export function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().map(string);
}

function agreement(article: Thing, { titles, addresses }: PageFacts): number {
  const { headline, name, url, mainEntityOfPage } = article;
  const own = [url, mainEntityOfPage, article['@id']].map(addressOf).filter((address) => address !== '');
  const known = addresses.map(plainAddress);
  const named = [headline, name].map(string).filter((text) => text !== '');
  let score = typesOf(article).some((type) => ARTICLE.test(type)) ? 0 : -1;
  if (own.length > 0 && known.length > 0) score += own.some((address) => known.includes(address)) ? 4 : -4;
  if (named.length > 0 && titles.length > 0)
    score += named.some((text) => titles.some((title) => titlesAgree(text, title))) ? 3 : -1;
  return score;
}

function addressOf(value: unknown): string {
  const address = isRecord(value) ? linkOf(value) : string(value);
  return /^https?:/i.test(address) ? plainAddress(address) : '';
}

function linkOf(thing: Thing): string {
  const { url } = thing;
  return string(thing['@id']) || string(url);
}

/** An address without what differs between copies of one page. */
function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/, '')
    .replace(/[?#].*/su, '')
    .replace(/(?:\/amp)?\/?$/, '');
}
