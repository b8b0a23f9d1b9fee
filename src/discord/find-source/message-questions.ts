import { withoutMarkup } from '../../answer/question/unwrap/strip-markup.ts';
import { plainCharacters } from '../../text/plain-characters.ts';
import { clip, oneLine } from '../replies/fit-text.ts';

export const MESSAGE_QUESTIONS_DEFAULTS = {
  /** A message of at most so many characters is also asked as a whole. */
  whole: 300,
  /** Sentences that are asked; what is beyond stands in messages that nobody writes by hand. */
  sentences: 24,
  /** Characters of one of them. */
  question: 1000,
  /** Words that a sentence must have to say anything. */
  words: 3,
} as const;

const SENTENCES = { granularity: 'sentence' } as const;

/** What a message could be asked about. */
interface MessageQuestions {
  /** All of it; absent when it is long, or holds no words. */
  readonly whole?: string;
  /** In the order of the message, each once. */
  readonly sentences: readonly string[];
  /** Sentences beyond those. */
  readonly unread: number;
}

/** Takes a message apart into questions. Markup, addresses and small print are no part of them. */
export function messageQuestions(texts: readonly string[]): MessageQuestions {
  const { whole, sentences, question } = MESSAGE_QUESTIONS_DEFAULTS;
  const lines = texts.flatMap((text) => linesOf(text));
  const all = oneLine(lines.join(' '));
  if (!/\p{L}|\p{N}/u.test(all)) return { sentences: [], unread: 0 };
  const single = [...new Set(lines.flatMap(sentencesOf).filter(saysSomething))].map((text) =>
    clip(text, question),
  );
  const asksWhole = all.length <= whole || single.length === 0;
  return {
    ...(asksWhole && { whole: clip(all, question) }),
    sentences: single.slice(0, sentences),
    unread: Math.max(0, single.length - sentences),
  };
}

/** Discord's small print begins a line with `-#`: it tells of the message, not what it says. */
function linesOf(text: string): string[] {
  const kept = text.split('\n').filter((line) => !line.startsWith('-# '));
  return withoutMarkup(plainCharacters(kept.join('\n')))
    .split('\n')
    .map(oneLine)
    .filter(Boolean);
}

function sentencesOf(line: string): string[] {
  return [...new Intl.Segmenter('en', SENTENCES).segment(line)].map(({ segment }) => segment.trim());
}

function saysSomething(sentence: string): boolean {
  return (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length >= MESSAGE_QUESTIONS_DEFAULTS.words;
}
