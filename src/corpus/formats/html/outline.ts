import { joinWrapped } from '../../cleaning/wrapping.ts';
import { foldWords, type OutlineItem, type OutlineNode, type Words } from '../../structure/outline.ts';
import { type DomElement, type DomNode, isElement, parsePage } from './dom.ts';
import { codeText, decodedTwice, isCode } from './escaped-twice.ts';
import { BLOCKS, SILENT } from './html-lines.ts';
import { isDataTable, tableNodes } from './table-outline.ts';

/** Elements within elements: what is deeper is read as running text. */
const DEEPEST = 200;
const CALLOUT =
  /(?:^|[\s_-])(?:callout|admonition|notice|alert|infobox|message-?box|note|tip|warning|hint|important|caution)(?:$|[\s_-])/i;

/** What a piece of HTML is made of, by its tags. */
export function htmlOutline(html: string): OutlineNode[] {
  const { body } = parsePage(html);
  return body ? domOutline(body) : [];
}

/** What an element holds, by its tags, as it reads on screen. Takes time in proportion to its size. */
export function domOutline(root: DomNode, depth = 0): OutlineNode[] {
  const walk = new Walk(depth);
  for (const child of root.childNodes) walk.visit(child, depth);
  walk.endParagraph();
  return walk.nodes;
}

/** The words of an element that is read as one: a heading, a cell, a term. */
function domWords(root: DomNode, depth: number): Words {
  const parts = domOutline(root, depth).flatMap(wordsOf);
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return { text: parts.map(({ text }) => text).join('\n') };
}

function wordsOf(node: OutlineNode): Words[] {
  switch (node.kind) {
    case 'list':
      return node.items.flatMap(({ words, children }) => [words, ...children.flatMap(wordsOf)]);
    case 'table':
      return node.rows.flatMap(({ cells }) => cells);
    case 'definition':
      return [node.term, node.meaning];
    case 'callout':
    case 'quotation':
      return node.children.flatMap(wordsOf);
    default:
      return [node.words];
  }
}

class Walk {
  readonly nodes: OutlineNode[] = [];
  #text = '';
  #label: number | undefined;
  #linked = 0;
  #inLink = 0;

  constructor(depth: number) {
    if (depth > DEEPEST * 2) throw new RangeError('nested too deeply');
  }

  endParagraph(): void {
    const words = this.#takeWords();
    if (words.text !== '') this.nodes.push({ kind: 'paragraph', words });
  }

  visit(node: DomNode, depth: number): void {
    if (node.nodeType === 3) this.#add(node.textContent ?? '', isCode(node));
    else if (!isElement(node) || SILENT.has(node.localName)) return;
    else if (depth > DEEPEST) this.#add(flatText(node));
    else if (node.localName === 'br') this.#text += '\n';
    else if (!BLOCKS.has(node.localName)) this.#inline(node, depth);
    else {
      this.endParagraph();
      this.#block(node, depth + 1);
      this.endParagraph();
    }
  }

  #add(text: string, code = false): void {
    const folded = text.replace(/\s+/gu, ' ');
    this.#text += code ? codeText(folded) : folded;
    if (this.#inLink > 0) this.#linked += letters(folded);
  }

  #inline(element: DomElement, depth: number): void {
    const name = element.localName;
    const opens = this.#text.trim() === '';
    const isLink = name === 'a' && element.hasAttribute('href');
    if (isLink) this.#inLink++;
    for (const child of element.childNodes) this.visit(child, depth + 1);
    if (isLink) this.#inLink--;
    if (opens && (name === 'b' || name === 'strong')) this.#label = foldWords(this.#text).length;
  }

  #takeWords(): Words {
    const text = foldWords(decodedTwice(this.#text));
    const label = this.#label === undefined || this.#label === 0 ? {} : { label: this.#label };
    const linked = this.#linked > 0 && this.#linked >= letters(text) ? { linked: true as const } : {};
    this.#text = '';
    this.#label = undefined;
    this.#linked = 0;
    return { text, ...label, ...linked };
  }

  /** A whole sentence is no heading, however large it is written. */
  #heading(level: number, { label: _, ...words }: Words): void {
    if (level > 1 && SENTENCE.test(words.text)) this.nodes.push({ kind: 'paragraph', words });
    else this.nodes.push({ kind: 'heading', level, words });
  }

  #block(element: DomElement, depth: number): void {
    const name = element.localName;
    if (/^h[1-6]$/.test(name)) this.#heading(Number(name[1]), domWords(element, depth));
    else if (name === 'ul' || name === 'ol') this.nodes.push(listNode(element, depth));
    else if (name === 'table' && isDataTable(element))
      this.nodes.push(...tableNodes(element, (cell) => domWords(cell, depth)));
    else if (name === 'dl') this.nodes.push(...definitionNodes(element, depth));
    else if (name === 'blockquote')
      this.nodes.push({ kind: 'quotation', children: domOutline(element, depth) });
    else if (name === 'figcaption' || name === 'caption')
      this.nodes.push({ kind: 'caption', words: domWords(element, depth) });
    else if (name === 'summary')
      this.nodes.push({ kind: 'heading', level: 6, words: domWords(element, depth) });
    else if (name === 'pre') this.nodes.push(...preNodes(element));
    else if (isCallout(element)) this.nodes.push(calloutNode(element, depth));
    else for (const child of element.childNodes) this.visit(child, depth);
  }
}

