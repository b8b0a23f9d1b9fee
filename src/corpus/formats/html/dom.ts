import { parseHTML } from 'linkedom';

/** The little of a DOM that the HTML reader uses. Its types are ours: the compiler's own describe a browser. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentElement: DomElement | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly children: Iterable<DomElement>;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  contains(node: DomNode): boolean;
  remove(): void;
}

/** A parsed XML document. */
export interface DomRoot {
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly body: DomElement | null;
  readonly documentElement: DomElement | null;
}

/**
 * Parses a page. Scripts are not run and nothing is fetched. HTML allows `<html>` and `<body>` to be left out; the
 * parser does not put them in by itself.
 */
export function parsePage(html: string): DomDocument {
  const complete = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  const bare = () => html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
  const { document } = parseHTML(
    complete ? html : `<!doctype html><html><head></head><body>${bare()}</body></html>`,
  );
  return document;
}

/** An element's text with blank space folded. */
export function textOf(node: DomNode): string {
  return (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}
