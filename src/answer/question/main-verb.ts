import type { TaggedWord } from '../../text/wink.ts';

/** What happens in the clause that asks, and on which side of it the answer stands in a plain statement. */
export interface MainVerb {
  readonly value: string;
  /** "Who bought Twitter?" asks for what stands before the verb, "what did Musk buy?" for what stands after it. */
  readonly asksSubject: boolean;
}

const OPENS_NOUN_PHRASE = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM']);

/**
 * The verb that goes with the question word: the first after it that does not describe a noun, else the last before it
 * ("Musk bought which company?").
 * @param at the place of the question word
 */
export function mainVerb(tagged: readonly TaggedWord[], at: number): MainVerb | undefined {
  let asksSubject = true;
  for (let i = at + 1; i < tagged.length; i++) {
    const { value, pos } = tagged[i] ?? UNKNOWN;
    // "What did Musk", "which car is the tallest": the subject is named.
    if (pos === 'AUX' && OPENS_NOUN_PHRASE.has(tagged[i + 1]?.pos ?? '')) asksSubject = false;
    if (pos === 'VERB' && !describesNoun(tagged, i, at)) return { value, asksSubject };
  }
  const before = tagged.slice(0, at).findLast(({ pos }) => pos === 'VERB');
  return before && { value: before.value, asksSubject: false };
}

const UNKNOWN: TaggedWord = { value: '', pos: 'X' };

/** "Which hit show", "the estimated cost", but not "which team won games" nor "who has donated blood". */
function describesNoun(tagged: readonly TaggedWord[], i: number, at: number): boolean {
  const before = tagged[i - 1] ?? UNKNOWN;
  const next = tagged[i + 1] ?? UNKNOWN;
  if (next.pos !== 'NOUN' && next.pos !== 'PROPN') return false;
  if (i === at + 1) return before.value.toLowerCase() === 'which';
  return /(?:ed|ing)$/.test(tagged[i]?.value ?? '') && /^(?:DET|ADJ|ADV|ADP|PUNCT)$/.test(before.pos);
}
