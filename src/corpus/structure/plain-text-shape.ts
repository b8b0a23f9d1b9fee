import type { Block, BlockContext, TextSpan } from '../article.ts';
import { lastSentence } from './lead-in.ts';
import { isSectionName } from './section-kinds.ts';

/** Fewest lines with the same mark that are a list, and rows that are a table. */
const FEWEST = 2;
const LONGEST_HEADING = 90;
const BULLET = /^([-*•–—·▪◦‣+])\s(?=\S)/u;
const NUMBER = /^(?:\(?(\d{1,3})[.)]|\(?[a-z][.)])\s(?=\S)/u;
const SECTION_NUMBER = /^(?:§ ?)?\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s\S/u;
const PART =
  /^(?:part|book|chapter|appendix|act)\s(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|[a-h])\b/iu;
const OPENING = /^[^\n:.!?;]{1,60}:\s/u;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The only line of its paragraph. */
  readonly alone: boolean;
  /** The first line of its paragraph. */
  readonly first: boolean;
}

/**
 * The blocks of a plain text, by its shape: lists by their marks, tables by their bars, headings by standing alone,
 * short and without an end, above something.
 * @param text paragraphs apart by an empty line, as the cleaner leaves them
 */
export function shapeBlocks(text: string): Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  let headings: { level: number; context: BlockContext }[] = [];
  let context: readonly BlockContext[] = [];
  let lists = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    const items = runOf(lines, at, isItemLike(line));
    const rows = runOf(
      lines,
      at,
      barsOf(line.text) > 0 ? (next) => barsOf(next.text) === barsOf(line.text) : undefined,
    );
    const level = headingLevel(lines, at);
    if (items >= FEWEST && level === undefined) {
      const lead = leadIn(blocks.at(-1), text);
      const under = lead === undefined ? context : [...context, lead];
      blocks.push(...lines.slice(at, at + items).map((item) => itemBlock(item, lists, under)));
      lists++;
      at += items;
    } else if (rows >= FEWEST) {
      blocks.push(...rowBlocks(lines.slice(at, at + rows), context));
      at += rows;
    } else if (level !== undefined) {
      headings = headings.filter((heading) => heading.level < level);
      blocks.push({
        kind: 'heading',
        level,
        start: line.start,
        end: line.end,
        context: headings.map((heading) => heading.context),
      });
      headings.push({ level, context: { role: 'heading', span: [line.start, line.end] } });
      context = headings.map((heading) => heading.context);
      at++;
    } else {
      const length = paragraphLength(lines, at);
      const paragraph = lines.slice(at, at + length);
      const spans = isPairs(paragraph)
        ? paragraph
        : [{ start: line.start, end: paragraph.at(-1)?.end ?? line.end }];
      for (const { start, end } of spans) blocks.push({ kind: 'paragraph', start, end, context });
      at += length;
    }
  }
  return blocks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const raw = text.split('\n');
  let start = 0;
  for (const [i, line] of raw.entries()) {
    const before = (raw[i - 1] ?? '') === '';
    const after = (raw[i + 1] ?? '') === '';
    if (line !== '')
      lines.push({ start, end: start + line.length, text: line, alone: before && after, first: before });
    start += line.length + 1;
  }
  return lines;
}

function runOf(lines: readonly Line[], at: number, belongs: ((line: Line) => boolean) | undefined): number {
  if (belongs === undefined) return 0;
  let length = 1;
  for (let next = lines[at + 1]; next !== undefined && belongs(next); next = lines[at + length]) length++;
  return length;
}

/** Lines with the same kind of mark; `undefined` for a line without one. */
function isItemLike({ text }: Line): ((line: Line) => boolean) | undefined {
  const bullet = BULLET.exec(text)?.[1];
  if (bullet !== undefined) return (next) => BULLET.exec(next.text)?.[1] === bullet;
  return NUMBER.test(text) ? (next) => NUMBER.test(next.text) : undefined;
}

