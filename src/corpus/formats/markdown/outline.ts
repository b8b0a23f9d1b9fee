import markdownIt, { type Token } from 'markdown-it';
import type { OutlineItem, OutlineNode, OutlineRow, Words } from '../../structure/outline.ts';
import { htmlOutline } from '../html/outline.ts';
import { inlineWords } from './inline.ts';
import { looseTable } from './loose-table.ts';
import { prepareMarkdown } from './prepare.ts';

/** Deeper lists and quotations are read as their parent's text. */
const DEEPEST = 60;
/** Longest bold line that is taken for a heading. */
const LONGEST_LABEL = 120;

/** The parser (CommonMark, with GFM's tables and strikethrough); it fetches and runs nothing. */
function createParser(): ReturnType<typeof markdownIt> {
  const parser = markdownIt({ html: true, maxNesting: DEEPEST });
  // Escaped characters stay apart from the text, so that `\[\[x\]\]` is no link.
  parser.core.ruler.disable('text_join');
  return parser;
}

/**
 * What a Markdown text is made of: CommonMark with tables, Obsidian's links and call-outs, HTML. Takes time in
 * proportion to its length.
 */
export function markdownOutline(source: string): OutlineNode[] {
  const parser = createParser();
  const wordsOf = (cell: string): Words => inlineWords(parser.parseInline(cell, {})[0]);
  return new Reader(parser.parse(prepareMarkdown(source), {}), wordsOf).until(undefined);
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #wordsOf: (source: string) => Words;
  #at = 0;

  constructor(tokens: readonly Token[], wordsOf: (source: string) => Words) {
    this.#tokens = tokens;
    this.#wordsOf = wordsOf;
  }

  /** The nodes up to the token that closes their parent, which is passed over. */
  until(closing: string | undefined): OutlineNode[] {
    const nodes: OutlineNode[] = [];
    for (let token = this.#take(); token && token.type !== closing; token = this.#take())
      nodes.push(...this.#node(token));
    return nodes;
  }

  #take(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  /** The inline token of a heading, a paragraph, a cell; its closing token is passed over. */
  #words(closing: string): Words {
    let inline: Token | undefined;
    for (let token = this.#take(); token && token.type !== closing; token = this.#take())
      if (token.type === 'inline') inline = token;
    return inlineWords(inline);
  }

  #node(token: Token): OutlineNode[] {
    switch (token.type) {
      case 'heading_open': {
        const { label: _, ...words } = this.#words('heading_close');
        return [{ kind: 'heading', level: Number(token.tag.slice(1)), words }];
      }
      case 'paragraph_open':
        return this.#paragraph();
      case 'bullet_list_open':
        return [{ kind: 'list', items: this.#items('bullet_list_close') }];
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1);
        return [{ kind: 'list', start, items: this.#items('ordered_list_close') }];
      }
      case 'blockquote_open':
        return [quotation(this.until('blockquote_close'))];
      case 'table_open':
        return [{ kind: 'table', rows: this.#rows() }];
      case 'fence':
      case 'code_block':
        return codeNodes(token);
      case 'html_block':
        return htmlOutline(token.content);
      default:
        return [];
    }
  }

  #paragraph(): OutlineNode[] {
    const source = this.#tokens[this.#at]?.content ?? '';
    const words = this.#words('paragraph_close');
    const table = source.startsWith('|') ? looseTable(source, this.#wordsOf) : undefined;
    return table === undefined ? paragraph(words) : [table];
  }

  #items(closing: string): OutlineItem[] {
    const items: OutlineItem[] = [];
    for (let token = this.#take(); token && token.type !== closing; token = this.#take()) {
      if (token.type !== 'list_item_open') continue;
      const [first, ...rest] = this.until('list_item_close');
      if (first === undefined) continue;
      const own = first.kind === 'paragraph' || first.kind === 'heading';
      const children = own ? rest : [first, ...rest];
      items.push({ words: withoutCheckbox(own ? first.words : { text: '' }), children });
    }
    return items;
  }

  #rows(): OutlineRow[] {
    const rows: OutlineRow[] = [];
    let cells: Words[] = [];
    let head = false;
    for (let token = this.#take(); token && token.type !== 'table_close'; token = this.#take()) {
      if (token.type === 'tr_open') cells = [];
      if (token.type === 'th_open' || token.type === 'td_open') {
        head = token.type === 'th_open';
        cells.push(oneLine(this.#words(head ? 'th_close' : 'td_close')));
      }
      if (token.type === 'tr_close') rows.push({ cells, head });
    }
    return rows;
  }
}

function oneLine(words: Words): Words {
  return { ...words, text: words.text.replace(/\n/g, ' ') };
}

function withoutCheckbox(words: Words): Words {
  const box = /^\[[ xX]\]\s/.exec(words.text)?.[0];
  return box === undefined ? words : { ...words, text: words.text.slice(box.length) };
}

/** A short line all in bold is a heading without a level of its own. */
function paragraph(words: Words): OutlineNode[] {
  if (words.text === '') return [];
  const { label, ...rest } = words;
  const bold = label === words.text.length && label <= LONGEST_LABEL && !/[.!?:]$/u.test(words.text);
  return bold ? [{ kind: 'heading', level: 6, words: rest }] : [{ kind: 'paragraph', words }];
}

/** `> [!note] Title` opens a call-out. */
function quotation(children: readonly OutlineNode[]): OutlineNode {
  const [first, ...rest] = children;
  const text = first?.kind === 'paragraph' || first?.kind === 'heading' ? first.words.text : '';
  const mark = /^\[![\w-]{1,40}(?:\|[^\]\n]{0,80})?\][+-]?[ \n]?/.exec(text)?.[0];
  if (mark === undefined || (first?.kind !== 'paragraph' && first?.kind !== 'heading'))
    return { kind: 'quotation', children };
  const line = first.words.line === undefined ? {} : { line: first.words.line };
  const [title = '', body] = splitTitle(text, mark);
  const folded = /[+-]/.test(mark.slice(mark.indexOf(']')));
  // The words that a picture or an embedded note would be unfolded by.
  if (folded && body === '' && rest.length === 0) return { kind: 'caption', words: { text: title, ...line } };
  const inner: OutlineNode[] = body === '' ? [] : [{ kind: 'paragraph', words: { text: body, ...line } }];
  return {
    kind: 'callout',
    ...(title === '' ? {} : { title: { text: title, ...line } }),
    children: [...inner, ...rest],
  };
}

/** The title ends with its line, which `prepareMarkdown` has made a hard break. */
function splitTitle(text: string, mark: string): [title: string, body: string] {
  const after = text.slice(mark.length);
  if (mark.endsWith('\n')) return ['', after];
  const end = after.indexOf('\n');
  return end < 0 ? [after.trim(), ''] : [after.slice(0, end).trim(), after.slice(end + 1)];
}

function codeNodes({ content, map }: Token): OutlineNode[] {
  const text = content.replace(/\n{2,}/g, '\n').trim();
  const line = map === null ? {} : { line: map[0] + 1 };
  return text.trim() === '' ? [] : [{ kind: 'code', words: { text, ...line } }];
}
