import type { OutlineNode, OutlineRow, Words } from '../../structure/outline.ts';

/** Cells of a row that names the columns are this short at most. */
const LONGEST_HEAD = 60;

/**
 * Lines between bars are a table also without the row of hyphens that Markdown wants below the first one.
 * @param source the paragraph as it is written
 * @param wordsOf reads the inside of a cell
 * @returns `undefined` when it is no such table
 */
export function looseTable(source: string, wordsOf: (cell: string) => Words): OutlineNode | undefined {
  const lines = source.split('\n').map((line) => line.trim());
  if (
    lines.length < 2 ||
    !lines.every((line) => line.length > 2 && line.startsWith('|') && line.endsWith('|'))
  )
    return undefined;
  const rows = lines.map((line) => cellsOf(line).map(wordsOf)).filter((cells) => cells.length > 0);
  const widest = Math.max(...rows.map((cells) => cells.length));
  if (widest < 2) return undefined;
  const first = rows.findIndex((cells) => cells.length > 1);
  return {
    kind: 'table',
    rows: rows.map((cells, i) => rowOf(cells, i === first && i < rows.length - 1, widest)),
  };
}

/** A row that lacks its first cell names the columns after those that name the rows. */
function rowOf(cells: readonly Words[], mayBeHead: boolean, widest: number): OutlineRow {
  const head = mayBeHead && cells.every(({ text }) => text.length <= LONGEST_HEAD && !/[.!?]$/u.test(text));
  const lacking = Array.from({ length: widest - cells.length }, (): Words => ({ text: '' }));
  return { head, cells: head ? [...lacking, ...cells] : [...cells, ...lacking] };
}

/** What stands between the bars of a line; `\|` is no bar. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 1; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '\\' && line[at + 1] === '|') {
      cell += '|';
      at++;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return cells;
}
