import type { OutlineNode, OutlineRow, Words } from '../../structure/outline.ts';
import { expandInline } from './expand.ts';
import { wikiWords } from './inline.ts';
import { splitBars } from './templates.ts';

/** Columns of a table that are told apart, rows a cell may span. */
const WIDEST = 60;
const ATTRIBUTES = /^\s{0,8}[\w-]{1,40}\s{0,3}=/;

interface Cell {
  readonly words: Words;
  readonly head: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** The lines of a table between `{|` and `|}`, without tables of their own in it. */
export function tableNodes(lines: readonly string[], firstLine: number): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const rows: Cell[][] = [[]];
  let cell: { text: string; head: boolean; line: number } | undefined;
  const endCell = () => {
    if (cell !== undefined) rows.at(-1)?.push(readCell(cell.text, cell.head, cell.line));
    cell = undefined;
  };
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    const number = firstLine + i;
    if (line.startsWith('|-')) {
      endCell();
      rows.push([]);
    } else if (line.startsWith('|+')) {
      endCell();
      nodes.push({
        kind: 'caption',
        words: wikiWords(expandInline(withoutAttributes(line.slice(2))), number),
      });
    } else if (line.startsWith('|') || line.startsWith('!')) {
      const head = line.startsWith('!');
      for (const part of splitCells(line.slice(1), head)) {
        endCell();
        cell = { text: part, head, line: number };
      }
    } else if (cell !== undefined) cell.text += `\n${raw}`;
  }
  endCell();
  const filled = rows.filter((cells) => cells.some(({ words }) => words.text !== ''));
  if (filled.every((cells) => cells.length === 1)) return [...nodes, ...filled.flatMap(asParagraphs)];
  return [...nodes, { kind: 'table', rows: layOutRows(filled) }];
}

/** A table of one column lays out a page. */
function asParagraphs(cells: readonly Cell[]): OutlineNode[] {
  return cells.map(({ words, head }) =>
    head ? { kind: 'heading', level: 6, words } : { kind: 'paragraph', words },
  );
}

/** Cells that span columns or rows leave the places after them empty; a row of one cell over all names what follows. */
function layOutRows(rows: readonly (readonly Cell[])[]): OutlineRow[] {
  const taken: number[] = [];
  return rows.map((row) => {
    const cells: Words[] = [];
    const skip = () => {
      while ((taken[cells.length] ?? 0) > 0) {
        taken[cells.length] = (taken[cells.length] ?? 0) - 1;
        cells.push({ text: '' });
      }
    };
    for (const { words, columns, rows: span } of row) {
      skip();
      for (let i = 0; i < columns && cells.length < WIDEST; i++) {
        taken[cells.length] = span - 1;
        cells.push(i === 0 ? words : { text: '' });
      }
    }
    skip();
    return { cells, head: row.every(({ head }) => head) };
  });
}

/** Cells on one line: `a || b`, `! a !! b`; bars within links and templates are theirs. */
function splitCells(line: string, head: boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of line.matchAll(/\{\{|\}\}|\[\[|\]\]|\|\||!!/g)) {
    if (mark === '{{' || mark === '[[') depth++;
    else if (mark === '}}' || mark === ']]') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (mark === '||' || head)) {
      parts.push(line.slice(from, index));
      from = index + 2;
    }
  }
  parts.push(line.slice(from));
  return parts;
}

function readCell(source: string, head: boolean, line: number): Cell {
  const parts = splitBars(source);
  const [first = ''] = parts;
  const attributes = parts.length > 1 && ATTRIBUTES.test(first.slice(0, 1000)) ? first : '';
  const content = attributes === '' ? source : source.slice(attributes.length + 1);
  const text = content.replace(/^[*#:;]+\s*/gm, '');
  const words = wikiWords(expandInline(text), line);
  return {
    words: { ...words, text: words.text.replace(/\n/g, ' ') },
    head,
    columns: spanOf(attributes, 'colspan'),
    rows: spanOf(attributes, 'rowspan'),
  };
}

function withoutAttributes(text: string): string {
  const [first = '', ...rest] = splitBars(text);
  return rest.length > 0 && ATTRIBUTES.test(first.slice(0, 1000)) ? rest.join('|') : text;
}

function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const pattern = name === 'colspan' ? /colspan\s?=\s?["']?(\d{1,3})/i : /rowspan\s?=\s?["']?(\d{1,3})/i;
  const span = Number(pattern.exec(attributes)?.[1] ?? 1);
  return span > 1 ? Math.min(span, WIDEST) : 1;
}
