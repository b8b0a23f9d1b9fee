import type { Topic } from '../topic/topic.ts';
import type { Mention } from './find-mentions.ts';
import type { SentenceView } from './sentence-views.ts';

/** Where a mention stands to the sentence's word for what the question's verb says. */
export interface Side {
  /** 1 right beside the verb, 0 when the sentence has no such verb or the mention holds it. */
  readonly closeness: number;
  /** Whether it is the side on which the asked-for thing stands in a plain statement. */
  readonly isAsked: boolean;
}

/** A word at least this near in meaning to the verb stands for it: "buy" for "purchase". */
const LEAST_LIKENESS = 0.5;
/** At this distance from the verb, in words, a mention counts half. */
const HALF = 6;
const NOWHERE: Side = { closeness: 0, isAsked: false };

/** Finds the verb once; the function that comes out places the sentence's mentions. */
export function createSideFinder(
  { words }: SentenceView,
  { question, semantics }: Pick<Topic, 'question' | 'semantics'>,
): (mention: Mention) => Side {
  const { verb } = question;
  if (verb === undefined) return () => NOWHERE;
  const likeness = semantics.likenessTo(verb.term);
  let at = -1;
  let most = LEAST_LIKENESS;
  for (const [i, word] of words.entries()) {
    if (word.stop) continue;
    const like = likeness(word.term);
    if (like > most) {
      most = like;
      at = i;
    }
  }
  if (at < 0) return () => NOWHERE;
  return ({ from, to }) => {
    if (to <= at) return { closeness: 1 / (1 + (at - to) / HALF), isAsked: verb.asksSubject };
    if (from > at) return { closeness: 1 / (1 + (from - at - 1) / HALF), isAsked: !verb.asksSubject };
    return NOWHERE;
  };
}
