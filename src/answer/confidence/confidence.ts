import type { ConfidenceLevel } from '../answer.ts';
import { inOrder } from '../features/feature-values.ts';
import { FEATURE_NAMES, softmax } from '../features/index.ts';
import { TRAITS, type Trait, type Traits } from '../ranking/corpus-traits.ts';
import { EVIDENCE } from './evidence.ts';

/** How the first candidate stands among the others, by the ranker's scores. */
const STANDING = ['score', 'lead', 'leadOfArticle', 'certainty', 'certaintyOfArticle'] as const;
type StandingName = (typeof STANDING)[number];

/** What counts for more or less in another kind of corpus. */
const CROSSED = [
  'score',
  'certainty',
  'coverageAround',
  'first:restSoft',
  'first:fitNear',
  'first:pooledOfBest',
] as const;

/**
 * What the confidence is computed from: how the first candidate stands, what speaks for and against it, its ranking
 * features, and the kind of corpus.
 */
export const CONFIDENCE_FEATURES = [
  'bias',
  ...STANDING,
  ...EVIDENCE,
  ...FEATURE_NAMES.map((name) => `first:${name}` as const),
  ...TRAITS,
  ...TRAITS.flatMap((trait) => CROSSED.map((name) => `${trait}*${name}` as const)),
] as const;

/** Where the crossed features stand among them. */
const CROSSED_PLACES: readonly number[] = CROSSED.map((name) => CONFIDENCE_FEATURES.indexOf(name));

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];
/** Features that are not named weigh nothing. */
export type ConfidenceWeights = Readonly<Record<string, number>>;

/** Where the levels of a corpus begin. */
export interface Levels {
  /** Below this an answer is no answer. */
  readonly answerFrom: number;
  readonly likelyFrom: number;
  readonly strongFrom: number;
}

export interface ConfidenceParameters extends Omit<Levels, 'answerFrom'> {
  readonly weights: ConfidenceWeights;
  /**
   * Up to ten articles, and from six hundred on: among many, something looks like an answer to any question. More so among
   * many short ones (`many`: single paragraphs) than among many whole articles (`manyWhole`).
   */
  readonly answerFrom: { readonly few: number; readonly many: number; readonly manyWhole: number };
}

/** What the confidence looks at. */
export interface ConfidenceView {
  /** The ranker's scores of all candidates and the articles they stand in, best first. */
  readonly scores: readonly number[];
  readonly articles: readonly unknown[];
  /** Of the first candidate: the values of `EVIDENCE` and of `FEATURE_NAMES`, in their order. */
  readonly evidence: readonly number[];
  readonly vector: readonly number[];
  readonly traits: Traits;
}

/** The vector behind the confidence that the first candidate answers, in the order of `CONFIDENCE_FEATURES`. */
export function confidenceVector({ scores, articles, evidence, vector, traits }: ConfidenceView): number[] {
  const seen = [
    1,
    ...inOrder(STANDING, standingOf(scores, articles)),
    ...EVIDENCE.map((_, i) => evidence[i] ?? 0),
    ...FEATURE_NAMES.map((_, i) => vector[i] ?? 0),
  ];
  const weighed = TRAITS.map((_, t) => traits[t] ?? 0);
  return [
    ...seen,
    ...weighed,
    ...weighed.flatMap((trait) => CROSSED_PLACES.map((at) => trait * (seen[at] ?? 0))),
  ];
}

/** How many candidates the shares are taken over. */
const CONSIDERED = 20;

function standingOf(
  scores: readonly number[],
  articles: readonly unknown[],
): Readonly<Record<StandingName, number>> {
  const chances = softmax(scores.slice(0, CONSIDERED));
  const [first = 0, second = first] = scores;
  const other = scores.find((_, i) => articles[i] !== articles[0]) ?? first - 2;
  const ofArticle = chances.reduce((sum, chance, i) => (articles[i] === articles[0] ? sum + chance : sum), 0);
  return {
    score: first / 10,
    lead: Math.min(1, Math.max(0, first - second) / 2),
    leadOfArticle: Math.min(1, Math.max(-1, (first - other) / 2)),
    certainty: chances[0] ?? 0,
    certaintyOfArticle: ofArticle,
  };
}

/** Estimated probability, 0 to 1, that the first candidate answers: logistic regression's output. */
export function confidenceOf(vector: readonly number[], weights: ConfidenceWeights): number {
  const sum = CONFIDENCE_FEATURES.reduce(
    (total, name, i) => total + (weights[name] ?? 0) * (vector[i] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** The trait `articles` of ten articles, and of six hundred. */
const FEW = 0.25;
const MANY = 0.7;

/** The trait `length` of an article of six sentences, and of sixteen. */
const PARAGRAPH = 0.31;
const WHOLE = 0.48;

/** The levels for a corpus of some traits. */
export function levelsFor(
  { answerFrom: { few, many, manyWhole }, likelyFrom, strongFrom }: ConfidenceParameters,
  traits: Traits,
): Levels {
  const trait = (name: Trait): number => traits[TRAITS.indexOf(name)] ?? 0;
  const most = between(many, manyWhole, (trait('length') - PARAGRAPH) / (WHOLE - PARAGRAPH));
  const least = between(few, most, (trait('articles') - FEW) / (MANY - FEW));
  return { answerFrom: Math.min(least, likelyFrom), likelyFrom, strongFrom };
}

/** From one number to another by a share, which is cut to 0 to 1. */
const between = (from: number, to: number, share: number): number =>
  from + Math.min(1, Math.max(0, share)) * (to - from);

export function confidenceLevel(confidence: number, { likelyFrom, strongFrom }: Levels): ConfidenceLevel {
  if (confidence >= strongFrom) return 'strong';
  return confidence >= likelyFrom ? 'likely' : 'weak';
}
