import { isLight } from '../question/light-words.ts';
import type { Topic } from '../topic/topic.ts';
import type { Candidate } from './read-candidates.ts';

/** A longer question says enough else. */
const MOST_TERMS = 5;
/** Which share of a term's occurrences, smoothed, has a capital when it is a name. */
const NAME = 0.3;

/**
 * Whether a sentence only repeats the names of a short question and nothing of what is asked of them, in no other words
 * either, nor does what stands around it: "who inspected the Harbour Guard" of a sentence that merely mentions the guard.
 */
export function lacksPredicate({ view, hit, context }: Candidate, topic: Topic): boolean {
  const { question, terms, lexicon, told } = topic;
  if (question.defines !== undefined || question.attribute !== undefined || terms.length > MOST_TERMS)
    return false;
  const around = hit.masks.near | hit.masks.context;
  const { verb } = question;
  const asks = question.asks === 'yes-no' && verb !== undefined && !isLight(verb.term, question.text);
  const asked = asks ? terms.findIndex(({ term }) => term === verb.term) : -1;
  // Whether submarines sink ships is not told by what only has submarines, and ships near them.
  if (asked >= 0 && ((around >>> asked) & 1) === 0 && !tells(terms[asked], view)) return true;
  let predicates = 0;
  for (const [bit, { term, others }] of terms.entries()) {
    if (isName(term, question.names, lexicon.profile(term).capital)) continue;
    predicates++;
    if (((around >>> bit) & 1) === 1 || [term, ...others].some((word) => context.has(word))) return false;
  }
  return predicates > 0 && predicates < terms.length && !view.words.some(({ term }) => told.has(term));
}

const tells = (asked: Topic['terms'][number] | undefined, { words }: Candidate['view']): boolean =>
  words.some(({ term }) => asked?.told.has(term) === true || asked?.same.has(term) === true);

const isName = (term: string, names: Topic['question']['names'], capital: number): boolean =>
  capital >= NAME || names.some((name) => name.includes(term));
