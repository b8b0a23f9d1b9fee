import { withoutInvisible } from '../../text/invisible.ts';
import type { Block, BlockContext, BlockKind, Place, TextSpan } from '../article.ts';
import { leadIn } from './lead-in.ts';
import type { OutlineItem, OutlineNode, OutlineRow, Words } from './outline.ts';
import { headContext, isBold, leadContext, nonEmpty, visible } from './outline-words.ts';

/** An outline as one text and its blocks. */
export interface Laid {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** For each line of the text, the line of the source it stands on; 0 when that is not known. */
  readonly sourceLines: readonly number[];
  /** Where the places of the source begin, each told once. */
  readonly places?: readonly Place[];
}

/** What stands between the cells of a row: a bar, as Markdown and wikis write it, or what a page copies as. */
export type CellGap = ' | ' | '\t';

/** How deep lists and quotations nest before they are taken as flat: no text goes deeper, and the stack has an end. */
const DEEPEST = 40;

/**
 * Lays an outline out as text: blocks apart by an empty line, items of a list and rows of a table on lines of their
 * own. Each block knows what it stands under.
 */
export function layOut(nodes: readonly OutlineNode[], gap: CellGap = '\t'): Laid {
  const layout = new Layout(gap);
  layout.nodes(nodes, undefined, 0);
  const { blocks, sourceLines, places } = layout;
  return { text: layout.text(), blocks, sourceLines, ...(places.length === 0 ? {} : { places }) };
}

class Layout {
  readonly blocks: Block[] = [];
  readonly sourceLines: number[] = [];
  readonly places: Place[] = [];
  readonly #gap: CellGap;
  readonly #parts: string[] = [];
  #length = 0;
  #lists = 0;
  #headings: { level: number; context: BlockContext }[] = [];
  #context: readonly BlockContext[] = [];
  /** The list or table that the last block belongs to: its next line follows without an empty one. */
  #group: unknown;

  constructor(gap: CellGap) {
    this.#gap = gap;
  }

  text(): string {
    return this.#parts.join('');
  }

  nodes(nodes: readonly OutlineNode[], within: 'callout' | 'quotation' | undefined, depth: number): void {
    let before: TextSpan | undefined;
    for (const node of nodes) before = this.#node(node, within, depth, before);
  }

