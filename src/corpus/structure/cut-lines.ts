import type { Block, BlockContext, Place, TextSpan } from '../article.ts';
import type { DropReason } from '../cleaning/clean-rules.ts';
import type { DroppedLine } from '../cleaning/clean-text.ts';

/** A text and its blocks after some of its lines were taken out. */
export interface CutText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly places: readonly Place[];
  readonly dropped: readonly DroppedLine[];
}

/**
 * Takes lines out of a laid-out text and moves its blocks to where their words stand then. A block without a line left
 * goes; so does a context that was dropped.
 * @param reasons for each line of the text, why it goes
 */
export function cutLines(
  text: string,
  blocks: readonly Block[],
  reasons: readonly (DropReason | undefined)[],
  sourceLines: readonly number[],
  places: readonly Place[] = [],
): CutText {
  if (reasons.every((reason) => reason === undefined)) return { text, blocks, places, dropped: [] };
  const dropped: DroppedLine[] = [];
  const kept: string[] = [];
  /** Where each line began, and where it begins now; a line that went has no place. */
  const from: number[] = [];
  const to: (number | undefined)[] = [];
  let at = 0;
  let length = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const reason = reasons[i];
    const superfluous = line === '' && (kept.length === 0 || kept.at(-1) === '');
    from.push(at);
    at += line.length + 1;
    if (reason !== undefined) dropped.push({ line: sourceLines[i] ?? 0, text: line, reason });
    to.push(reason === undefined && !superfluous ? length : undefined);
    if (reason !== undefined || superfluous) continue;
    kept.push(line);
    length += line.length + 1;
  }
  while (kept.at(-1) === '') kept.pop();

  const move = mover(from, to, text.length);
  const context = (each: BlockContext): BlockContext[] => {
    const span = move(each.span);
    return span === undefined ? [] : [{ ...each, span }];
  };
  const left = kept.join('\n');
  const moved = blocks.flatMap((block): Block[] => {
    const span = withoutBlanks(left, move([block.start, block.end]));
    if (span === undefined) return [];
    const label = block.label && move(block.label);
    const { label: _, ...rest } = block;
    return [
      {
        ...rest,
        start: span[0],
        end: span[1],
        context: block.context.flatMap(context),
        ...(block.cells === undefined
          ? {}
          : { cells: block.cells.map((cell) => move(cell) ?? [span[0], span[0]]) }),
        ...(label === undefined ? {} : { label }),
      },
    ];
  });
  return { text: left, blocks: moved, places: movedPlaces(places, from, to), dropped };
}

/** The span without blanks at its ends, such as a line of code has before it; nothing when nothing else is left. */
function withoutBlanks(text: string, span: TextSpan | undefined): TextSpan | undefined {
  if (span === undefined) return undefined;
  let [start, end] = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? [start, end] : undefined;
}

/** A place that began in a line that went begins with the next line that stayed. */
function movedPlaces(
  places: readonly Place[],
  from: readonly number[],
  to: readonly (number | undefined)[],
): Place[] {
  const out: Place[] = [];
  let line = 0;
  for (const { at, name } of places) {
    while (line + 1 < from.length && (from[line + 1] ?? 0) <= at) line++;
    let stays = line;
    while (stays < to.length && to[stays] === undefined) stays++;
    const place = to[stays];
    if (place === undefined) break;
    const moved = place + (stays === line ? at - (from[line] ?? 0) : 0);
    line = stays;
    if (out.at(-1)?.at === moved) out.pop();
    out.push({ at: moved, name });
  }
  return out;
}

/** From a span of the old text to the same words in the new one: what is left of them. */
function mover(
  from: readonly number[],
  to: readonly (number | undefined)[],
  length: number,
): (span: TextSpan) => TextSpan | undefined {
  const lineOf = (offset: number): number => {
    let low = 0;
    for (let high = from.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((from[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const endOf = (line: number): number => (from[line + 1] ?? length + 1) - 1;
  return ([start, end]) => {
    let first: number | undefined;
    let last = 0;
    for (let line = lineOf(start); line < from.length && (from[line] ?? 0) <= end; line++) {
      const place = to[line];
      const begin = from[line] ?? 0;
      if (place === undefined || (begin === end && start < end)) continue;
      first ??= place + Math.max(start - begin, 0);
      last = place + Math.min(end, endOf(line)) - begin;
    }
    return first === undefined ? undefined : [first, last];
  };
}
