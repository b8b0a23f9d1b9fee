import type { OutlineItem, OutlineNode, Words } from '../../structure/outline.ts';
import { joinLines, type Vocabulary } from './join-lines.ts';
import type { Paragraph } from './types.ts';

/**
 * Paragraphs in reading order as an outline. One that a column or a page cuts goes on where its text does: notes,
 * captions and tables that stand between come after it. Items in a row are a list.
 */
export function outlineOf(columns: readonly Paragraph[], vocabulary: Vocabulary): OutlineNode[] {
  const flow = inFlow(columns);
  const levels = headingLevels(flow);
  const out: OutlineNode[] = [];
  let list: { readonly items: OutlineItem[]; last: number | undefined } | undefined;
  for (const [i, paragraph] of flow.entries()) {
    const number = numberOf(paragraph);
    const isNumbered =
      number !== undefined && (list?.last === number - 1 || numberOf(flow[i + 1]) === number + 1);
    if (paragraph.kind !== 'item' && !isNumbered) {
      list = undefined;
      out.push(nodeOf(paragraph, levels, vocabulary));
      continue;
    }
    if (
      list === undefined ||
      (list.last === undefined) === isNumbered ||
      (isNumbered && list.last !== number - 1)
    ) {
      list = { items: [], last: undefined };
      out.push({ kind: 'list', items: list.items, ...(isNumbered ? { start: number } : {}) });
    }
    list.last = isNumbered ? number : undefined;
    list.items.push({ words: wordsOf({ ...paragraph, kind: 'item' }, vocabulary), children: [] });
  }
  return out;
}

/** The number before a paragraph's words: "3." or "(3)". */
function numberOf(paragraph: Paragraph | undefined): number | undefined {
  const label = paragraph?.kind === 'text' ? paragraph.lines[0]?.label?.text : undefined;
  const digits = label === undefined ? null : /^\(?(\d{1,3})[.)]$/.exec(label);
  return digits === null ? undefined : Number(digits[1]);
}

const BETWEEN: ReadonlySet<Paragraph['kind']> = new Set(['note', 'caption', 'table']);

/** Paragraphs that were cut put together, and what stood between behind them; a note goes on in the next notes. */
function inFlow(paragraphs: readonly Paragraph[]): Paragraph[] {
  const out: Paragraph[] = [];
  let waiting: Paragraph | undefined;
  let after: Paragraph[] = [];
  let note: Paragraph | undefined;
  const release = () => {
    out.push(...(waiting === undefined ? [] : [waiting]), ...after);
    waiting = undefined;
    after = [];
  };
  for (const paragraph of paragraphs) {
    const list = after.includes(note ?? paragraph) ? after : out;
    if (note !== undefined && paragraph.kind === 'text' && goesOn(note, paragraph)) {
      const whole: Paragraph = together(note, paragraph);
      list[list.indexOf(note)] = whole;
      note = whole.open ? whole : undefined;
      continue;
    }
    if (paragraph.kind === 'note') note = paragraph.open ? paragraph : undefined;
    if (waiting !== undefined && BETWEEN.has(paragraph.kind)) after.push(paragraph);
    else if (waiting !== undefined && paragraph.kind === 'text' && goesOn(waiting, paragraph))
      waiting = together(waiting, paragraph);
    else {
      release();
      if ((paragraph.kind === 'text' || paragraph.kind === 'item') && paragraph.open) waiting = paragraph;
      else out.push(paragraph);
    }
  }
  release();
  return out;
}

function together(first: Paragraph, rest: Paragraph): Paragraph {
  return { ...first, lines: [...first.lines, ...rest.lines], open: rest.open };
}

/** Whether a column's first paragraph is the rest of the last one before it. */
function goesOn(open: Paragraph, next: Paragraph): boolean {
  const [last, first] = [open.lines.at(-1), next.lines[0]];
  if (last === undefined || first === undefined || first.label !== undefined) return false;
  const elsewhere = first.page !== last.page || first.y < last.y;
  if (!elsewhere || Math.abs(open.size - next.size) > 0.07 * open.size) return false;
  const lower = /^["“‘(]?\p{Ll}/u.test(first.text);
  if (/[-\u2010\u00AD]$/u.test(last.text)) return true;
  if (/[.!?…]["”’»)\]]*$/u.test(last.text)) return lower;
  return lower || !next.indented;
}

/** The sizes of headings, the biggest first; a heading in the size of running text is the lowest. */
function headingLevels(paragraphs: readonly Paragraph[]): Map<number, number> {
  const sizes = new Set(
    paragraphs.filter(({ kind }) => kind === 'heading').map(({ size }) => Math.round(size)),
  );
  return new Map([...sizes].sort((a, b) => b - a).map((size, i) => [size, Math.min(6, i + 1)]));
}

function nodeOf(
  paragraph: Paragraph,
  levels: ReadonlyMap<number, number>,
  vocabulary: Vocabulary,
): OutlineNode {
  const { kind, table, size } = paragraph;
  if (table !== undefined) {
    const places = [{ at: 0, name: pageName(table.page) }];
    const rows = table.rows.map((cells, i) => ({
      cells: cells.map((text, j) => ({ text, ...(j === 0 ? { places } : {}) })),
      head: i === 0 && !/\d/.test(cells.slice(1).join('')),
    }));
    return { kind: 'table', rows };
  }
  const words = wordsOf(paragraph, vocabulary);
  if (kind === 'heading') return { kind, level: levels.get(Math.round(size)) ?? 6, words };
  return { kind: kind === 'caption' ? 'caption' : 'paragraph', words };
}

/** The words of a paragraph, and where each page begins in them. */
function wordsOf({ lines, kind }: Paragraph, vocabulary: Vocabulary): Words {
  let text = '';
  let page = 0;
  const places: { at: number; name: string }[] = [];
  for (const [i, line] of lines.entries()) {
    const words =
      i === 0 && (kind === 'note' || kind === 'item') ? withoutMark(line.text, line.label?.text) : line.text;
    if (text === '') text = words;
    else text = joinLines(text, words, vocabulary);
    if (line.page !== page) places.push({ at: text.length - words.length, name: pageName(line.page) });
    page = line.page;
  }
  return { text, places };
}

function withoutMark(text: string, mark: string | undefined): string {
  return mark !== undefined && text.startsWith(mark) ? text.slice(mark.length).trimStart() : text;
}

function pageName(page: number): string {
  return `p. ${page}`;
}
