import type { Block, BlockContext, TextSpan } from '../../article.ts';
import { escapeHtml, escapeMarkdown } from './markdown-escape.ts';
import { isTableLine, markdownTable } from './markdown-table.ts';

/**
 * A text and its blocks as Markdown that is read as the same text, and as far as Markdown can say it, as the same
 * blocks: headings, lists, tables, quotations, call-outs, definitions, captions, code.
 */
export function markdownBlocks(text: string, blocks: readonly Block[]): string {
  const parts: string[] = [];
  const lists = new Lists();
  let before: { block: Block; callout: BlockContext | undefined } | undefined;
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block === undefined) break;
    const length = tableLength(text, blocks, at);
    const callout = block.context.findLast(({ role }) => role === 'callout');
    const opens = isTitleOf(block, blocks[at + 1]);
    const markdown =
      length > 0
        ? markdownTable(text, blocks.slice(at, at + length))
        : markdownOf(text, block, {
            lists,
            isTitle: opens,
            isUntitled: callout === undefined,
            afterItem: before?.block.kind === 'item',
          });
    const quoted = callout === undefined ? markdown : markdown.replace(/^/gm, '> ');
    parts.push(gapBetween(before, block, callout), quoted);
    before = { block, callout: opens ? { role: 'callout', span: [block.start, block.end] } : callout };
    at += Math.max(length, 1);
  }
  return `${parts.join('')}\n`;
}

/** Items of one list follow on each other, those of another begin after a blank line; what stands in one call-out is held together by its mark. */
function gapBetween(
  before: { block: Block; callout: BlockContext | undefined } | undefined,
  block: Block,
  callout: BlockContext | undefined,
): string {
  if (before === undefined) return '';
  if (callout?.span[0] !== before.callout?.span[0]) return '\n\n';
  if (block.kind === 'item' && block.list?.id === before.block.list?.id) return '\n';
  return callout === undefined ? '\n\n' : '\n>\n';
}

/** The heading that a call-out opens with: what follows stands under it. */
function isTitleOf(block: Block, next: Block | undefined): boolean {
  const callout = next?.context.findLast(({ role }) => role === 'callout');
  return block.kind === 'heading' && callout?.span[0] === block.start;
}

function tableLength(text: string, blocks: readonly Block[], at: number): number {
  const first = blocks[at];
  if (first === undefined || !isTableLine(text, first)) return 0;
  let length = 1;
  for (let next = blocks[at + 1]; next !== undefined && isTableLine(text, next); next = blocks[at + length]) {
    const gap = text.slice(blocks[at + length - 1]?.end, next.start);
    if (gap !== '\n') break;
    length++;
  }
  return length;
}

interface Around {
  readonly lists: Lists;
  readonly isTitle: boolean;
  readonly isUntitled: boolean;
  readonly afterItem: boolean;
}

function markdownOf(text: string, block: Block, { lists, isTitle, isUntitled, afterItem }: Around): string {
  const words = text.slice(block.start, block.end);
  const lines = words.split('\n');
  switch (block.kind) {
    case 'heading':
      if (isTitle) return `> [!note] ${lines.map(escapeMarkdown).join(' ')}`;
      return `${'#'.repeat(block.level ?? 6)} ${lines.map(escapeMarkdown).join('<br>')}`;
    case 'item': {
      const { indent, mark } = lists.next(block, afterItem);
      return `${indent}${mark} ${hardBreaks(text, block, `${indent}${' '.repeat(mark.length + 1)}`)}`;
    }
    case 'row':
      return `- ${hardBreaks(text, block, '  ')}`;
    case 'definition': {
      const [start, end] = block.context.findLast(({ role }) => role === 'term')?.span ?? [0, 0];
      const term = escapeHtml(text.slice(start, end).replace(/\n/g, ' '));
      const meaning = text.slice(Math.max(end, block.start), block.end).trim().split('\n').map(escapeHtml);
      return `<dl>\n<dt>${term}</dt>\n<dd>${meaning.join('<br>')}</dd>\n</dl>`;
    }
    case 'caption':
      return `<figcaption>${lines.map(escapeHtml).join('<br>')}</figcaption>`;
    case 'code': {
      const longest = Math.max(2, ...(words.match(/`+/g) ?? []).map(({ length }) => length));
      const fence = '`'.repeat(longest + 1);
      return `${fence}\n${words}\n${fence}`;
    }
    case 'quotation':
      return `> ${hardBreaks(text, block, '> ')}`;
    case 'callout':
      return isUntitled ? `> [!note]\n> ${hardBreaks(text, block, '> ')}` : hardBreaks(text, block, '');
    default:
      return hardBreaks(text, block, '');
  }
}

/** The words of a block, its label in bold, each line ending in a break that is kept. */
function hardBreaks(text: string, { start, end, label }: Block, indent: string): string {
  const lineEnd = `\\\n${indent}`;
  const escaped = (span: TextSpan) =>
    text
      .slice(...span)
      .split('\n')
      .map(escapeMarkdown)
      .join(lineEnd);
  const labelled = label !== undefined && /^\S$/.test(text.charAt(label[1] - 1)) && text[label[1]] === ' ';
  if (!labelled) return escaped([start, end]);
  return `**${escaped([start, label[1]])}** ${escaped([label[1] + 1, end])}`;
}

/** Which mark an item has: lists that follow on each other have different ones. */
class Lists {
  readonly #last: { id: number; odd: boolean }[] = [];
  #depth = -1;

  next({ list }: Block, afterItem: boolean): { indent: string; mark: string } {
    const depth = Math.min(list?.depth ?? 0, afterItem ? this.#depth + 1 : 0);
    const last = this.#last[depth];
    const id = list?.id ?? 0;
    const odd = last === undefined ? false : last.id === id ? last.odd : !last.odd;
    this.#last[depth] = { id, odd };
    this.#depth = depth;
    const step = list?.step;
    const isNumber = step !== undefined && step >= 0 && step < 1e9;
    return {
      indent: '    '.repeat(depth),
      mark: isNumber ? `${step}${odd ? ')' : '.'}` : odd ? '*' : '-',
    };
  }
}
