import { LIMITS } from './discord-limits.ts';
import { withoutTurning } from './text-direction.ts';

const ELLIPSIS = '…';

/** Text displays that a message of ours has at most; a few bytes are set aside for each. */
const MOST_TEXTS = 20;
/** UTF-8 bytes that one UTF-16 unit takes at most. */
const MOST_BYTES = 3;

/** UTF-16 units of whatever characters that a message still has room for beside these texts. */
export function textRoom(...texts: readonly string[]): number {
  const all = texts.join('');
  const bytes = LIMITS.textBytes - MOST_TEXTS * LIMITS.textBytesEach - Buffer.byteLength(all);
  return Math.max(0, Math.min(LIMITS.text - all.length, Math.floor(bytes / MOST_BYTES)));
}

/**
 * Runs of blank space, line ends too, as one space, and nothing invisible that turns the line around; for titles and
 * labels, never for quotes.
 */
export function oneLine(text: string): string {
  return withoutTurning(text).replace(/\s+/g, ' ').trim();
}

/**
 * At most `max` UTF-16 units of a label or title, with an ellipsis when something was cut, preferably after a word.
 * Never for quotes: those are cut by `quoteMarkdown`, which says so.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = wholeCharacters(text, max - ELLIPSIS.length);
  const word = text.slice(0, room + 1).search(/\s\S*$/);
  return `${text.slice(0, word > room / 2 ? word : room).trimEnd()}${ELLIPSIS}`;
}

/** The largest end ≤ `max` that parts no surrogate pair, nor (short of 64 units) a letter from its accents. */
export function wholeCharacters(text: string, max: number): number {
  const end = Math.min(text.length, Math.max(0, max));
  if (end === text.length) return end;
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const near = Math.max(0, end - 64);
  const start = near + (graphemes.segment(text.slice(near, end + 64)).containing(end - near)?.index ?? 0);
  if (start > near) return start;
  return isPair(text, end - 1) ? end - 1 : end;
}

function isPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at), at + 2));
}
