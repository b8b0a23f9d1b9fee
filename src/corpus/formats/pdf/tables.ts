import { PDF_DEFAULTS as D } from './defaults.ts';
import type { Line, Table } from './types.ts';

type Piece = Line['pieces'][number];

interface Column {
  readonly left: number;
  readonly right: number;
}

/** A column's lines, or a table that stands among them. */
export type Stretch =
  | { readonly lines: readonly Line[] }
  | { readonly table: Table; readonly lines: readonly Line[] };

interface Row {
  readonly y: number;
  readonly lines: Line[];
}

/**
 * Finds the tables in a column: two and more rows in which pieces stand beside each other at the same places. What else
 * stands beside each other is one line.
 */
export function withTables(lines: readonly Line[]): Stretch[] {
  const rows = rowsOf(lines);
  const edge = Math.max(...lines.map(({ right }) => right));
  const out: Stretch[] = [];
  let text: Line[] = [];
  for (let at = 0; at < rows.length; ) {
    const length = tableLength(rows, at, edge);
    if (length === 0) {
      const row = rows[at++];
      if (row !== undefined)
        text.push(row.lines.length === 1 ? (row.lines[0] ?? joined(row.lines)) : joined(row.lines));
      continue;
    }
    if (text.length > 0) out.push({ lines: text });
    text = [];
    const found = rows.slice(at, at + length);
    out.push({ table: tableOf(found), lines: found.flatMap((row) => row.lines) });
    at += length;
  }
  if (text.length > 0) out.push({ lines: text });
  return out;
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const end = last?.lines.at(-1);
    if (
      last !== undefined &&
      end !== undefined &&
      Math.abs(line.y - last.y) <= D.sameLine * Math.min(line.size, end.size)
    )
      last.lines.push(line);
    else rows.push({ y: line.y, lines: [line] });
  }
  for (const row of rows) row.lines.sort((a, b) => a.left - b.left);
  return rows;
}

/** How many rows from here on are a table's: 0 when there is none. */
function tableLength(rows: readonly Row[], at: number, edge: number): number {
  const first = rows[at];
  const [head] = first?.lines ?? [];
  if (first === undefined || head === undefined || first.lines.length < 2) return 0;
  const places = [...first.lines];
  const found = [...first.lines];
  let length = 1;
  let full = 1;
  for (let i = at + 1; i < rows.length; i++) {
    const [row, before] = [rows[i], rows[i - 1]];
    if (row === undefined || before === undefined) break;
    const size = row.lines[0]?.size ?? 10;
    if (row.y - before.y > 4 * size) break;
    const fitting = row.lines.filter((cell) => places.some((place) => isBelow(cell, place)));
    const single = row.lines.length === 1;
    if (single && (!continues(row, before, places) || (row.lines[0]?.text.length ?? 0) > 40)) break;
    if (!single && fitting.length < Math.min(2, row.lines.length)) break;
    if (columnsIn([...found, ...row.lines]).length < 2) break;
    if (!single) full++;
    found.push(...row.lines);
    for (const cell of row.lines) if (!places.some((place) => isBelow(cell, place))) places.push(cell);
    const [cell] = row.lines;
    const isRest =
      single && cell !== undefined && cell.left > head.left + cell.size && row.y - before.y < 2 * cell.size;
    length = single && !isRest ? length : i - at + 1;
  }
  const isTable = full >= 2 && full * 3 >= length;
  return isTable && !isStretched(rows.slice(at, at + length), edge) ? length : 0;
}

/** Lines of a justified text that few words must fill: each word stands alone, as far from the next as all of them. */
function isStretched(rows: readonly Row[], edge: number): boolean {
  return rows.every(({ lines }) => {
    const words = lines.flatMap(({ text }) => text.split(' ')).length;
    const gaps = lines.slice(1).map(({ left }, i) => left - (lines[i]?.right ?? 0));
    const equal = Math.max(0, ...gaps) - Math.min(...gaps, Number.POSITIVE_INFINITY) < 2 || gaps.length < 2;
    const full = (lines.at(-1)?.right ?? 0) > edge - 2;
    return full && equal && words <= lines.length * 1.5 && lines.some(({ text }) => /^\p{Ll}/u.test(text));
  });
}

/** One piece alone: the rest of a cell that was too long, or a cell whose neighbours are empty. */
function continues(row: Row, before: Row, places: readonly Line[]): boolean {
  const [cell] = row.lines;
  return (
    cell !== undefined && row.y - before.y < 2.5 * cell.size && places.some((place) => isBelow(cell, place))
  );
}

/** At the same left edge, right edge or middle. */
function isBelow(cell: Line, place: Line): boolean {
  const near = 4;
  return (
    Math.abs(cell.left - place.left) < near ||
    Math.abs(cell.right - place.right) < near ||
    Math.abs(cell.left + cell.right - place.left - place.right) < 2 * near
  );
}

