import type { Block, TextSpan } from '../../article.ts';
import { escapeMarkdown } from './markdown-escape.ts';

/** Whether a block is a line of a table: a row whose cells stand apart, or a row of heads. */
export function isTableLine(text: string, block: Block): boolean {
  if (block.kind === 'heading')
    return block.level === undefined && !text.slice(block.start, block.end).includes('\n');
  return block.kind === 'row' && isApart(text, block.cells ?? []);
}

/** What names a fact and what is said of it stand apart by a colon, which no table has. */
function isApart(text: string, cells: readonly TextSpan[]): boolean {
  const filled = cells.filter(([start, end]) => end > start);
  return filled.every(([start], i) => {
    const before = filled[i - 1];
    return before === undefined || /^(?:\t| \| )$/.test(text.slice(before[1], start));
  });
}

/** Rows and heads of one table as a Markdown table; without heads above it, its first line is empty. */
export function markdownTable(text: string, blocks: readonly Block[]): string {
  const rows = blocks.map((block, i) => cellsOf(text, block, blocks[i + 1]));
  const width = Math.max(...rows.map((cells) => cells.length));
  const lines = rows.map((cells, i) => {
    const bold = blocks[i]?.kind === 'heading' && i > 0 && cells.length > 1;
    return lineOf(
      cells.map((cell) => (bold && cell !== '' ? `**${cell}**` : cell)),
      width,
    );
  });
  const hasHead = blocks[0]?.kind === 'heading' && (rows[0]?.length ?? 0) > 1;
  const rule = lineOf(
    Array.from({ length: width }, () => '---'),
    width,
  );
  const above = hasHead ? lines.slice(0, 1) : [lineOf([], width)];
  return [...above, rule, ...lines.slice(hasHead ? 1 : 0)].join('\n');
}

/** A row of heads has no cells of its own: the row below names them. */
function cellsOf(text: string, block: Block, next: Block | undefined): string[] {
  const within = ([start, end]: TextSpan) => start >= block.start && end <= block.end;
  const heads = (next?.context ?? []).filter(({ role }) => role === 'head').map(({ span }) => span);
  const named = block.kind === 'heading' && heads.length > 1 && heads.every(within);
  const spans = block.kind === 'row' ? (block.cells ?? []) : named ? heads : undefined;
  const cells = spans?.map((span) => text.slice(...span)) ?? text.slice(block.start, block.end).split('\t');
  return cells.map(escapeMarkdown);
}

function lineOf(cells: readonly string[], width: number): string {
  return `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
}
