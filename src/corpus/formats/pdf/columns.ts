import { PDF_DEFAULTS as D } from './defaults.ts';
import type { Line } from './types.ts';

/**
 * A page's lines as columns, in the order in which they are read: a gutter with running text on both of its sides parts
 * them, and lines that cross it (a title, a wide figure's caption) end what stands above. Lines within a column are in
 * order from the top.
 * @param em the size of running text
 */
export function columnsOf(lines: readonly Line[], em: number): Line[][] {
  return split([...lines].sort(byPlace), em, 0);
}

function byPlace(a: Line, b: Line): number {
  return a.y - b.y || a.left - b.left;
}

function split(lines: readonly Line[], em: number, depth: number): Line[][] {
  const gutter = depth > 5 ? undefined : bestGutter(lines, em);
  if (gutter === undefined) return lines.length === 0 ? [] : [[...lines]];
  return bandsAt(gutter, lines).flatMap(({ across, left, right }) => [
    ...split(across, em, depth + 1),
    ...split(left, em, depth + 1),
    ...split(right, em, depth + 1),
  ]);
}

interface Band {
  readonly across: Line[];
  readonly left: Line[];
  readonly right: Line[];
}

/** Lines that cross the gutter, and then those beside it, down to the next line that crosses. */
function bandsAt(gutter: number, lines: readonly Line[]): Band[] {
  const bands: Band[] = [{ across: [], left: [], right: [] }];
  for (const line of lines) {
    const band = bands.at(-1);
    if (band === undefined) continue;
    if (line.right <= gutter) band.left.push(line);
    else if (line.left >= gutter) band.right.push(line);
    else if (band.left.length === 0 && band.right.length === 0) band.across.push(line);
    else bands.push({ across: [line], left: [], right: [] });
  }
  return bands;
}

/** The gutter with the most lines beside each other; between the left edges of lines and what ends before them. */
function bestGutter(lines: readonly Line[], em: number): number | undefined {
  const edges = new Map<number, number>();
  for (const { left } of lines) edges.set(Math.round(left / 3), (edges.get(Math.round(left / 3)) ?? 0) + 1);
  let best: { gutter: number; score: number } | undefined;
  for (const [key, count] of edges) {
    if (count < D.shorterSide) continue;
    const gutter = key * 3 - 2.5;
    const score = beside(bandsAt(gutter, lines), gutter, em);
    if (score > (best?.score ?? 0)) best = { gutter, score };
  }
  return best?.gutter;
}

/** How many lines stand beside each other at a gutter, when they are running text. */
function beside(bands: readonly Band[], gutter: number, em: number): number {
  let score = 0;
  for (const { left, right } of bands) {
    const shorter = Math.min(left.length, right.length);
    if (shorter < D.shorterSide || left.length + right.length < D.besideLines) continue;
    // One line that reaches into the gutter does not close it.
    const edge = nearlyAll(left.map((line) => line.right));
    const start = -nearlyAll(right.map((line) => -line.left));
    if (start - edge < 0.5 * em || start - gutter > 6) continue;
    if (!overlap(left, right) || !isProse(left, right)) continue;
    score += shorter * 2 + Math.max(left.length, right.length) / 10;
  }
  return score;
}

function overlap(left: readonly Line[], right: readonly Line[]): boolean {
  const [a, b] = [extent(left), extent(right)];
  return Math.min(a[1], b[1]) - Math.max(a[0], b[0]) > -40;
}

function extent(lines: readonly Line[]): readonly [number, number] {
  return [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0];
}

/** Text on both sides, and not the cells of a table: those are short, and are drawn row by row. */
function isProse(left: readonly Line[], right: readonly Line[]): boolean {
  const [letters, others] = [usualLength(left), usualLength(right)];
  const least = Math.min(letters, others);
  const ends = new Map(left.map(({ lastOrder, y }) => [lastOrder, y]));
  const rows = right.filter(({ order, y }) => {
    const before = ends.get(order - 1) ?? ends.get(order - 2) ?? ends.get(order - 3);
    return before !== undefined && Math.abs(before - y) < 2;
  }).length;
  return rows > right.length * 0.6 ? least >= 2 * D.columnLetters : least >= D.columnLetters;
}

function nearlyAll(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * 0.93)] ?? 0;
}

/** The length of the line in which the middle letter stands: a small table in a column of text does not count. */
function usualLength(lines: readonly Line[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const length of lengths) {
    left -= length;
    if (left <= 0) return length;
  }
  return 0;
}
