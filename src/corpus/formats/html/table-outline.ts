import type { OutlineNode, OutlineRow, Words } from '../../structure/outline.ts';
import { type DomElement, isElement, textOf } from './dom.ts';

/** Columns of a table that are told apart. */
const WIDEST = 60;
/** A cell this long is a part of a page, not of a table. */
const LONGEST_CELL = 1500;

/** A table that shows data; one that lays out a page has a single cell in its rows, tables in it, or very long cells. */
export function isDataTable(table: DomElement): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none' || table.querySelector('table') !== null) return false;
  const rows = rowsOf(table).map(cellsOf);
  const wide = rows.filter((cells) => cells.length > 1).length;
  return wide > 0 && rows.every((cells) => cells.every((cell) => textOf(cell).length <= LONGEST_CELL));
}

/** A table's caption and its rows; cells that span columns or rows leave the places after them empty. */
export function tableNodes(table: DomElement, wordsOf: (cell: DomElement) => Words): OutlineNode[] {
  const rows: OutlineRow[] = [];
  /** For each column, how many more rows a cell from above takes. */
  const taken: number[] = [];
  for (const row of rowsOf(table)) {
    const cells: Words[] = [];
    const elements = cellsOf(row);
    const skip = () => {
      while ((taken[cells.length] ?? 0) > 0) {
        taken[cells.length] = (taken[cells.length] ?? 0) - 1;
        cells.push({ text: '' });
      }
    };
    for (const element of elements.slice(0, WIDEST)) {
      skip();
      const rowSpan = spanOf(element, 'rowspan');
      const columns = spanOf(element, 'colspan');
      for (let i = 0; i < columns && cells.length < WIDEST; i++) {
        taken[cells.length] = rowSpan - 1;
        cells.push(i === 0 ? oneLine(wordsOf(element)) : { text: '' });
      }
    }
    skip();
    const head = elements.length > 0 && elements.every(isHeadCell);
    rows.push({ cells, head: head || row.parentElement?.localName === 'thead' });
  }
  const caption = [...table.children].find(({ localName }) => localName === 'caption');
  const captions: OutlineNode[] = caption ? [{ kind: 'caption', words: wordsOf(caption) }] : [];
  return [...captions, { kind: 'table', rows }];
}

function isHeadCell(cell: DomElement): boolean {
  return cell.localName === 'th';
}

function rowsOf(table: DomElement): DomElement[] {
  return [...table.querySelectorAll('tr')];
}

function cellsOf(row: DomElement): DomElement[] {
  return [...row.childNodes]
    .filter(isElement)
    .filter(({ localName }) => localName === 'td' || localName === 'th');
}

function spanOf(cell: DomElement, attribute: string): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  return span > 1 ? Math.min(span, WIDEST) : 1;
}

function oneLine(words: Words): Words {
  return { ...words, text: words.text.replace(/\n/g, ' ') };
}
