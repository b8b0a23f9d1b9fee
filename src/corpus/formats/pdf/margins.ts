import { PDF_DEFAULTS as D } from './defaults.ts';
import { CAPTION } from './paragraphs.ts';
import type { Line } from './types.ts';

/** A line that stands outside of the text: what it is, and where. */
export interface Marginal {
  readonly line: Line;
  readonly reason: 'running head' | 'page number' | 'print mark';
}

interface Edge {
  readonly lines: readonly Line[];
  readonly y: number;
  readonly page: number;
  readonly shape: string;
  /** The words without the numbers in them. */
  readonly folded: string;
  /** From the top or the bottom of the text, 0 the outermost. */
  readonly rank: number;
  readonly top: boolean;
  /** Further from the next line than lines of a text are. */
  readonly isolated: boolean;
  /** In the outer part of the page. */
  readonly outer: boolean;
}

const PAGE_NUMBER =
  /^[-–—[( ]{0,3}(?:(?:page|p\.|pg\.?)\s?)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:of|\/|\|)\s?\d{1,4})?[-–—\]) ]{0,3}$/iu;
const PRINTED_AT =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]M)?(?:\s.{0,200})?$/iu;
const PRINTED_FROM =
  /^(?:(?:https?|file|chrome|about|data|blob):\S{1,2000})(?:\s?\d{1,4}\s?(?:\/|of)\s?\d{1,4})?$/iu;

/**
 * Finds running heads and feet, page numbers and what browsers print into the margins: the outermost lines of a page
 * that stand in the same place of other pages, with the same words but for their digits.
 * @param pages each page's lines, from the top
 * @param heights of the pages
 * @param em the size of running text
 */
export function marginals(
  pages: readonly (readonly Line[])[],
  heights: readonly number[],
  em: number,
): Marginal[] {
  const edges = pages.flatMap((lines, i) => edgesOf(lines, heights[i] ?? 0));
  const places = Map.groupBy(edges, ({ top, y }) => `${top}${Math.round(y / 3)}`);
  const isMarginal = (edge: Edge): Marginal['reason'] | undefined => {
    const { shape, outer } = edge;
    if (CAPTION.test(shape)) return undefined;
    if (outer && (PRINTED_AT.test(shape) || PRINTED_FROM.test(shape))) return 'print mark';
    const near = [-1, 0, 1].flatMap(
      (step) => places.get(`${edge.top}${Math.round(edge.y / 3) + step}`) ?? [],
    );
    const same = pagesWith(near.filter((other) => other.folded === edge.folded));
    const enough = Math.max(D.headPages, pages.length * D.headShare);
    if (PAGE_NUMBER.test(shape) && edge.isolated && outer) {
      const counted = near.some(
        (other) =>
          other.page !== edge.page && numberIn(other.shape) - numberIn(shape) === other.page - edge.page,
      );
      if (counted || pages.length === 1) return 'page number';
    }
    // What is bigger than the text is a heading: each chapter may have its own at the same height.
    if (edge.lines.some(({ size }) => size >= em * D.heading)) return undefined;
    if (same >= enough || (same >= 2 && edge.isolated && outer))
      return PAGE_NUMBER.test(shape) ? 'page number' : 'running head';
    // Another title in each chapter: the place is the same, and elsewhere too the words come back.
    const isolated = pagesWith(near.filter((other) => other.isolated));
    if (edge.isolated && outer && isolated >= Math.max(4, pages.length * 0.6) && edge.rank === 0)
      return 'running head';
    return undefined;
  };
  const found: Marginal[] = [];
  const inner = new Set<string>();
  for (const edge of edges.toSorted((a, b) => a.rank - b.rank)) {
    const side = `${edge.page}${edge.top}`;
    const reason = inner.has(side) ? undefined : isMarginal(edge);
    // What lies further in than a line of the text is text.
    if (reason === undefined) inner.add(side);
    else found.push(...edge.lines.map((line) => ({ line, reason })));
  }
  return found;
}

function edgesOf(lines: readonly Line[], height: number): Edge[] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const last = rows.at(-1);
    if (last?.[0] !== undefined && line.y - last[0].y < 0.35 * line.size) last.push(line);
    else rows.push([line]);
  }
  const edge = (row: readonly Line[], rank: number, top: boolean): Edge[] => {
    const [first] = row;
    const next = rows[top ? rank + 1 : rows.length - 2 - rank]?.[0];
    if (first === undefined) return [];
    const shape = row.map(({ text }) => text).join(' ');
    const step = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.y - first.y);
    return [
      {
        lines: row,
        y: top ? first.y : height - first.y,
        page: first.page,
        shape,
        folded: fold(shape),
        rank,
        top,
        isolated: step > 1.5 * Math.max(first.size, next?.size ?? 0) + (top ? 0 : 0.2 * first.size),
        outer: top ? first.y < height * 0.17 : first.y > height * 0.82,
      },
    ];
  };
  const count = Math.min(D.marginLines, rows.length);
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => [
    ...edge(rows[i] ?? [], i, true),
    ...(rows.length - 1 - i >= count ? edge(rows[rows.length - 1 - i] ?? [], i, false) : []),
  ]);
}

function fold(shape: string): string {
  return shape.replace(/\d+|\b[ivxlc]+\b/giu, '0').replace(/\s+/gu, ' ');
}

function numberIn(shape: string): number {
  return Number(/\d+/.exec(shape)?.[0] ?? Number.NaN);
}

function pagesWith(edges: readonly Edge[]): number {
  return new Set(edges.map(({ page }) => page)).size;
}
