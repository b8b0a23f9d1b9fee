import type { TaggedWord } from '../../text/wink.ts';
import type { Mention } from '../sentence/find-mentions.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';

const IN_PHRASE: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);
/** So many words at most make a phrase that is marked. */
const LONGEST = 6;

/** The noun phrases of a sentence that end with a common word, without their articles: "luxurious parks". */
export function nounPhrases({ text, words }: SentenceView, tag: (text: string) => TaggedWord[]): Mention[] {
  const found: Mention[] = [];
  let at = 0;
  let span: { start: number; end: number; pos: string; last: string } | undefined;
  const close = () => {
    if (span !== undefined && span.pos === 'NOUN' && /^\p{Ll}/u.test(span.last)) {
      const { start, end } = span;
      const from = words.findIndex((word) => word.start >= start);
      const to = words.findLastIndex((word) => word.end <= end) + 1;
      if (from >= 0 && to > from && to - from <= LONGEST) found.push({ kind: 'word', start, end, from, to });
    }
    span = undefined;
  };
  for (const { value, pos } of tag(text)) {
    const start = text.indexOf(value, at);
    if (start < 0) continue;
    at = start + value.length;
    if (IN_PHRASE.has(pos)) span = { start: span?.start ?? start, end: at, pos, last: value };
    else if (!(value === '-' && text.charAt(start - 1) !== ' ' && span !== undefined)) close();
  }
  close();
  return found;
}