/** A sentence that a page sets as a heading: the lede, mostly. */
const SENTENCE = /^.{60,600}\p{L}[.]["”’]?$/u;

function listNode(list: DomElement, depth: number): OutlineNode {
  const items: OutlineItem[] = [];
  for (const child of list.childNodes) {
    if (!isElement(child)) continue;
    const nodes = child.localName === 'li' ? domOutline(child, depth) : listOf(child, depth);
    const [first, ...rest] = nodes;
    if (first === undefined) continue;
    const own = first.kind === 'paragraph' || first.kind === 'heading';
    const last = items.at(-1);
    if (!own && child.localName !== 'li' && last !== undefined)
      items[items.length - 1] = { ...last, children: [...last.children, ...nodes] };
    else items.push({ words: own ? first.words : { text: '' }, children: own ? rest : nodes });
  }
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  return {
    kind: 'list',
    ...(list.localName === 'ol' ? { start: Number.isNaN(start) ? 1 : start } : {}),
    items,
  };
}

/** A list that stands in a list without an item around it. */
function listOf(element: DomElement, depth: number): OutlineNode[] {
  const isList = element.localName === 'ul' || element.localName === 'ol';
  return isList && depth < DEEPEST ? [listNode(element, depth + 1)] : domOutline(element, depth);
}

function definitionNodes(list: DomElement, depth: number): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let terms: string[] = [];
  let answered = false;
  for (const child of entriesOf(list)) {
    const words = domWords(child, depth);
    if (child.localName === 'dt') {
      if (answered) terms = [];
      answered = false;
      terms.push(words.text.replace(/\n/g, ' '));
    } else if (words.text !== '') {
      const term = { text: terms.filter((text) => text !== '').join(', ') };
      if (term.text === '') nodes.push({ kind: 'paragraph', words });
      else nodes.push({ kind: 'definition', term, meaning: words });
      answered = true;
    }
  }
  return nodes;
}

/** The terms and meanings of a list, also when pairs stand in boxes. */
function entriesOf(list: DomElement): DomElement[] {
  return [...list.children].flatMap((child) => (child.localName === 'div' ? [...child.children] : [child]));
}

function preNodes(element: DomElement): OutlineNode[] {
  const lines = (element.textContent ?? '').split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
  const isCode = element.querySelector('code, kbd, samp') !== null || element.hasAttribute('class');
  if (isCode) return [{ kind: 'code', words: { text: lines.filter((line) => line !== '').join('\n') } }];
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return joinWrapped(paragraphs.filter((paragraph) => paragraph.length > 0)).map((joined) => ({
    kind: 'paragraph',
    words: { text: joined.join('\n') },
  }));
}

function isCallout(element: DomElement): boolean {
  if (element.getAttribute('role') === 'note') return true;
  const named = ['div', 'aside', 'section'].includes(element.localName);
  return named && CALLOUT.test(element.getAttribute('class') ?? '') && flatText(element).length < 2000;
}

/** A call-out's first words are its title when they are a heading, or bold, or called so. */
function calloutNode(element: DomElement, depth: number): OutlineNode {
  const children = domOutline(element, depth);
  const [first, ...rest] = children;
  const isTitle =
    rest.length > 0 &&
    (first?.kind === 'heading' ||
      (first?.kind === 'paragraph' && first.words.label === first.words.text.length));
  if (!isTitle || (first?.kind !== 'heading' && first?.kind !== 'paragraph'))
    return { kind: 'callout', children };
  const { label: _, ...title } = first.words;
  return { kind: 'callout', title, children: rest };
}

/** An element's text, however deep it is. */
function flatText(root: DomNode): string {
  let text = '';
  const stack: DomNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    else if (isElement(node) && !SILENT.has(node.localName)) {
      if (BLOCKS.has(node.localName)) text += ' ';
      stack.push(...[...node.childNodes].reverse());
    }
  }
  return text.replace(/\s+/gu, ' ');
}

function letters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}
