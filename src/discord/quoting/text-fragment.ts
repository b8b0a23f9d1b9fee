import type { Span } from '../../answer/answer.ts';
import { trimEndOf } from '../../text/trim-ends.ts';
import { linkAddress } from '../replies/links.ts';

const DEFAULTS = {
  /** Words that a passage begins and ends with, at least: fewer are too easily found elsewhere on the page. */
  first: 4,
  last: 3,
  /** A passage of so many words is given whole. */
  whole: 8,
  /** Words that are tried at either end before a copy elsewhere is put up with. */
  most: 15,
} as const;

/** What is no part of a phrase's first or last word. */
const BESIDE_WORDS = /[^\p{L}\p{N}]/u;

/**
 * An address that opens at a passage: browsers scroll to it and mark it. The phrases are the shortest that lead to it
 * and not to words like it further up. The page may differ between them: a note, or a line that the reader dropped.
 * Source: WICG, URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/
 * @param url the article's address; undefined, unsafe or too long: none
 * @param text the article's text, and where in it the passage stands
 * @param max the longest address; the plain one is given when the whole does not fit
 */
export function addressAt(
  url: string | undefined,
  text: string,
  [start, end]: Span,
  max: number,
): string | undefined {
  const address = linkAddress(url, max);
  if (address === undefined) return undefined;
  const directive = directiveOf(text, start, end);
  if (directive === undefined) return address;
  const whole = `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
  return whole.length <= max ? whole : address;
}

function directiveOf(text: string, start: number, end: number): string | undefined {
  const words = [...text.slice(start, end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    from: start + index,
    to: start + index + word.length,
  }));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (words.length <= DEFAULTS.whole) return encoded(text.slice(first.from, last.to));
  const page = text.replace(/\p{Lu}/gu, lowered);
  const phrase = (from: number, to: number) => innerOf(page.slice(from, to));
  const leads = (from: number, to: number, after: number) => {
    const found = page.indexOf(phrase(from, to), after);
    return found >= from && found < to;
  };
  const opening =
    words.slice(DEFAULTS.first - 1, DEFAULTS.most).find(({ to }) => leads(first.from, to, 0)) ??
    words[Math.min(DEFAULTS.most, words.length - DEFAULTS.last) - 1] ??
    first;
  const closing =
    words
      .slice(-DEFAULTS.most, 1 - DEFAULTS.last)
      .filter(({ from }) => from >= opening.to)
      .findLast(({ from }) => leads(from, last.to, opening.to)) ?? last;
  if (closing.from < opening.to) return encoded(text.slice(first.from, last.to));
  return `${encoded(text.slice(first.from, opening.to))},${encoded(text.slice(closing.from, last.to))}`;
}

/** The dash and the comma mean something in a directive; `encodeURIComponent` leaves the dash as it is. */
function encoded(words: string): string {
  const plain = innerOf(words.replace(/\s+/g, ' ')).toWellFormed();
  return encodeURIComponent(plain).replaceAll('-', '%2D');
}

/** A letter in lower case, unless that is longer: positions must stay. */
function lowered(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

/** A phrase from its first letter or digit to its last. */
function innerOf(phrase: string): string {
  const first = phrase.search(/[\p{L}\p{N}]/u);
  return first === -1 ? '' : trimEndOf(phrase.slice(first), BESIDE_WORDS);
}
