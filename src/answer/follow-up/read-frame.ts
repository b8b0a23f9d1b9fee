import type { TaggedWord } from '../../text/wink.ts';
import { isParticiple, isPast } from './verb-forms.ts';

/** Words in order, as they were written. */
export type Words = readonly string[];

/** A question taken apart; its words are those that were written. */
export type Frame =
  /** "Who captured Daraa in 2018": the answer does it. */
  | {
      readonly kind: 'subject';
      readonly asked: Words;
      /** "has", "will", "was": before the verb. */
      readonly auxiliary?: string;
      readonly verb: string;
      /** "up" of "set up". */
      readonly particle?: string;
      /** Empty: the verb has none. */
      readonly object: Words;
      readonly rest: Words;
    }
  /** "When did the bridge open", "why was Daraa captured": subject and verb are named. */
  | { readonly kind: 'adjunct'; readonly asked: Words; readonly auxiliary: string; readonly clause: Words }
  /** "Who is the mayor of Daraa", "where is Daraa": something is something. */
  | { readonly kind: 'copula'; readonly asked: Words; readonly auxiliary: string; readonly thing: Words }
  /** "Battle of Daraa": no sentence. */
  | { readonly kind: 'phrase'; readonly thing: Words };

const QUESTION_WORD = /^(?:who|whom|whose|what|which|when|where|why|how)$/i;
const BE = /^(?:is|are|was|were)$/i;
const AUXILIARY =
  /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must)$/i;
const PARTICLE = /^(?:up|out|off|down|over|away|back)$/i;
/** What stands between a question word and its verb, and is none. */
const MODIFIER = /^(?:first|last|finally|originally|really|ever|also|once|recently)$/i;

/** Takes a question apart. @param tagged its words, by `tagWords` @returns undefined when it is none of these forms */
export function readFrame(tagged: readonly TaggedWord[]): Frame | undefined {
  const words = tagged.map(({ value }) => value);
  const [first = ''] = words;
  if (words.length === 0) return undefined;
  if (AUXILIARY.test(first) && words.length > 2) return yesNo(words);
  const at = words.findIndex((word) => QUESTION_WORD.test(word));
  if (at === -1) {
    const isPhrase = words.length > 1 && !tagged.some(({ pos }) => pos === 'VERB');
    return isPhrase ? { kind: 'phrase', thing: words } : undefined;
  }
  if (at > 1) return undefined;
  return readQuestion(tagged, at);
}

function readQuestion(tagged: readonly TaggedWord[], at: number): Frame | undefined {
  const words = tagged.map(({ value }) => value);
  const verbAt = tagged.findIndex(
    ({ value, pos }, i) =>
      i > at &&
      (AUXILIARY.test(value) || (pos === 'VERB' && !describes(tagged, i)) || isVerbLike(tagged, i, at)),
  );
  if (verbAt === -1) return undefined;
  const asked = words.slice(0, verbAt).filter((word) => !MODIFIER.test(word));
  const verb = words[verbAt] ?? '';
  const rest = words.slice(verbAt + 1);
  if (!AUXILIARY.test(verb)) return subjectFrame(asked, undefined, verb, tagged.slice(verbAt + 1));
  const next = tagged[verbAt + 1];
  if (next === undefined) return undefined;
  // "Who was killed", "who has captured", "which team will win": the answer comes before the verb.
  const isSubject =
    /^(?:who|what|which|whose|how)$/i.test(asked[0] ?? '') && startsWithVerb(tagged.slice(verbAt + 1), verb);
  if (isSubject) return subjectFrame(asked, verb, next.value, tagged.slice(verbAt + 2));
  if (BE.test(verb) && !hasPredicate(tagged.slice(verbAt + 1)))
    return { kind: 'copula', asked, auxiliary: verb, thing: rest };
  return { kind: 'adjunct', asked, auxiliary: verb, clause: rest };
}

function yesNo(words: Words): Frame {
  const [auxiliary = '', ...clause] = words;
  return { kind: 'adjunct', asked: [], auxiliary: auxiliary.toLowerCase(), clause };
}

function subjectFrame(
  asked: Words,
  auxiliary: string | undefined,
  verb: string,
  after: readonly TaggedWord[],
): Frame {
  const particle = after[0] !== undefined && PARTICLE.test(after[0].value) ? after[0].value : undefined;
  const tail = particle === undefined ? after : after.slice(1);
  const end = tail.findIndex(
    ({ value, pos }, i) => (pos === 'ADP' && value !== 'of') || (i > 0 && pos === 'PUNCT'),
  );
  const object = (end === -1 ? tail : tail.slice(0, end)).map(({ value }) => value);
  const rest = (end === -1 ? [] : tail.slice(end)).map(({ value }) => value);
  return {
    kind: 'subject',
    asked,
    ...(auxiliary !== undefined && { auxiliary }),
    verb,
    ...(particle !== undefined && { particle }),
    object,
    rest,
  };
}

/** "The captured city": the participle belongs to the noun. */
function describes(tagged: readonly TaggedWord[], i: number): boolean {
  const before = tagged[i - 1]?.pos;
  const after = tagged[i + 1]?.pos;
  return (before === 'DET' || before === 'ADJ') && (after === 'NOUN' || after === 'PROPN');
}

/** A past form right after the question word is its verb, whatever the tagger took it for. */
function isVerbLike(tagged: readonly TaggedWord[], i: number, at: number): boolean {
  const isWho = /^(?:who|what)$/i.test(tagged[at]?.value ?? '');
  return isWho && i === at + 1 && isPast(tagged[i]?.value ?? '');
}

/** Whether words after an auxiliary begin with the verb that goes with it. */
function startsWithVerb(after: readonly TaggedWord[], auxiliary: string): boolean {
  const [first] = after.filter(({ value }) => !MODIFIER.test(value));
  if (first === undefined) return false;
  if (/^(?:do|does|did)$/i.test(auxiliary)) return false;
  if (BE.test(auxiliary)) return isParticiple(first.value) || /ing$/i.test(first.value);
  return first.pos === 'VERB' || isParticiple(first.value);
}

/** Whether a thing is said to be done, or to be doing: "Daraa captured", "the talks going". */
function hasPredicate(clause: readonly TaggedWord[]): boolean {
  return clause.some(
    ({ value, pos }, i) =>
      i > 0 &&
      !describes(clause, i) &&
      (isParticiple(value) ||
        (pos === 'VERB' && /ing$/i.test(value)) ||
        (pos === 'ADJ' && i === clause.length - 1)),
  );
}
