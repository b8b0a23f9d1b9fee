import type { OutlineItem, OutlineNode, Words } from '../../structure/outline.ts';
import { expandBlock, expandInline } from './expand.ts';
import { wikiWords } from './inline.ts';
import { prepareWikitext, type SourceLine } from './prepare.ts';
import { tableNodes } from './table.ts';

const LIST = /^([*#:;]{1,20})\s?(.*)$/;
/** Tables within tables: what is deeper is dropped. */
const DEEPEST = 8;

/**
 * What a page in MediaWiki's markup is made of. Takes time in proportion to its length: brackets are matched in one
 * pass, nothing is looked up.
 */
export function wikitextOutline(source: string): OutlineNode[] {
  return new Reader(prepareWikitext(source)).read();
}

class Reader {
  readonly #lines: readonly SourceLine[];
  readonly #nodes: OutlineNode[] = [];
  #paragraph: SourceLine[] = [];
  #at = 0;

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines;
  }

  read(): OutlineNode[] {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at];
      if (line === undefined) break;
      this.#line(line);
    }
    this.#endParagraph();
    return this.#nodes;
  }

  #line({ text, line, code, template }: SourceLine): void {
    const bare = text.trim();
    this.#at++;
    if (code !== undefined) this.#add({ kind: 'code', words: { text: code, line } });
    else if (template !== undefined) this.#template(template, line);
    else if (bare === '' || /^-{4,}$/.test(bare)) this.#endParagraph();
    else if (/^[:*#]{0,6} ?\{\|/.test(bare)) this.#table(0);
    else if (headingLevel(bare) > 0) {
      const level = headingLevel(bare);
      const { label: _, ...words } = wikiWords(expandInline(bare.slice(level, -level)), line);
      this.#add({ kind: 'heading', level, words });
    } else if (LIST.test(bare)) {
      this.#at--;
      this.#lists();
    } else this.#paragraph.push({ text: bare, line });
  }

  #add(node: OutlineNode): void {
    this.#endParagraph();
    this.#nodes.push(node);
  }

  #endParagraph(): void {
    const [first] = this.#paragraph;
    if (first === undefined) return;
    const source = this.#paragraph.map(({ text }) => text).join(' ');
    this.#paragraph = [];
    const captions = picturesOf(source);
    const words = wikiWords(expandInline(source), first.line);
    if (words.text !== '') this.#nodes.push(paragraphNode(words));
    for (const caption of captions) {
      const shown = wikiWords(expandInline(caption), first.line);
      if (shown.text !== '') this.#nodes.push({ kind: 'caption', words: shown });
    }
  }

  #template(inner: string, line: number): void {
    const nodes = expandBlock(inner, line);
    if (nodes === undefined) this.#paragraph.push({ text: `{{${inner}}}`, line });
    else for (const node of nodes) this.#add(node);
  }

  /** The table that has just begun; one within it comes after it. */
  #table(depth: number): void {
    this.#endParagraph();
    const from = this.#lines[this.#at]?.line ?? 0;
    const own: string[] = [];
    const inner: OutlineNode[][] = [];
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      this.#at++;
      const bare = line.text.trim();
      if (bare.startsWith('|}')) break;
      if (bare.startsWith('{|') && depth < DEEPEST) {
        const before = this.#nodes.length;
        this.#table(depth + 1);
        inner.push(this.#nodes.splice(before));
        own.push('');
      } else own.push(line.template === undefined ? line.text : `{{${line.template}}}`);
    }
    this.#nodes.push(...tableNodes(own, from), ...inner.flat());
  }

  #lists(): void {
    this.#endParagraph();
    const lines: { marks: string; words: Words }[] = [];
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      const [, marks, rest = ''] = LIST.exec(line.text.trim()) ?? [];
      if (marks === undefined || line.code !== undefined || line.template !== undefined) break;
      this.#at++;
      lines.push({ marks, words: wikiWords(expandInline(rest), line.line) });
    }
    this.#nodes.push(...listNodes(lines));
  }
}

/** How many equals signs stand on both sides of a line's words; 0 when it is no heading. */
function headingLevel(line: string): number {
  if (!line.startsWith('=') || !line.endsWith('=')) return 0;
  let level = 0;
  while (level < 6 && line[level] === '=' && line[line.length - 1 - level] === '=') level++;
  return line.length > level * 2 ? level : 0;
}

interface ListLine {
  readonly marks: string;
  readonly words: Words;
}

/** Lines of one depth of a list, with those below them. */
function listNodes(lines: readonly ListLine[]): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = lines[at]?.marks[0] ?? '*';
    let end = at + 1;
    while (end < lines.length && sameList(kind, lines[end]?.marks[0])) end++;
    const run = lines.slice(at, end);
    if (kind === ';' || kind === ':') nodes.push(...definitionNodes(run));
    else nodes.push({ kind: 'list', ...(kind === '#' ? { start: 1 } : {}), items: itemsOf(run) });
    at = end;
  }
  return nodes;
}

function sameList(a: string, b: string | undefined): boolean {
  const isPair = (mark: string | undefined) => mark === ';' || mark === ':';
  return a === b || (isPair(a) && isPair(b));
}

function itemsOf(lines: readonly ListLine[]): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    let end = at + 1;
    while (end < lines.length && (lines[end]?.marks.length ?? 1) > 1) end++;
    const below = lines
      .slice(line !== undefined && line.marks.length > 1 ? at : at + 1, end)
      .map(({ marks, words }) => ({ marks: marks.slice(1), words }));
    const own = line === undefined || line.marks.length > 1 ? { text: '' } : line.words;
    items.push({ words: own, children: listNodes(below) });
    at = end;
  }
  return items;
}

/** `;term` and `:meaning`; a line that is only indented is a paragraph. */
function definitionNodes(lines: readonly ListLine[]): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let term: Words | undefined;
  for (const { marks, words } of lines) {
    const deeper = marks.length > 1 && /[*#]/.test(marks);
    if (words.text === '') continue;
    if (marks.startsWith(';')) {
      if (term !== undefined) nodes.push({ kind: 'heading', level: 6, words: term });
      const { label: _, ...bare } = words;
      term = bare;
    } else if (deeper) nodes.push({ kind: 'list', items: [{ words, children: [] }] });
    else if (term !== undefined) {
      nodes.push({ kind: 'definition', term, meaning: words });
      term = undefined;
    } else nodes.push({ kind: 'paragraph', words });
  }
  if (term !== undefined) nodes.push({ kind: 'heading', level: 6, words: term });
  return nodes;
}

/** A short line all in bold is a heading without a level of its own. */
function paragraphNode(words: Words): OutlineNode {
  const { label, ...rest } = words;
  const bold = label === words.text.length && label <= 120 && !/[.!?:]$/u.test(words.text);
  return bold ? { kind: 'heading', level: 6, words: rest } : { kind: 'paragraph', words };
}

/** The words below the pictures of a paragraph. */
function picturesOf(source: string): string[] {
  if (!/\[\[(?:file|image):/i.test(source)) return [];
  return [...source.matchAll(/\[\[(?:file|image):([^[\]]{1,1000})\]\]/gi)].flatMap(([, inner = '']) => {
    const options = inner.split('|').slice(1);
    const last = options.at(-1)?.trim() ?? '';
    const shown = /\b(?:thumb|frame)\b/.test(inner);
    return shown &&
      last.length > 3 &&
      !/^(?:thumb|frame|frameless|left|right|center|none|\d+ ?px|link=.*|alt=.*)$/i.test(last)
      ? [last]
      : [];
  });
}
