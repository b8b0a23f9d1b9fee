import { readRaised } from '../html/words/raised.ts';
import { PDF_DEFAULTS as D } from './defaults.ts';
import type { Fragment, Line, PageText } from './types.ts';

/** A bullet, a number with its mark, a letter in brackets: what stands before the words of an item or a note. */
const LABEL = /^(?:[•◦▪●○■□‣–—*·-]|\(?\d{1,3}[.)\]]?|\(?[a-z][.)]|[ivx]{1,5}[.)]|[*†‡§¶])$/iu;

/**
 * The lines of a page: pieces on one baseline that follow each other without a column's gap. Raised digits become
 * exponents or go, as marks of notes.
 */
export function linesOf({ page, fragments }: PageText): Line[] {
  const open: Fragment[][] = [];
  for (const fragment of fragments) {
    const last = open.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && follows(before, last, fragment)) last.push(fragment);
    else open.push([fragment]);
  }
  return mergeNear(open).flatMap((pieces) => cutApart(pieces).flatMap((part) => lineOf(part, page)));
}

/** Whether a piece goes on the line that another one ends: on its baseline, or raised or lowered beside it. */
function follows(before: Fragment, line: readonly Fragment[], next: Fragment): boolean {
  const size = Math.max(before.size, next.size);
  const base = line.reduce((biggest, piece) => (piece.size > biggest.size ? piece : biggest));
  const near =
    Math.abs(next.y - base.y) <=
    D.sameLine * Math.max(size, base.size) * (next.size === base.size ? 0.6 : 1.4);
  return near && next.left >= before.right - 0.4 * size && next.left - before.right < 40 * size;
}

/** Pieces that were drawn out of order, such as words in bold: beside each other on one baseline all the same. */
function mergeNear(groups: Fragment[][]): Fragment[][] {
  const sorted = groups.toSorted((a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0));
  const merged: Fragment[][] = [];
  const byLine = new Map<number, Fragment[][]>();
  for (const group of sorted) {
    const [first] = group;
    if (first === undefined) continue;
    const key = Math.round(first.y / 4);
    const beside = [key - 1, key, key + 1]
      .flatMap((at) => byLine.get(at) ?? [])
      .find((other) => {
        const end = other.at(-1);
        if (end === undefined) return false;
        const gap = first.left - end.right;
        const size = Math.max(first.size, end.size);
        return Math.abs(end.y - first.y) < 0.3 * size && gap > -0.2 * size && gap < 0.6 * size;
      });
    if (beside !== undefined) {
      beside.push(...group);
      continue;
    }
    merged.push(group);
    byLine.set(key, [...(byLine.get(key) ?? []), group]);
  }
  return merged.toSorted((a, b) => (a[0]?.order ?? 0) - (b[0]?.order ?? 0));
}

/** Cuts where the gap is a column's: wide, and much wider than the blanks of the line, which justified text stretches. */
function cutApart(pieces: readonly Fragment[]): Fragment[][] {
  const gaps = pieces.slice(1).map((piece, i) => piece.left - (pieces[i]?.right ?? 0));
  const size = Math.max(...pieces.map((piece) => piece.size));
  const usual = stretchedBlank(pieces, gaps) ?? D.usualBlank * size;
  const limit = Math.max(D.apart * size, D.blanksApart * usual);
  const parts: Fragment[][] = [[]];
  for (const [i, piece] of pieces.entries()) {
    const gap = gaps[i - 1] ?? 0;
    const part = parts.at(-1) ?? [];
    const words = part.map(({ text }) => text).join('');
    const isLabel = parts.length === 1 && LABEL.test(words) && gap < D.labelGap * size;
    if (i > 0 && gap > limit && !isLabel) parts.push([piece]);
    else part.push(piece);
  }
  return parts;
}

/** The blank of a line that few words must fill: every word stands alone, all as far from each other. */
function stretchedBlank(pieces: readonly Fragment[], gaps: readonly number[]): number | undefined {
  const blanks = gaps.filter((gap, i) => gap > D.blank * (pieces[i]?.size ?? 1)).sort((a, b) => a - b);
  const [least, most] = [blanks[0] ?? 0, blanks.at(-1) ?? 0];
  if (blanks.length < 2 || most > least * D.evenBlanks || most > D.widestBlank * (pieces[0]?.size ?? 1))
    return undefined;
  const isText =
    pieces.some(({ text }) => /^\p{Ll}/u.test(text)) && pieces.every(({ text }) => !text.includes(' '));
  return isText ? most : undefined;
}

function lineOf(pieces: readonly Fragment[], page: number): Line[] {
  const base = pieces.reduce(
    (longest, piece) => (weight(piece) > weight(longest) ? piece : longest),
    pieces[0] ?? NOTHING,
  );
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return [];
  const spaced = isLetterSpaced(pieces);
  let text = '';
  let label: Line['label'];
  let before: Fragment | undefined;
  for (const [at, piece] of pieces.entries()) {
    const words = spaced ? piece.text.replace(/(?<=\p{L}) (?=\p{L}(?: |$))/gu, '') : piece.text;
    const isRaised =
      piece !== base && base.y - piece.y > D.raised * base.size && piece.size <= base.size * D.smaller;
    if (isRaised && text !== '') text += raisedWords(text, words, pieces[at + 1]?.text ?? '');
    else text += (before !== undefined && isApart(before, piece) ? ' ' : '') + words;
    const after = pieces[at + 1];
    if (
      before === undefined &&
      after !== undefined &&
      LABEL.test(words) &&
      (isRaised || after.left - piece.right > 0.2 * piece.size)
    )
      label = { text: words, words: after.left, raised: isRaised };
    before = piece;
  }
  const clean = text.replace(/\s+/gu, ' ').trim();
  if (clean === '') return [];
  if (label === undefined && /^[•◦▪●○■□‣] /u.test(clean))
    label = {
      text: clean.charAt(0),
      words: first.left + (2 * (first.right - first.left)) / first.text.length,
    };
  return [
    {
      text: clean,
      left: first.left,
      right: last.right,
      y: base.y,
      size: base.size,
      font: base.font,
      order: Math.min(...pieces.map(({ order }) => order)),
      lastOrder: Math.max(...pieces.map(({ order }) => order)),
      ...(label === undefined ? {} : { label }),
      page,
      pieces,
    },
  ];
}

const NOTHING: Fragment = { text: '', blank: false, left: 0, right: 0, y: 0, size: 0, font: '', order: 0 };

/** What a raised piece adds to the words before it: an exponent, the end of a word; nothing, when it points to a note. */
function raisedWords(before: string, words: string, after: string): string {
  const raised = readRaised(words, { before, after, refers: false, italic: false, lastNote: 0 });
  return raised.kind === 'note' ? '' : raised.text;
}

/** What the page calls a blank counts when there is something to be seen of it. */
function isApart(before: Fragment, { left, size, blank }: Fragment): boolean {
  const em = Math.min(size, before.size);
  return left - before.right > (blank ? 0.4 : 1) * D.blank * em;
}

function weight({ text, size }: Fragment): number {
  return text.length * size * size;
}

/** Letters stand alone in it, three and more in a row: "C H A P T E R". */
function isLetterSpaced(pieces: readonly Fragment[]): boolean {
  return pieces.some(({ text }) => /^\p{L} \p{L} \p{L}(?: \p{L})*$/u.test(text));
}
