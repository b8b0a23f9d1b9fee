import type { Article, Block } from '../../corpus/article.ts';
import type { QuotedLine, Span } from '../answer.ts';

const DEFAULTS = {
  /** Characters of steps, or of a list after its lead-in, that are shown at most; the first is always. */
  list: 1500,
  /** The longest lead-in that is shown with an item. */
  leadIn: 400,
} as const;

/**
 * A list item below the words that lead it in; of numbered steps all from the one that answers, with what is nested in
 * them; of a list that is one unit, its items.
 * @param at the number of the item's block
 * @param sentence what was ranked: the item, a sentence of it, or several items
 */
export function itemLines(article: Article, at: number, [start, end]: Span): QuotedLine[] {
  const { blocks = [] } = article;
  const item = blocks[at];
  if (item === undefined) return [{ slices: [{ span: [start, end], gap: '' }] }];
  const above = leadsOf(item).map((span): QuotedLine => ({ slices: [{ span, gap: '' }] }));
  if (item.list?.step !== undefined) return [...above, ...following(blocks, at)];
  const items = blocks.slice(at).filter((block) => block.kind === 'item' && block.start < end);
  const lines = items.map((block) =>
    itemLine(block, item, [Math.max(block.start, start), Math.min(block.end, end)]),
  );
  const skips = blocks[at - 1]?.list?.id === item.list?.id && above.length > 0;
  return [...above, ...(skips ? [GAP] : []), ...lines];
}

/** The list that a paragraph leads in, when the paragraph says nothing without it. */
export function leadInLines({ blocks = [] }: Article, at: number, [start, end]: Span): QuotedLine[] {
  const first = blocks[at + 1];
  if (first?.kind !== 'item' || first.list === undefined) return [];
  const lead = leadsOf(first).at(-1);
  return lead !== undefined && lead[0] < end && lead[1] > start && lead[1] <= end
    ? following(blocks, at + 1)
    : [];
}

/** Stands for what was left out between a lead-in and an item. */
const GAP: QuotedLine = { mark: '…', slices: [] };

/** The words that lead a list in, and the items that this one is nested in, as far as they are not long. */
function leadsOf({ context }: Block): Span[] {
  return context
    .filter(({ role, span }) => role === 'lead-in' && span[1] - span[0] <= DEFAULTS.leadIn)
    .map(({ span }) => span);
}

/** The items of a list from one on, with what is nested in them, as far as there is room. */
function following(blocks: readonly Block[], from: number): QuotedLine[] {
  const first = blocks[from];
  const lines: QuotedLine[] = [];
  const shown = new Set<number>();
  let length = 0;
  for (let at = from; first !== undefined && at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    const isNext = block.kind === 'item' && block.list?.id === first.list?.id;
    const isNested = block.context.some(({ role, span }) => role === 'lead-in' && shown.has(span[0]));
    if (!isNext && !isNested) break;
    if (isNested && block.kind !== 'item' && block.kind !== 'paragraph') continue;
    length += block.end - block.start;
    if (length > DEFAULTS.list && lines.length > 0) break;
    if (block.kind === 'item') shown.add(block.start);
    lines.push(itemLine(block, first, [block.start, block.end]));
  }
  return lines;
}

/** One item behind its number or a bullet, of which a nested one has another. */
function itemLine({ kind, list }: Block, first: Block, span: Span): QuotedLine {
  const slices = [{ span, gap: '' }];
  if (kind !== 'item' || list === undefined) return { slices };
  const isNested = list.depth > (first.list?.depth ?? 0);
  if (list.step === undefined) return { mark: isNested ? '◦' : '•', slices };
  return { mark: `${isNested ? '◦ ' : ''}${list.step}.`, slices };
}