  /** @returns the words that lead in the next node, when they do */
  #node(
    node: OutlineNode,
    within: 'callout' | 'quotation' | undefined,
    depth: number,
    before: TextSpan | undefined,
  ): TextSpan | undefined {
    switch (node.kind) {
      case 'heading':
        if (depth === 0) this.#heading(node.level, node.words);
        else this.#block('heading', node.words, { level: 6 });
        return undefined;
      case 'paragraph': {
        const span = this.#block(within ?? 'paragraph', node.words);
        return span && leadIn(node.words.text, span);
      }
      case 'caption':
      case 'code':
        this.#block(node.kind, node.words);
        return before;
      case 'definition':
        this.#definition(node.term, node.meaning);
        return undefined;
      case 'list':
        this.#under(leadContext(before), () =>
          this.#list(node.items, node.start, within, depth, 0, undefined),
        );
        return undefined;
      case 'table':
        this.#under(leadContext(before), () => this.#table(node.rows, node.facts ? ': ' : this.#gap));
        return undefined;
      case 'quotation':
      case 'callout': {
        const title = node.kind === 'callout' ? node.title : undefined;
        const alone = node.children.length === 0;
        const span = title && this.#block(alone ? 'callout' : 'heading', title, alone ? {} : { level: 6 });
        const context = span && !alone ? [{ role: 'callout' as const, span }] : [];
        if (depth < DEEPEST)
          this.#under(context, () => this.nodes(node.children, within ?? node.kind, depth + 1));
        return undefined;
      }
    }
  }

  #heading(level: number, words: Words): void {
    this.#headings = this.#headings.filter((heading) => heading.level < level);
    this.#context = this.#headings.map(({ context }) => context);
    const span = this.#block('heading', words, { level });
    if (span === undefined) return;
    const context: BlockContext = { role: 'heading', span };
    this.#headings.push({ level, context });
    this.#context = [...this.#context, context];
  }

  #list(
    items: readonly OutlineItem[],
    start: number | undefined,
    within: 'callout' | 'quotation' | undefined,
    depth: number,
    level: number,
    group: object | undefined,
  ): void {
    const id = this.#lists++;
    const together = group ?? {};
    for (const [i, { words, children }] of items.entries()) {
      const step = start === undefined ? {} : { step: start + i };
      const span = this.#block('item', words, { list: { id, ...step, depth: level } }, together);
      if (children.length === 0 || depth >= DEEPEST) continue;
      this.#under(leadContext(span), () => {
        for (const child of children) {
          if (child.kind !== 'list') this.#node(child, within, depth + 1, undefined);
          else this.#list(child.items, child.start, within, depth + 1, level + 1, together);
        }
      });
    }
  }

  #table(rows: readonly OutlineRow[], gap: string): void {
    const group = {};
    let heads: readonly TextSpan[] = [];
    let lastWasHead = false;
    /** The row that names those after it: one cell over all columns. */
    let section: readonly BlockContext[] = [];
    for (const { cells, head } of rows) {
      const filled = cells.filter(({ text }) => text !== '');
      if (filled.length === 0) continue;
      const names = cells.length > 1 && filled.length === 1 && cells[0]?.text !== '';
      const isHead = head || names || (filled.length > 1 && filled.every(isBold));
      const spans = this.#row(cells, { group, gap, section, heads: isHead ? undefined : heads });
      if (names) section = spans.slice(0, 1).map((span) => ({ role: 'heading' as const, span }));
      else if (isHead) heads = lastWasHead ? heads.map((span, i) => nonEmpty(spans[i]) ?? span) : spans;
      lastWasHead = isHead && !names;
    }
  }

  /** A row of heads is a heading of its table; it stands for nothing by itself. */
  #row(
    cells: readonly Words[],
    {
      group,
      gap,
      section,
      heads,
    }: {
      group: object;
      gap: string;
      section: readonly BlockContext[];
      heads: readonly TextSpan[] | undefined;
    },
  ): readonly TextSpan[] {
    const from = this.#next(group);
    let text = '';
    const spans = cells.map((cell): TextSpan => {
      const words = withoutInvisible(cell.text).replace(/\n/g, ' ');
      if (words !== '' && text !== '') text += gap;
      const start = from + text.length;
      this.#places(cell, start);
      text += words;
      return [start, start + words.length];
    });
    const named = heads !== undefined && heads.length > 0;
    const context = named ? spans.map((_, i) => headContext(heads[i] ?? [from, from])) : [];
    const block: Omit<Block, 'start' | 'end' | 'context'> =
      heads === undefined ? { kind: 'heading' } : { kind: 'row', cells: spans };
    this.#under([...section, ...context], () => this.#write(text, block, cells[0]?.line, group));
    return spans;
  }

  #definition(statedTerm: Words, statedMeaning: Words): void {
    const [term, meaning] = [visible(statedTerm), visible(statedMeaning)];
    const from = this.#next(undefined);
    const span: TextSpan = [from, from + term.text.length];
    const line = term.line ?? meaning.line;
    this.#under([{ role: 'term', span }], () =>
      this.#write(`${term.text}\n${meaning.text}`.trim(), { kind: 'definition' }, line, undefined),
    );
  }

  #block(
    kind: BlockKind,
    stated: Words,
    more: Pick<Block, 'level' | 'list'> = {},
    group?: object,
  ): TextSpan | undefined {
    const words = visible(stated);
    if (words.text === '') return undefined;
    const from = this.#next(group);
    this.#places(words, from);
    const label =
      words.label === undefined || words.label >= words.text.length
        ? {}
        : { label: [from, from + words.label] as const };
    this.#write(words.text, { kind, ...more, ...label }, words.line, group);
    return [from, from + words.text.length];
  }

  #places({ places = [] }: Words, from: number): void {
    for (const { at, name } of places)
      if (name !== this.places.at(-1)?.name) this.places.push({ at: from + at, name });
  }

  /** Where the next block starts. */
  #next(group: object | undefined): number {
    if (this.#length === 0) return 0;
    return this.#length + (group !== undefined && group === this.#group ? 1 : 2);
  }

  #write(
    text: string,
    block: Omit<Block, 'start' | 'end' | 'context'>,
    line: number | undefined,
    group: object | undefined,
  ): void {
    const start = this.#next(group);
    const breaks = start - this.#length;
    if (breaks > 0) this.#parts.push('\n'.repeat(breaks));
    if (breaks === 2) this.sourceLines.push(0);
    this.#parts.push(text);
    for (const [i] of text.split('\n').entries()) this.sourceLines.push(line === undefined ? 0 : line + i);
    this.#length = start + text.length;
    this.#group = group;
    this.blocks.push({ ...block, start, end: this.#length, context: this.#context });
  }

  #under(context: readonly BlockContext[], write: () => void): void {
    const outer = this.#context;
    if (context.length > 0) this.#context = [...outer, ...context];
    write();
    this.#context = outer;
  }
}
