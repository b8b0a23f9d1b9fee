import type { Candidate, Topic } from './candidates.ts';
import { type FeatureName, softmax } from './features/index.ts';
import { maskOf } from './features/lexical.ts';
import type { AnswerType } from './noun-classes.ts';
import type { ConfidenceLevel } from './types.ts';

/** What the confidence is computed from; every value is about 0 to 1 and means the same in a small and a large corpus. */
export const CONFIDENCE_FEATURES = [
  'bias',
  'score',
  'lead',
  'certainty',
  'coverage',
  'coverageAround',
  'coverageNear',
  'otherWords',
  'otherWordsSoft',
  'rarestMissing',
  'unknownWords',
  'unknownName',
  'namesAround',
  'fits',
  'lacksQuantity',
  'support',
  'fitNear',
  'pooledElsewhere',
  'coverageOfClause',
  'withinReach',
  'stale',
  'definition',
  'undefined',
  'fewWords',
  'small',
  'small:score',
  'small:certainty',
  'small:coverageAround',
  'small:support',
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];
/** Features that are not named weigh nothing. */
export type ConfidenceWeights = Readonly<Partial<Record<ConfidenceFeature, number>>>;

export interface ConfidenceParameters {
  readonly weights: ConfidenceWeights;
  /** Below this an answer is no answer. */
  readonly answerFrom: number;
  readonly likelyFrom: number;
  readonly strongFrom: number;
}

/**
 * What no question of the training data teaches, set by hand: hardly one of them asks who or what something is, and a fit
 * to a handful is worse than a guess.
 */
export const UNTAUGHT_WEIGHTS = { definition: 2.5, undefined: -1.5 } as const satisfies ConfidenceWeights;

/**
 * For a corpus of a few articles, set by hand: the news questions that the trained weights come from ask a corpus of
 * thousands, and hardly one of them asks who or what something is.
 */
export const SMALL_CORPUS_WEIGHTS: ConfidenceWeights = {
  bias: -5.2,
  coverageAround: 3,
  certainty: 1.5,
  lead: 0.5,
  otherWordsSoft: 3,
  rarestMissing: -1,
  unknownWords: -5.5,
  unknownName: -2,
  namesAround: 0.5,
  fits: 1,
  lacksQuantity: -3,
  support: 0.5,
  ...UNTAUGHT_WEIGHTS,
  definition: 2,
  fewWords: -0.5,
};

/**
 * Estimated probability, 0 to 1, that the first candidate answers: logistic regression's output.
 * @param weights between the trained ones and `SMALL_CORPUS_WEIGHTS`, by the size of the corpus
 */
export function confidenceOf(vector: readonly number[], weights: ConfidenceWeights): number {
  const sum = CONFIDENCE_FEATURES.reduce(
    (total, name, i) => total + (weights[name] ?? 0) * (vector[i] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

export function confidenceLevel(confidence: number, parameters: ConfidenceParameters): ConfidenceLevel {
  if (confidence >= parameters.strongFrom) return 'strong';
  return confidence >= parameters.likelyFrom ? 'likely' : 'weak';
}

interface Evidence {
  readonly topic: Topic;
  /** Sentences of the corpus. */
  readonly sentences: number;
  readonly candidates: readonly Candidate[];
  /** The ranker's scores of `candidates`, best first. */
  readonly scores: readonly number[];
  /** The first candidate's best fit to the asked-for type, its support, and how far it defines the name. */
  readonly fits: number;
  readonly support: number;
  readonly definition: number;
  /** Features of the first candidate, by the names of `featuresOf`. */
  readonly featureOf: (name: FeatureName) => number;
}

/** A corpus of this many sentences is half small. */
const HALF_SMALL = 500;

/** Asked-for kinds of which a sentence without any such mention can't be the answer. */
const QUANTITIES: ReadonlySet<AnswerType> = new Set(['date', 'number', 'money', 'percent', 'duration']);

/** The vector behind the confidence that the first candidate answers. */
export function confidenceVector({
  topic,
  sentences,
  candidates,
  scores,
  fits,
  support,
  definition,
  featureOf,
}: Evidence): number[] {
  const first = candidates[0];
  const { terms, question, lexicon } = topic;
  const own = first?.hit.masks.own ?? 0;
  const near = first?.hit.masks.near ?? 0;
  const around =
    own | (first?.hit.masks.previous ?? 0) | (first?.hit.masks.next ?? 0) | titleMask(first, topic);
  const names = new Set(question.names.flat());
  const idfs = terms.map(({ term, idf }) => (terms.length > 2 && term === question.head ? 0 : idf));
  // The asked-for noun need not be repeated by the answer ("what share of …": "95.1% of …").
  const others = terms.map(({ term, idf }) => (names.has(term) || term === question.head ? 0 : idf));
  const unknown = terms.filter(
    (one, bit) => (idfs[bit] ?? 0) > 0 && ![one.term, ...one.others].some((term) => lexicon.has(term)),
  );
  const nameBits = terms.flatMap(({ term }, bit) => (names.has(term) ? [bit] : []));
  const chances = softmax(scores.slice(0, 20));
  // In a few articles everything is a little like the question: the same values say less there.
  const small = HALF_SMALL / (HALF_SMALL + sentences);
  const score = (scores[0] ?? 0) / 10;
  const certainty = chances[0] ?? 0;
  const coverageAround = covered(idfs, around);
  const supported = Math.min(1, support * 2);
  return [
    1,
    score,
    Math.min(1, Math.max(0, (scores[0] ?? 0) - (scores[1] ?? 0)) / 2),
    certainty,
    covered(idfs, own),
    coverageAround,
    covered(idfs, near),
    covered(others, around),
    softlyCovered(others, around, first, topic),
    idfs.some((idf, bit) => idf > 0 && bit < 2 && !bitOf(around, bit)) ? 1 : 0,
    unknown.length / Math.max(terms.length, 1),
    unknown.some(({ term }) => names.has(term)) ? 1 : 0,
    nameBits.length === 0 ? 0 : nameBits.filter((bit) => bitOf(around, bit)).length / nameBits.length,
    fits,
    QUANTITIES.has(question.type) && fits < 0.2 ? 1 : 0,
    supported,
    featureOf('fitNear'),
    featureOf('pooledElsewhere'),
    featureOf('coverageOfClause'),
    featureOf('withinReach'),
    featureOf('stale'),
    definition,
    question.defines !== undefined && definition === 0 ? 1 : 0,
    terms.length <= 1 ? 1 : 0,
    small,
    small * score,
    small * certainty,
    small * coverageAround,
    small * supported,
  ];
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
  candidate: Candidate | undefined,
  { terms, semantics }: Topic,
): number {
  let sum = 0;
  let total = 0;
  for (const [bit, weight] of weights.entries()) {
    total += weight;
    if (bitOf(mask, bit)) sum += weight;
    else if (weight > 0 && candidate !== undefined) {
      const likeness = semantics.likenessTo(terms[bit]?.term ?? '');
      let most = 0;
      for (const word of candidate.view.words) {
        if (!word.stop) most = Math.max(most, likeness(word.term));
      }
      sum += weight * most;
    }
  }
  return total === 0 ? 1 : sum / total;
}

function titleMask(candidate: Candidate | undefined, topic: Topic): number {
  return maskOf(topic, (term) => candidate?.title.terms.has(term) === true);
}
