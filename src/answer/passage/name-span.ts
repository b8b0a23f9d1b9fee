import type { Word } from '../../text/terms.ts';
import type { Span } from '../answer.ts';
import type { Mention } from '../sentence/find-mentions.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';

/** A part of a text without the "'s" behind it. */
export function withoutPossessive(text: string, start: number, end: number): Span {
  return [start, end - (/['’]s?$/.exec(text.slice(start, end))?.[0].length ?? 0)];
}

/**
 * A name without the "'s" behind it and without what stands before it: "Minister" in "Minister Ada Quill".
 * @param isBefore whether a word of it is no part of the name itself; the last one always is
 */
export function nameSpan(
  { text, words }: SentenceView,
  { start, end, from, to }: Mention,
  isBefore: (word: Word, raw: string) => boolean,
): Span {
  const before = words
    .slice(from, to - 1)
    .findLastIndex((word) => isBefore(word, text.slice(word.start, word.end)));
  return withoutPossessive(text, words[from + before + 1]?.start ?? start, end);
}
