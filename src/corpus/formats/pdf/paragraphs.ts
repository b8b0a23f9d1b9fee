import { parseCalendarDate } from '../../metadata/parse-day.ts';
import { PDF_DEFAULTS as D } from './defaults.ts';
import { isNoteMark } from './note-mark.ts';
import type { Line, Paragraph } from './types.ts';

/** What is usual in a document. */
export interface Usual {
  /** The size of running text. */
  readonly size: number;
  readonly font: string;
  /** From line to line of running text, in sizes. */
  readonly step: number;
}

const ENDS = /[.!?:…]["”’»)\]]*$/u;

/**
 * Cuts a column's lines into paragraphs by what the eye sees: a wider step, a first line that stands in, a line that
 * ends where the next word would have had room, another size, a bullet.
 */
export function paragraphsOf(lines: readonly Line[], usual: Usual): Paragraph[] {
  const out: Paragraph[] = [];
  const edges = rightEdges(lines, usual);
  let open: Line[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (
      before !== undefined &&
      open.length > 0 &&
      begins(open, before, line, lines[i + 1], edges[i - 1] ?? 0, usual)
    ) {
      out.push(paragraph(open, lines[i - open.length - 1], edges[i - 1] ?? 0, usual));
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0)
    out.push(paragraph(open, lines[lines.length - open.length - 1], edges.at(-1) ?? 0, usual));
  return out;
}

/** For each line, where the lines of its part of the column end: that of the lines around it that belong together. */
function rightEdges(lines: readonly Line[], usual: Usual): number[] {
  const column = Math.max(...lines.map(({ right }) => right));
  const edges: number[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    for (; to < lines.length; to++) {
      const [a, b] = [lines[to - 1], lines[to]];
      if (a === undefined || b === undefined || b.y - a.y > stepOf(b, usual) * D.step || !sameSize(a, b))
        break;
    }
    const stack = lines.slice(from, to);
    const edge = Math.max(...stack.map(({ right }) => right));
    const size = stack[0]?.size ?? usual.size;
    const full = stack.filter(({ right }) => right > edge - 4 * size).length;
    const narrow = stack.length >= 3 && full >= stack.length * 0.6 && edge < column - 2 * size;
    edges.push(...stack.map(() => (narrow ? edge : column)));
    from = to;
  }
  return edges;
}

function stepOf({ size }: Line, usual: Usual): number {
  return size * usual.step;
}

function sameSize(a: { readonly size: number }, b: { readonly size: number }): boolean {
  return Math.abs(a.size - b.size) <= D.sameSize * Math.max(a.size, b.size);
}

function begins(
  open: readonly Line[],
  before: Line,
  line: Line,
  next: Line | undefined,
  edge: number,
  usual: Usual,
): boolean {
  const [first = before] = open;
  const em = line.size;
  if (!sameSize(before, line)) return true;
  const step = line.y - before.y;
  // Headings are set tight or wide: their own lines are together when nothing else says that they are not.
  const big = line.size > usual.size * D.heading;
  if (step < 0 || step > Math.max(stepOf(line, usual), big ? 1.25 * em : 0) * (big ? 1.35 : D.step))
    return true;
  if (
    line.label !== undefined &&
    (BULLET.test(line.label.text) || (/\p{P}/u.test(line.label.text) && ENDS.test(before.text))) &&
    line.label.words > line.left + 0.5 * em
  )
    return true;
  if (
    line.font !== before.font &&
    first.font === before.font &&
    (ENDS.test(before.text) || before.right < edge - 4 * em)
  ) {
    if (next === undefined || next.font === line.font || line.right < edge - 4 * em) return true;
  }
  if (big) return false;
  const hanging = first.label !== undefined && Math.abs(line.left - first.label.words) < 0.5 * em;
  if (hanging && open.length === 1) return false;
  if (startsIn(open, before, line, next, edge)) return true;
  if (
    open.length > 1 &&
    first.left < before.left - D.indent * em &&
    line.left < before.left - D.indent * em &&
    Math.abs(line.left - first.left) < 0.4 * em
  )
    return true;
  if (isCentred(before, line)) return false;
  const [word = ''] = line.text.split(' ');
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (word.length + 1);
  // What ends no sentence was hardly ended on purpose: then there must be room to spare.
  return before.right + (ENDS.test(before.text) ? width : 1.5 * width + em) < edge - 0.3 * em;
}

/** A first line that stands in, and not the second line of an entry that hangs. */
function startsIn(
  open: readonly Line[],
  before: Line,
  line: Line,
  next: Line | undefined,
  edge: number,
): boolean {
  const em = line.size;
  if (line.left < before.left + D.indent * em || line.left > before.left + 8 * em) return false;
  if (open.length === 1 && open[0]?.label !== undefined && Math.abs(line.left - open[0].label.words) < em)
    return false;
  const nextStandsIn =
    next !== undefined && Math.abs(next.left - line.left) < 0.3 * em && next.y - line.y < 2 * em;
  if (nextStandsIn && open.length === 1) return ENDS.test(before.text) && before.right < edge - 4 * em;
  return ENDS.test(before.text) || before.right < edge - 3 * em;
}

function isCentred(a: Line, b: Line): boolean {
  const middle = Math.abs(a.left + a.right - b.left - b.right) / 2;
  return middle < 3 && Math.abs(a.left - b.left) > a.size && Math.abs(a.right - b.right) > a.size;
}

function paragraph(lines: readonly Line[], above: Line | undefined, edge: number, usual: Usual): Paragraph {
  const [first, second, last] = [lines[0], lines[1], lines.at(-1)];
  const size = first?.size ?? usual.size;
  const font = mostUsed(lines);
  const indented = first !== undefined && first.left > (second ?? above ?? first).left + D.indent * size;
  const text = lines.map((line) => line.text).join(' ');
  const open = last !== undefined && (!ENDS.test(last.text) || last.right > edge - size);
  return { kind: kindOf(lines, text, size, font, usual), lines, size, font, indented, open };
}

function mostUsed(lines: readonly Line[]): string {
  const lengths = new Map<string, number>();
  for (const { font, text } of lines) lengths.set(font, (lengths.get(font) ?? 0) + text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const BULLET = /^[•◦▪●○■□‣·–—*-]$/u;
/** How a caption begins. */
export const CAPTION =
  /^(?:fig(?:ure)?|table|tab|chart|map|photo|picture|plate|exhibit|graph|diagram|illustration)\.?\s?(?:\d{1,3}|[A-Z]|[ivx]{1,5})(?:[.:)–—-]|\s)/iu;

function kindOf(
  lines: readonly Line[],
  text: string,
  size: number,
  font: string,
  usual: Usual,
): Paragraph['kind'] {
  if (CAPTION.test(text) && size <= usual.size * 1.05 && text.length < 600) return 'caption';
  const [first] = lines;
  const mark = first?.label?.text ?? text.split(' ')[0] ?? '';
  if (first?.label?.raised === true && isNoteMark(mark)) return 'note';
  if (size < usual.size * D.note && isNoteMark(mark.replace(/[.)]$/, ''))) return 'note';
  if (BULLET.test(mark) && first?.label !== undefined) return 'item';
  const short = text.length < 200 && lines.length <= 4 && /\p{L}/u.test(text);
  if (!short || parseCalendarDate(text).ok) return 'text';
  if (size > usual.size * D.heading) return 'heading';
  const alone = lines.length <= 2 && text.length < 100 && !/[.,;:…]$/u.test(text) && !BULLET.test(mark);
  const other = font !== usual.font && size >= usual.size * (1 - D.sameSize);
  const isWord = /^[\p{Lu}\p{N}]/u.test(text);
  if (alone && other && isWord) return 'heading';
  return alone && isWord && text === text.toUpperCase() && text.length > 3 && /\p{L}{3}/u.test(text)
    ? 'heading'
    : 'text';
}
