import type { Line } from './types.ts';

/** Words that the document has, and words that it writes with a hyphen, in lower case. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly hyphenated: ReadonlySet<string>;
}

/** Parts before a hyphen that is seldom only the printer's. */
const PREFIXES = new Set(
  'self well half non ex all cross much so co high low long short mid two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  ),
);

/** The words of a document, but for those at the ends and beginnings of lines, which may be parts. */
export function vocabularyOf(lines: readonly Line[]): Vocabulary {
  const words = new Set<string>();
  const hyphenated = new Set<string>();
  for (const { text } of lines) {
    const inner = text
      .toLowerCase()
      .split(/[^\p{L}\p{N}’'-]+/u)
      .slice(1, -1);
    for (const word of inner) (word.includes('-') ? hyphenated : words).add(word);
  }
  return { words, hyphenated };
}

/** Words that tie a compound together: mother-in-law. */
const TIES = new Set('in of the to and by on at up a de la le for'.split(' '));

/**
 * Puts a line behind another. A word that was divided at the line's end is put together; a hyphen that belongs to the
 * word stays: the document writes it elsewhere, or what stands before it is seldom divided from what follows.
 */
export function joinLines(before: string, next: string, { words, hyphenated }: Vocabulary): string {
  let text = before;
  if (/\p{Ll} [-\u2010]$/u.test(text) && isTornOff(text, next, words))
    text = text.slice(0, -2) + text.slice(-1);
  const mark = text.at(-1) ?? '';
  const rest = /^\p{L}+/u.exec(next)?.[0] ?? '';
  const token = wordAtEnd(text.slice(0, -1));
  if (!/[-\u2010\u00AD]/u.test(mark) || !/\p{L}$/u.test(token) || rest === '')
    return /\S[-\u2010–—/]$/u.test(text) ? text + next : `${text} ${next}`;
  const bare = text.slice(0, -1);
  const [joined, kept] = [bare + next, `${bare}-${next}`];
  if (mark === '\u00AD') return joined;
  const part = token.slice(token.lastIndexOf('-') + 1);
  if (/^\p{Lu}/u.test(rest)) {
    const capitals = token === token.toUpperCase() && rest === rest.toUpperCase();
    return capitals && !hyphenated.has(`${token}-${rest}`.toLowerCase()) ? joined : kept;
  }
  const [whole, parted] = [`${token}${rest}`.toLowerCase(), `${token}-${rest}`.toLowerCase()];
  if (words.has(whole) || (token !== part && hyphenated.has(whole))) return joined;
  if (hyphenated.has(parted)) return kept;
  if (token === part) return PREFIXES.has(part.toLowerCase()) ? kept : joined;
  return TIES.has(part.toLowerCase()) || words.has(rest.toLowerCase()) ? kept : joined;
}

/** A hyphen that stretched setting moved off its word, and no dash: what it parts are no words by themselves. */
function isTornOff(text: string, next: string, words: ReadonlySet<string>): boolean {
  const part = wordAtEnd(text.slice(0, -2)).toLowerCase();
  const rest = /^\p{Ll}+/u.exec(next)?.[0] ?? '';
  if (rest === '') return false;
  return words.has(part + rest) || !words.has(part) || !words.has(rest);
}

/** The letters and hyphens that end a text. */
function wordAtEnd(text: string): string {
  let start = text.length;
  while (start > 0 && text.length - start < 60 && /[\p{L}\u2010-]/u.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}
