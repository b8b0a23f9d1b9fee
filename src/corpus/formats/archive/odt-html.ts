import { type DomElement, type DomNode, type DomRoot, isElement } from '../html/dom.ts';

/** What a style says of the words it is for. */
interface Look {
  readonly raised: boolean;
  readonly struck: boolean;
  readonly hidden: boolean;
  readonly bold: boolean;
  /** The style it goes by, or that it is made from, is a title or a caption. */
  readonly role: 'title' | 'caption' | undefined;
}

const DEEPEST = 200;

/**
 * An OpenDocument text as a page: its headings, lists, tables and notes as the tags that mean them, so that one reader
 * tells what they are.
 * @param sources of its styles
 */
export function officeHtml(body: DomElement, sources: readonly DomRoot[]): string {
  return new Writer(looksOf(sources)).children(body, 0);
}

function looksOf(sources: readonly DomRoot[]): Map<string, Look> {
  const looks = new Map<string, Look>();
  for (const root of sources)
    for (const style of root.querySelectorAll('*')) {
      if (style.nodeName.toLowerCase() !== 'style:style') continue;
      const name = style.getAttribute('style:name') ?? '';
      const text = [...style.children].find(
        (child) => child.nodeName.toLowerCase() === 'style:text-properties',
      );
      const names = `${name} ${style.getAttribute('style:display-name') ?? ''} ${style.getAttribute('style:parent-style-name') ?? ''}`;
      const role = /(?:^|\s)title(?:\s|$)/i.test(names)
        ? 'title'
        : /caption|illustration|(?:^|\s)table(?:\s|$)/i.test(names)
          ? 'caption'
          : undefined;
      looks.set(name, {
        raised: /^(?:super|[1-9]\d?%)/.test(text?.getAttribute('style:text-position') ?? ''),
        struck: !/^(?:none)?$/.test(text?.getAttribute('style:text-line-through-style') ?? ''),
        hidden: text?.getAttribute('text:display') === 'none',
        bold: text?.getAttribute('fo:font-weight') === 'bold',
        role: style.getAttribute('style:family') === 'paragraph' ? role : undefined,
      });
    }
  return looks;
}

/** What is no text of the document. */
const SILENT = new Set(
  'text:tracked-changes office:annotation office:annotation-end text:hidden-text text:hidden-paragraph text:sequence-decls text:table-of-content text:alphabetical-index text:illustration-index text:table-index draw:object svg:title svg:desc office:forms text:variable-decls text:user-field-decls'.split(
    ' ',
  ),
);
const TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    'text:list': 'ul',
    'text:list-item': 'li',
    'table:table': 'table',
    'table:table-header-rows': 'thead',
    'table:table-row': 'tr',
    'table:table-cell': 'td',
  }),
);

class Writer {
  readonly #looks: ReadonlyMap<string, Look>;
  #notes: string[] = [];

  constructor(looks: ReadonlyMap<string, Look>) {
    this.#looks = looks;
  }

  children(node: DomNode, depth: number): string {
    let html = '';
    for (const child of node.childNodes) html += this.#node(child, depth + 1);
    return html;
  }

  #node(node: DomNode, depth: number): string {
    if (node.nodeType === 3) return escaped((node.textContent ?? '').replace(/\s+/gu, ' '));
    if (!isElement(node) || depth > DEEPEST) return '';
    const name = node.nodeName.toLowerCase();
    if (SILENT.has(name)) return '';
    const look = this.#looks.get(node.getAttribute('text:style-name') ?? '');
    const tag = TAGS.get(name);
    if (tag !== undefined) return `<${tag}>${this.children(node, depth)}</${tag}>`;
    switch (name) {
      case 'text:h': {
        const level = Math.min(6, Math.max(1, Number(node.getAttribute('text:outline-level') ?? 1)));
        return this.#paragraph(`h${level}`, node, depth);
      }
      case 'text:p':
        if (look?.hidden) return '';
        return this.#paragraph(
          look?.role === 'title' ? 'h1' : look?.role === 'caption' ? 'figcaption' : 'p',
          node,
          depth,
        );
      case 'text:span':
        return this.#span(look, this.children(node, depth));
      case 'text:s':
      case 'text:tab':
        return ' ';
      case 'text:line-break':
        return '<br>';
      case 'text:note': {
        const body = [...node.children].find((child) => child.nodeName.toLowerCase() === 'text:note-body');
        if (body !== undefined) this.#notes.push(this.children(body, depth));
        return '';
      }
      default:
        return this.children(node, depth);
    }
  }

  /** A paragraph and then its notes. */
  #paragraph(tag: string, node: DomElement, depth: number): string {
    const outer = this.#notes;
    this.#notes = [];
    const html = `<${tag}>${this.children(node, depth)}</${tag}>${this.#notes.join('')}`;
    this.#notes = outer;
    return html;
  }

  #span(look: Look | undefined, words: string): string {
    if (look?.hidden) return '';
    if (look?.struck) return `<s>${words}</s>`;
    if (look?.raised) return `<sup>${words}</sup>`;
    return look?.bold ? `<b>${words}</b>` : words;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
