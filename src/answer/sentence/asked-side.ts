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
  { text, words }: Pick<SentenceView, 'text' | 'words'>,
  { question, semantics }: Pick<Topic, 'question' | 'semantics'>,
): (mention: Mention) => Side {
  const { verb } = question;
  if (verb === undefined) return () => NOWHERE;
  const likeness = semantics.likenessTo(verb.term);
  let at = -1;
  let most = LEAST_LIKENESS;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || word.stop) continue;
    const like = likeness(word.term);
    if (like > most) {
      most = like;
      at = i;
    }
  }
  if (at < 0) return () => NOWHERE;
  const asksBefore = verb.asksSubject !== (isDoneBy({ text, words }, at) && !asksWhoSuffered(question));
  return ({ from, to }) => {
    if (to <= at) return { closeness: 1 / (1 + (at - to) / HALF), isAsked: asksBefore };
    if (from > at) return { closeness: 1 / (1 + (from - at - 1) / HALF), isAsked: !asksBefore };
    return NOWHERE;
  };
}

/** In how many words behind a participle its "by" stands: "was sold in May by". */
const BY_WITHIN = 3;
const PARTICIPLE = /(?:ed|en|wn|ne|ung|un|um|ght|lt|ade|old|eld|et|ut|ot|id|ad|aid|uilt|ent|on)$/i;

/** "The mill was sold by Bo Vane": who did it stands behind the verb. */
function isDoneBy({ text, words }: Pick<SentenceView, 'text' | 'words'>, at: number): boolean {
  const raw = (i: number): string => text.slice(words[i]?.start ?? 0, words[i]?.end ?? 0).toLowerCase();
  if (!PARTICIPLE.test(raw(at))) return false;
  for (let i = at + 1; i <= at + BY_WITHIN; i++) if (raw(i) === 'by') return true;
  return false;
}

const BE = /^(?:is|are|was|were|be|been|being|got|get)$/i;

/** "Who was arrested": whom it was done to is asked, and stands before the verb also where it is told by whom. */
function asksWhoSuffered({ text, words, verb }: Topic['question']): boolean {
  const at = words.findIndex(({ term }) => term === verb?.term);
  const before = words[at - 1];
  return before !== undefined && BE.test(text.slice(before.start, before.end));
}
