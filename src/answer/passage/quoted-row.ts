import type { Block } from '../../corpus/article.ts';
import type { QuotedLine, QuotedSlice, Span } from '../answer.ts';

/** A cell longer than this is set off from its column's head by a colon. */
const SHORT_CELL = 40;

/**
 * A table's row with the heads of its columns: "Standard · Vaults 1 · Largest file 5 MB". The first cell names the row
 * and needs no head. Of a part of a row, the cells that it touches, below the row's name.
 */
export function rowLine({ cells = [], context, start, end }: Block, [from, to]: Span): QuotedLine {
  const heads = context.filter(({ role }) => role === 'head').map(({ span }) => span);
  const isWhole = from <= start && to >= end;
  const slices = cells.flatMap((cell, column): QuotedSlice[] => {
    const span: Span = isWhole || column === 0 ? cell : [Math.max(cell[0], from), Math.min(cell[1], to)];
    if (span[0] >= span[1]) return [];
    const head = heads[column];
    if (column === 0 || head === undefined || head[0] >= head[1]) return [{ span, gap: ' · ' }];
    return [
      { span: head, gap: ' · ' },
      { span, gap: span[1] - span[0] > SHORT_CELL ? ': ' : ' ' },
    ];
  });
  const [first = { span: [from, to], gap: '' }, ...others] = slices;
  return { slices: [{ ...first, gap: '' }, ...others] };
}
