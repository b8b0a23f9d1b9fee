import { Readability } from '@mozilla/readability';
import type { DomDocument, DomElement } from './dom.ts';
import type { Drop } from './dropped.ts';
import { measureProse } from './furniture/prose.ts';
import { removeFurniture } from './furniture/remove-furniture.ts';
import { removeTeasers } from './furniture/teasers.ts';
import { type Headline, lookAroundHeadline } from './headline.ts';

/** An article as a part of its page, and what stands around its headline. */
interface Content {
  readonly element: DomElement;
  readonly headline: Headline | undefined;
}

/** Finds the article of a page with a title, and takes what it is not out of it. */
export type FindContent = (document: DomDocument, title: string, drop: Drop) => Content | undefined;

/**
 * The part of a page that is the article, found by Mozilla's Readability after the furniture is taken out.
 * The document is changed.
 * @returns `undefined` when the page has no article
 */
export const findArticle: FindContent = (document, title, drop) => {
  removeFurniture(document, drop);
  const headline = lookAroundHeadline(document, title);
  const element = longText(document) ?? readable(document);
  if (element === undefined) return undefined;
  removeTeasers(element, drop);
  return { element, headline };
};

/**
 * The same with hardly anything taken out, for pages whose article bears the names of furniture. It must hold some
 * prose.
 */
export const findWholeArticle: FindContent = (document, title, drop) => {
  removeFurniture(document, drop, true);
  const headline = lookAroundHeadline(document, title);
  const element = longText(document) ?? readable(document);
  return element && measureProse(element)(element) > 0 ? { element, headline } : undefined;
};

/** From so much prose on, in characters, a page is a book or a manual: what holds nearly all of it is its article. */
const LONG = { prose: 150_000, share: 0.9 } as const;

/** The innermost element that holds nearly all of a very long text; Readability would take seconds to find it. */
function longText({ body }: DomDocument): DomElement | undefined {
  if (!body) return undefined;
  const prose = measureProse(body);
  const least = Math.max(LONG.prose, prose(body) * LONG.share);
  let holder: DomElement | undefined = prose(body) >= least ? body : undefined;
  for (let at = holder; at; at = [...at.children].find((child) => prose(child) >= least)) holder = at;
  return holder;
}

function readable(document: DomDocument): DomElement | undefined {
  const { body } = document;
  const options = { keepClasses: true, serializer: (node: unknown) => node };
  try {
    const found: { content?: unknown } | null = new Readability(document, options).parse();
    const content = found?.content;
    return isDomElement(content) ? content : undefined;
  } catch (cause) {
    // Readability takes for granted that whatever it chooses stands in something: damaged pages have loose ends.
    if (cause instanceof TypeError) return body ?? undefined;
    throw cause;
  }
}

function isDomElement(value: unknown): value is DomElement {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}
