import type { SentenceEnds } from '../../text/sentence-boundaries.ts';
import type { Article, Block, BlockKind, SentenceSpan } from '../article.ts';
import { sentenceSpans } from '../sentences.ts';

/** When a block is one unit, in characters: what is longer is quoted sentence by sentence. */
const UNIT_LENGTHS = {
  /** A list item, a turn. */
  item: 320,
  /** A term with its meaning. */
  definition: 500,
  /** A row. */
  row: 600,
  /** A list that is shown whole, and each item of it. */
  wholeList: 240,
  wholeListItem: 60,
  /** A label and the sentence after it. */
  labelled: 420,
} as const;

/** Blocks that are never an answer: they are context, or nothing. */
const SILENT: ReadonlySet<BlockKind> = new Set([
  'heading',
  'caption',
  'code',
  'bibliography',
  'exercise',
  'navigation',
]);

/**
 * What an article offers to rank and quote: the sentences of its running text, its list items, rows, terms with their
 * meanings, turns. Units stand in order, do not overlap, begin and end with a character that is not blank.
 */
export function unitSpans(article: Pick<Article, 'text' | 'blocks'>, ends: SentenceEnds): SentenceSpan[] {
  const { text, blocks } = article;
  if (blocks === undefined) return sentenceSpans(text, ends);
  const units: SentenceSpan[] = [];
  let paragraph = -1;
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b];
    if (block === undefined || SILENT.has(block.kind)) continue;
    const last = wholeList(blocks, b);
    const before = blocks[b - 1];
    if (before === undefined || !isSameGroup(before, block)) paragraph++;
    const found = last > b ? [wholeSpan(blocks, b, last)] : unitsOf(text, block, ends);
    if (last > b || block.list?.step !== undefined) takeLeadIn(text, found, units, blocks, block);
    for (const [start, end] of found)
      if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) units.push({ start, end, paragraph, block: b });
    b = last;
  }
  return units;
}

function wholeSpan(blocks: readonly Block[], first: number, last: number): [number, number] {
  return [blocks[first]?.start ?? 0, blocks[last]?.end ?? 0];
}

/**
 * The first of some steps, and a list that is shown whole, begin with the words that lead them in, when those stand
 * right before them and are one unit so far: "To leave a shelf:" answers nothing by itself.
 */
function takeLeadIn(
  text: string,
  found: [number, number][],
  units: SentenceSpan[],
  blocks: readonly Block[],
  item: Block,
): void {
  const [first] = found;
  const before = units.at(-1);
  const lead = item.context.findLast(({ role }) => role === 'lead-in')?.span;
  if (first === undefined || before === undefined || lead === undefined) return;
  if (before.end !== lead[1] || /[\p{L}]/u.test(text.slice(before.end, first[0]))) return;
  if (blocks[before.block ?? -1]?.list !== undefined) return;
  if (first[1] - before.start > UNIT_LENGTHS.labelled) return;
  units.pop();
  first[0] = before.start;
}

function isSameGroup(a: Block, b: Block): boolean {
  if (a.kind === 'row' || b.kind === 'row') return a.kind === b.kind && b.start === a.end + 1;
  return a.list !== undefined && b.list !== undefined && b.start === a.end + 1;
}

/** The last item of a short list without steps and sublists that starts here; the block itself when there is none. */
function wholeList(blocks: readonly Block[], first: number): number {
  const list = blocks[first]?.list;
  if (list === undefined || blocks[first]?.kind !== 'item' || list.step !== undefined) return first;
  if (blocks[first - 1]?.list?.id === list.id) return first;
  let last = first;
  for (let i = first; blocks[i]?.list?.id === list.id; i++) {
    const item = blocks[i];
    if (item === undefined || item.kind !== 'item') return first;
    if (item.end - item.start > UNIT_LENGTHS.wholeListItem) return first;
    last = i;
  }
  const next = blocks[last + 1]?.list;
  if (next !== undefined && next.depth > list.depth) return first;
  const length = (blocks[last]?.end ?? 0) - (blocks[first]?.start ?? 0);
  return length <= UNIT_LENGTHS.wholeList ? last : first;
}

function unitsOf(text: string, block: Block, ends: SentenceEnds): [number, number][] {
  const { start, end, kind } = block;
  const limit = wholeUpTo(kind);
  if (end - start <= limit) return [[start, end]];
  if (kind === 'row' && block.cells) {
    return block.cells.flatMap(([from, to]) => (from < to ? sentences(text, from, to, ends) : []));
  }
  const found = sentences(text, start, end, ends);
  const opening = kind === 'definition' || kind === 'turn' ? openingEnd(block) : block.label?.[1];
  return opening === undefined ? found : joinOpening(found, opening);
}

function wholeUpTo(kind: BlockKind): number {
  if (kind === 'item' || kind === 'turn') return UNIT_LENGTHS.item;
  if (kind === 'definition') return UNIT_LENGTHS.definition;
  return kind === 'row' ? UNIT_LENGTHS.row : 0;
}

function openingEnd(block: Block): number | undefined {
  const opening = block.context.findLast(({ role }) => role === 'term' || role === 'speaker')?.span;
  return opening !== undefined && opening[0] >= block.start && opening[1] <= block.end
    ? opening[1]
    : undefined;
}

/** A label, a term or a speaker stays with the sentence after it. */
function joinOpening(found: [number, number][], opening: number): [number, number][] {
  const [first, second, ...rest] = found;
  if (first === undefined || second === undefined || first[1] > opening + 2) return found;
  if (second[1] - first[0] > UNIT_LENGTHS.labelled) return found;
  return [[first[0], second[1]], ...rest];
}

function sentences(text: string, start: number, end: number, ends: SentenceEnds): [number, number][] {
  return sentenceSpans(text.slice(start, end), ends).map((span) => [start + span.start, start + span.end]);
}
