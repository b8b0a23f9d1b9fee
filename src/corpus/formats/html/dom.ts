import { parseHTML } from 'linkedom';

/** The little of a DOM that the HTML reader uses. Its types are ours: the compiler's own describe a browser. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentElement: DomElement | null;
  readonly previousSibling: DomNode | null;
  readonly nextSibling: DomNode | null;
  remove(): void;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly innerHTML: string;
  readonly children: Iterable<DomElement>;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  contains(node: DomNode): boolean;
  append(...nodes: (DomNode | string)[]): void;
  prepend(...nodes: (DomNode | string)[]): void;
  after(...nodes: (DomNode | string)[]): void;
  setAttribute(name: string, value: string): void;
  /** A text stands for itself, never for markup. */
  replaceWith(...nodes: (DomNode | string)[]): void;
}

/** A parsed XML document. */
export interface DomRoot {
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly body: DomElement | null;
  readonly documentElement: DomElement | null;
  createElement(name: string): DomElement;
}

/** Elements within elements: pages go to some 50, page builders to 80. */
const DEEPEST_ELEMENT = 120;

/**
 * Parses a page. Scripts are not run and nothing is fetched. HTML allows `<html>`, `<head>` and `<body>` to be left out; the
 * parser does not put them in by itself.
 */
export function parsePage(html: string): DomDocument {
  const complete = [/<html[\s>]/i, /<head[\s>]/i, /<body[\s>]/i].every((tag) => tag.test(html));
  const bare = () => html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
  const around = () => `<!doctype html><html><head></head><body>${bare()}</body></html>`;
  const stated: DomDocument = parseHTML(complete ? html : around()).document;
  // A tag within a comment that never ends is none.
  const document: DomDocument = stated.documentElement === null ? parseHTML(around()).document : stated;
  flattenBelow(document, DEEPEST_ELEMENT);
  return document;
}

/**
 * Makes text of what is nested deeper than any page: work that looks at what stands around or in each element would
 * take time with the square of the depth.
 */
function flattenBelow(document: DomDocument, depth: number): void {
  const depths = new Map<DomElement, number>();
  for (const element of elementsIn(document)) {
    const { parentElement } = element;
    const own = parentElement === null ? 0 : depths.get(parentElement);
    if (own === undefined) continue; // within one that is text by now
    if (own >= depth) element.replaceWith(element.textContent ?? '');
    else depths.set(element, own + 1);
  }
}

/** An element's text with blank space folded. */
export function textOf(node: DomNode): string {
  return (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

/** All elements within one, in the order of the page: a list that later changes of the page leave as it is. */
export function elementsIn(root: Pick<DomElement, 'querySelectorAll'>): DomElement[] {
  return [...root.querySelectorAll('*')];
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}
