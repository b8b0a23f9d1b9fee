import { Readability } from '@mozilla/readability';
import type { DomDocument, DomElement } from './dom.ts';
import { proseLength, removeFurniture, removeTeasers } from './furniture.ts';

/**
 * The part of a page that is the article, found by Mozilla's Readability after the furniture is taken out.
 * The document is changed.
 * @returns `undefined` when the page has no article
 */
export function articleElement(document: DomDocument): DomElement | undefined {
  removeFurniture(document);
  const content = readable(document);
  if (content) removeTeasers(content);
  return content;
}

/** The same with nothing taken out, for pages whose article bears the names of furniture. It must hold some prose. */
export function wholeArticleElement(document: DomDocument): DomElement | undefined {
  const content = readable(document);
  return content && proseLength(content) > 0 ? content : undefined;
}

function readable(document: DomDocument): DomElement | undefined {
  const options = { keepClasses: true, serializer: (node: unknown) => node };
  const found: { content?: unknown } | null = new Readability(document, options).parse();
  const content = found?.content;
  return isDomElement(content) ? content : undefined;
}

function isDomElement(value: unknown): value is DomElement {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}
