import type { Candidate } from '../candidates/read-candidates.ts';
import { flag } from '../features/feature-values.ts';
import { maskOf } from '../features/lexical.ts';
import { type AnswerType, NAMED, QUANTITIES } from '../question/answer-types.ts';
import { CONTRADICTIONS, contradictionsIn } from '../sentence/contradictions.ts';
import { tellsWhy } from '../sentence/directness.ts';
import { toldShare } from '../sentence/told-share.ts';
import type { Topic } from '../topic/topic.ts';

/** What speaks for and against a sentence as an answer, whatever else was found; each about 0 to 1. */
export const EVIDENCE = [
  'coverage',
  'coverageAround',
  'coverageNear',
  'otherWords',
  'otherWordsSoft',
  'rarestMissing',
  'unknownWords',
  'unknownName',
  'namesHere',
  'namesAround',
  'nameElsewhere',
  'fits',
  'lacksAnswer',
  'lacksQuantity',
  'lacksCause',
  'opposite',
  'untoldPredicates',
  'untoldNames',
  'lacksKind',
  ...CONTRADICTIONS,
  'definition',
  'undefined',
  'fewWords',
  'manyWords',
  'isTruth',
  'isReason',
  'isManner',
  'isThing',
] as const;

export type EvidenceName = (typeof EVIDENCE)[number];
export type Evidence = Readonly<Record<EvidenceName, number>>;

/** A sentence in which no mention fits the asked-for kind so well can't be the answer. */
const LEAST_FIT = 0.2;

/** @param definition how far the sentence defines the asked-for name, 0 to 1 */
export function evidenceOf(candidate: Candidate, topic: Topic, definition: number): Evidence {
  const { terms, question, lexicon } = topic;
  const { view, hit, answers } = candidate;
  const { own, near, previous, next } = hit.masks;
  const title = maskOf(topic, (term) => candidate.context.has(term));
  const around = own | previous | next | title;
  const names = new Set(question.names.flat());
  const idfs = terms.map(({ term, idf }) => (terms.length > 2 && term === question.head ? 0 : idf));
  // The asked-for noun need not be repeated by the answer ("what share of …": "95.1% of …").
  const others = terms.map(({ term, idf }) => (names.has(term) || term === question.head ? 0 : idf));
  const unknown = terms.filter(
    (one, bit) => (idfs[bit] ?? 0) > 0 && ![one.term, ...one.others].some((term) => lexicon.has(term)),
  );
  const nameBits = terms.flatMap(({ term }, bit) => (names.has(term) ? [bit] : []));
  const namesIn = (mask: number) =>
    nameBits.length === 0 ? 0 : nameBits.filter((bit) => bitOf(mask, bit)).length / nameBits.length;
  const fits = answers.reduce((most, { fit }) => Math.max(most, fit), 0);
  const told = toldShare(candidate, topic);
  const type = (wanted: AnswerType) => flag(question.type === wanted);
  return {
    coverage: covered(idfs, own),
    coverageAround: covered(idfs, around),
    coverageNear: covered(idfs, near),
    otherWords: covered(others, around),
    otherWordsSoft: softlyCovered(others, around, candidate, topic),
    rarestMissing: flag(idfs.some((idf, bit) => idf > 0 && bit < 2 && !bitOf(around, bit))),
    unknownWords: unknown.length / Math.max(terms.length, 1),
    unknownName: flag(unknown.some(({ term }) => names.has(term))),
    namesHere: namesIn(own | title),
    namesAround: namesIn(around),
    // The sentence speaks of somebody else, where the question's name is not.
    nameElsewhere: flag(
      nameBits.length > 0 && namesIn(around) < 1 && view.mentions.some(({ kind }) => kind === 'name'),
    ),
    fits,
    lacksAnswer: flag(NAMED.has(question.type) && fits < LEAST_FIT),
    lacksQuantity: flag(QUANTITIES.has(question.type) && fits < LEAST_FIT),
    lacksCause: flag(question.type === 'reason' && !tellsWhy(view.text)),
    opposite: oppositesIn(candidate, topic),
    untoldPredicates: 1 - told.predicates,
    untoldNames: 1 - told.names,
    lacksKind: flag(!told.hasKind),
    ...contradictionsIn(candidate, topic),
    definition,
    undefined: flag(question.defines !== undefined && definition === 0),
    fewWords: flag(terms.length <= 1),
    manyWords: Math.min(1, terms.length / 12),
    isTruth: type('truth'),
    isReason: type('reason'),
    isManner: type('manner'),
    isThing: type('thing'),
  };
}

const bitOf = (mask: number, bit: number): boolean => ((mask >>> bit) & 1) === 1;

/** Weighted share of the terms whose bit is set; 1 when there is nothing to cover. */
function covered(weights: readonly number[], mask: number): number {
  let sum = 0;
  let total = 0;
  for (const [bit, weight] of weights.entries()) {
    total += weight;
    if (bitOf(mask, bit)) sum += weight;
  }
  return total === 0 ? 1 : sum / total;
}

/** As `covered`, a missing word counting as far as the sentence has one that means nearly the same. */
function softlyCovered(
  weights: readonly number[],
  mask: number,
  { view }: Candidate,
  { terms, semantics }: Topic,
): number {
  let sum = 0;
  let total = 0;
  for (const [bit, weight] of weights.entries()) {
    total += weight;
    if (bitOf(mask, bit)) sum += weight;
    else if (weight > 0) sum += weight * semantics.nearestTo(terms[bit]?.term ?? '', view.words);
  }
  return total === 0 ? 1 : sum / total;
}

/** Words of the question that the sentence lacks and says the opposite of: "worst" where "best" was asked for. */
function oppositesIn({ view }: Candidate, { question, opposites }: Topic): number {
  const found = question.words.filter(
    ({ term }) => !view.terms.has(term) && opposites(term).some((other) => view.terms.has(other)),
  );
  return Math.min(1, found.length / 2);
}
