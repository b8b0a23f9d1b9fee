import type { Block } from '../../corpus/article.ts';
import type { Passage, QuotedLine, QuotedSlice, Span } from '../answer.ts';
import { itemLines, leadInLines } from './quoted-list.ts';
import { rowLine } from './quoted-row.ts';

/**
 * What a passage shows, so that it is understood alone: a row with the heads of its columns, an item with the words that
 * lead it in, steps from the one that answers, a later sentence of a call-out or a definition below its title or term.
 * Every slice is one of the article's text; marks and gaps are ours.
 */
export function quotedLines(passage: Passage): QuotedLine[] {
  const { article, start, end, sentence } = passage;
  const whole: QuotedLine = { slices: [slice([start, end])] };
  const blocks = article.blocks ?? [];
  const at = passage.block ?? -1;
  const block = blocks[at];
  if (block === undefined) return [whole];
  if (block.kind === 'row') return [rowLine(block, sentence)];
  if (block.kind === 'item') return itemLines(article, at, sentence);
  const title = titleOf(block, passage);
  if (title?.role === 'term') return [{ slices: [slice(title.span), slice([start, end], ': ')] }];
  const above: QuotedLine[] = title === undefined ? [] : [{ slices: [slice(title.span)] }];
  return [...above, whole, ...leadInLines(article, at, sentence)];
}

/** The title of its call-out or its term, when the passage does not hold it. */
function titleOf({ context }: Block, { start, end }: Passage) {
  const title = context.findLast(({ role }) => role === 'callout' || role === 'term');
  return title !== undefined && (title.span[1] <= start || title.span[0] >= end) ? title : undefined;
}

const slice = (span: Span, gap = ''): QuotedSlice => ({ span, gap });

/** What a passage shows, as plain text. */
export function quoteText(passage: Passage): string {
  const { text } = passage.article;
  return quotedLines(passage)
    .map(({ mark, slices }) => {
      const words = slices.map(({ span, gap }) => gap + text.slice(...span)).join('');
      return [...(mark === undefined ? [] : [mark]), ...(words === '' ? [] : [words])].join(' ');
    })
    .join('\n');
}

/**
 * Where a passage stands in its article, outermost first: the headings above it but for one that repeats the title, the
 * page or the time of its source, and who speaks when the quote does not say so.
 */
export function whereOf({ article, block, sentence, start, end }: Passage): string[] {
  const context = article.blocks?.[block ?? -1]?.context ?? [];
  const words = (span: Span) =>
    article.text
      .slice(...span)
      .replace(/\s+/g, ' ')
      .trim();
  const headings = context.filter(({ role }) => role === 'heading').map(({ span }) => words(span));
  if (headings[0]?.toLowerCase() === article.title.toLowerCase()) headings.shift();
  const speaker = context.findLast(({ role }) => role === 'speaker')?.span;
  const isShown = speaker !== undefined && speaker[0] >= start && speaker[1] <= end;
  const speaks = speaker === undefined || isShown ? [] : [`${words(speaker).replace(/:$/, '')}:`];
  const place = article.places?.findLast(({ at }) => at <= sentence[0])?.name ?? '';
  return [...headings, place, ...speaks].filter((name) => name !== '');
}

/** A slice as what stands before the focus, the focus, and what stands after it; of another slice all stands before it. */
export function aroundFocus([start, end]: Span, focus: Span | undefined): readonly [Span, Span, Span] {
  const from = Math.max(start, Math.min(end, focus?.[0] ?? end));
  const to = Math.max(from, Math.min(end, focus?.[1] ?? end));
  return [
    [start, from],
    [from, to],
    [to, end],
  ];
}