/** The mark is no part of what an item says. */
function itemBlock({ start, end, text }: Line, id: number, context: readonly BlockContext[]): Block {
  const number = NUMBER.exec(text);
  const mark = (BULLET.exec(text) ?? number)?.[0].length ?? 0;
  const step = number?.[1] === undefined ? {} : { step: Number(number[1]) };
  return { kind: 'item', start: start + mark, end, context, list: { id, ...step, depth: 0 } };
}

function barsOf(text: string): number {
  return text.includes(' | ') ? text.split(' | ').length - 1 : 0;
}

/** The first row names the columns when none of its cells is a number and another row's is. */
function rowBlocks(rows: readonly Line[], context: readonly BlockContext[]): Block[] {
  const cells = rows.map(cellsOf);
  const isNumber = (line: Line, [from, to]: TextSpan) =>
    /^[\p{Sc}]?\d/u.test(line.text.slice(from - line.start, to - line.start));
  const numbers = rows.map((row, i) => (cells[i] ?? []).some((cell) => isNumber(row, cell)));
  const hasHead = numbers[0] === false && numbers.slice(1).some(Boolean);
  const heads = hasHead ? (cells[0] ?? []).map((span): BlockContext => ({ role: 'head', span })) : [];
  return rows.map(({ start, end }, i): Block => {
    if (hasHead && i === 0) return { kind: 'heading', start, end, context };
    return { kind: 'row', start, end, context: [...context, ...heads], cells: cells[i] ?? [] };
  });
}

function cellsOf({ start, text }: Line): TextSpan[] {
  let at = start;
  return text.split(' | ').map((cell): TextSpan => {
    const span = [at, at + cell.length] as const;
    at += cell.length + 3;
    return span;
  });
}

/** A heading stands alone, is short, ends nothing, begins with a capital or a number, and has something below it. */
function headingLevel(lines: readonly Line[], at: number): number | undefined {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || !line.alone) return undefined;
  const { text } = line;
  if (text.length > LONGEST_HEADING || !/\p{L}/u.test(text) || /[.!?:;,…"”’)\]]$/u.test(text))
    return undefined;
  if (BULLET.test(text) || OPENING.test(text) || text.split(' ').length > 12) return undefined;
  if (PART.test(text)) return 1;
  if (isSectionName(text)) return 2;
  if (SECTION_NUMBER.test(text)) {
    const another = NUMBER.test(text) && (NUMBER.test(next.text) || NUMBER.test(lines[at - 1]?.text ?? ''));
    return another ? undefined : 1 + (/^[^ ]*/u.exec(text)?.[0].match(/\d+/g)?.length ?? 1);
  }
  if (!/^[\p{Lu}\p{N}“"‘'¿¡]/u.test(text)) return undefined;
  if (text === text.toUpperCase() && text.length > 3) return 2;
  // Two short lines in a row are a list without marks, a poem, an address.
  const crowd = [lines[at - 1], next].filter((other) => other?.alone && other.text.length <= 60).length;
  return crowd > 1 || (next.text.length <= 60 && next.alone && !BULLET.test(next.text)) ? undefined : 3;
}

function paragraphLength(lines: readonly Line[], at: number): number {
  let length = 1;
  for (let next = lines[at + 1]; next !== undefined && !next.first; next = lines[at + length]) {
    if (isItemLike(next) !== undefined) break;
    length++;
  }
  return length;
}

/** Lines that open with a name and a colon stand for themselves. */
function isPairs(lines: readonly Line[]): boolean {
  return lines.length > 1 && lines.filter(({ text }) => OPENING.test(text)).length * 2 >= lines.length;
}

function leadIn(before: Block | undefined, text: string): BlockContext | undefined {
  if (before?.kind !== 'paragraph') return undefined;
  const words = text.slice(before.start, before.end);
  if (!/[:—–]$/u.test(words)) return undefined;
  const start = before.end - lastSentence(words).length;
  return { role: 'lead-in', span: [start, before.end] };
}
