import type { Span } from '../../answer/answer.ts';
import { withoutLastWord } from '../../text/trim-ends.ts';
import { blockQuote, bold, escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { wholeCharacters } from '../replies/fit-text.ts';
import type { Words } from '../words/words.ts';

/** A slice of an article's text, and what of it is to stand out. */
export interface Quotable {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where to start instead when the whole does not fit: the sentence without the one that introduces it. */
  readonly core?: number;
  readonly strong?: Span;
}

export interface Quote {
  /**
   * A block quote in quotation marks; an ellipsis stands outside of them when the end is cut off. A line below it says
   * so when something of the slice cannot be shown.
   */
  readonly markdown: string;
  /** The slice that is shown. */
  readonly start: number;
  readonly end: number;
  readonly shortened: boolean;
}

/** What no message shows: characters that turn the direction of writing, and control characters. */
const UNSHOWABLE = /[[\u202A-\u202E\u2066-\u2069\p{Cc}]--[\n\t]]/gv;

/** Ends of sentences, with the marks that close a quotation. */
const SENTENCE_END = /[.!?…]["'”’)\]»]*(?=\s)/g;

/**
 * A quotation as Discord's Markdown. What stands between the quotation marks is always one slice of the text: when it
 * does not fit it is cut at its end only, after a sentence, else after a word. Characters that no message can carry
 * are left out, and that is said.
 * @param max UTF-16 units that the Markdown may take, at least 20
 */
export function quoteMarkdown(passage: Quotable, max: number, words: Words): Quote {
  const whole = render(passage, passage.start, passage.end, words);
  if (whole.markdown.length <= max) return whole;
  const start = passage.core ?? passage.start;
  const core = render(passage, start, passage.end, words);
  if (core.markdown.length <= max) return core;
  for (let end = passage.end, last = core; ; last = render(passage, start, end, words)) {
    if (last.markdown.length <= max || end <= start) return last;
    const share = max / last.markdown.length;
    const guess = Math.min(end - 1, start + Math.floor((end - start) * share));
    end = cut(passage.text, start, guess);
  }
}

function render({ text, strong, end: whole }: Quotable, start: number, end: number, words: Words): Quote {
  const from = Math.max(start, Math.min(end, strong?.[0] ?? end));
  const to = Math.max(from, Math.min(end, strong?.[1] ?? end));
  const slices = [text.slice(start, from), text.slice(from, to), text.slice(to, end)];
  const [before, focus, after] = slices.map((slice) => escapeMarkdown(slice.replace(UNSHOWABLE, '')));
  const exact = slices.every((slice) => slice.search(UNSHOWABLE) === -1 && slice.isWellFormed());
  const shortened = end < whole;
  const quote = blockQuote(`“${before}${bold(focus ?? '')}${after}”${shortened ? ' …' : ''}`);
  return {
    markdown: exact ? quote : `${quote}\n${subtext(words.say('quote.inexact'))}`,
    start,
    end,
    shortened,
  };
}

/** The best place to end at or before `guess`: a sentence in its second half, else a word, else a character. */
function cut(text: string, start: number, guess: number): number {
  const room = text.slice(start, wholeCharacters(text, guess));
  const sentence =
    [...`${room} `.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length).at(-1) ?? 0;
  if (sentence > room.length / 2) return start + sentence;
  const word = withoutLastWord(room).length;
  return start + (word > room.length / 2 ? word : room.length);
}