/**
 * Cells under their columns: every gap that no cell of the fullest rows crosses parts two columns. Cells that stand so
 * near each other that they look like one are parted there.
 */
function tableOf(rows: readonly Row[]): Table {
  const most = Math.max(...rows.map(({ lines }) => lines.length));
  const columns = columnsIn(rows.filter(({ lines }) => lines.length === most).flatMap(({ lines }) => lines));
  const lines = rows.flatMap((row) => row.lines);
  const out = (byCells(lines, columns) ?? rows.map((row) => row.lines)).map((row) => cellsOf(row, columns));
  return { rows: out, page: lines[0]?.page ?? 1 };
}

/**
 * Rows whose cells are of several lines: lines of a column that are no further from each other than lines of a text are
 * one cell, and cells beside each other are one row, wherever in it they stand. Undefined when that makes one of all.
 */
function byCells(lines: readonly Line[], columns: readonly Column[]): Line[][] | undefined {
  const cells: { top: number; bottom: number; lines: Line[] }[] = [];
  const last = new Map<number, (typeof cells)[number]>();
  for (const line of lines.toSorted((a, b) => a.y - b.y)) {
    const column = nearestColumn(line, columns);
    const above = last.get(column);
    const isSame = above !== undefined && line.y - above.bottom < D.cellStep * line.size;
    const cell = isSame ? above : { top: line.y - 0.4 * line.size, bottom: line.y, lines: [] };
    cell.bottom = line.y;
    cell.lines.push(line);
    if (!isSame) cells.push(cell);
    last.set(column, cell);
  }
  const rows: { bottom: number; lines: Line[] }[] = [];
  for (const cell of cells.sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1);
    if (row !== undefined && cell.top < row.bottom) {
      row.lines.push(...cell.lines);
      row.bottom = Math.max(row.bottom, cell.bottom);
    } else rows.push({ bottom: cell.bottom, lines: [...cell.lines] });
  }
  return rows.length > 1 && rows.length > cells.length / (2 * columns.length)
    ? rows.map((row) => row.lines.sort((a, b) => a.y - b.y || a.left - b.left))
    : undefined;
}

function cellsOf(lines: readonly Line[], columns: readonly Column[]): string[] {
  const cells: string[][] = columns.map(() => []);
  const columnAt = (left: number) =>
    Math.max(
      0,
      columns.findLastIndex((column) => column.left <= left + 4),
    );
  for (const line of lines) {
    const starts = line.pieces.map(({ left }) => columnAt(left));
    const isOne =
      starts.every((start) => start === starts[0]) &&
      columns.every(({ left }) => line.left > left - 4 || line.right < left + 4);
    if (isOne) cells[nearestColumn(line, columns)]?.push(line.text);
    else
      for (const piece of line.pieces)
        for (const { text, left } of partsAt(piece, columns)) cells[columnAt(left)]?.push(text);
  }
  return cells.map((words) => words.join(' '));
}

/** A piece that reaches over the beginning of columns, cut at the blanks nearest to them. */
function partsAt(
  piece: Piece,
  columns: readonly Column[],
): { readonly text: string; readonly left: number }[] {
  const width = (piece.right - piece.left) / Math.max(1, piece.text.length);
  const cuts = columns
    .filter(({ left }) => left > piece.left + 4 && left < piece.right - 2)
    .map(({ left }) => {
      const at = Math.round((left - piece.left) / width);
      const [before, after] = [piece.text.lastIndexOf(' ', at), piece.text.indexOf(' ', at)];
      const nearest = before < 0 || (after >= 0 && after - at < at - before) ? after : before;
      return { nearest, left };
    })
    .filter(({ nearest }) => nearest > 0);
  let from = 0;
  let left = piece.left;
  const parts = cuts.map((cut) => {
    const part = { text: piece.text.slice(from, cut.nearest).trim(), left };
    from = cut.nearest;
    left = cut.left;
    return part;
  });
  return [...parts, { text: piece.text.slice(from).trim(), left }].filter(({ text }) => text !== '');
}

/** The column that a cell shares most with. */
function nearestColumn({ left, right }: Line, columns: readonly Column[]): number {
  const shared = columns.map((column) => Math.min(right, column.right) - Math.max(left, column.left));
  return shared.indexOf(Math.max(...shared));
}

function columnsIn(cells: readonly Line[]): { left: number; right: number }[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of cells.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

function joined(lines: readonly Line[]): Line {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a row has a line');
  return {
    ...first,
    text: lines.map(({ text }) => text).join(' '),
    right: last.right,
    lastOrder: last.lastOrder,
  };
}
