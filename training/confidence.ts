import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  type ConfidenceParameters,
  confidenceVector,
} from '../src/answer/confidence/confidence.ts';
import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import { type FittedRanker, scoreQuestion } from './fitted-ranker.ts';
import { levelFrom, type Weighed } from './levels.ts';
import { type Example, fitLogistic, probability, type Shrinkage } from './logistic.ts';
import type { Matrix, MatrixQuestion } from './matrix.ts';

export interface ConfidenceChoices {
  readonly l2: readonly number[];
  /** See `Shrinkage`. */
  readonly leastSpread: number;
  /**
   * How many times as strongly as the evidence the ranking features are drawn to zero, and what counts for more in one
   * kind of corpus: they tell much of the kinds that were learnt from, and little of another.
   */
  readonly unsteady: { readonly ranking: number; readonly crossed: number };
  readonly folds: number;
  /**
   * From which probability on a first sentence is shown as an answer, with few articles, with many, and with many that
   * are more than a paragraph. Measured, so
   * that no more than about an eighth of the questions to a large corpus get a wrong answer; a small one is asked what
   * its host knows to be there.
   */
  readonly answerFrom: ConfidenceParameters['answerFrom'];
  /** Shares of right first sentences that the levels promise, in every kind of corpus as far as can be told. */
  readonly likely: number;
  readonly strong: number;
}

export const CONFIDENCE_CHOICES: ConfidenceChoices = {
  l2: [1e-3, 3e-3, 1e-2],
  leastSpread: 0.2,
  unsteady: { ranking: 5, crossed: 5 },
  folds: 5,
  answerFrom: { few: 0.31, many: 0.61, manyWhole: 0.54 },
  likely: 0.64,
  strong: 0.84,
};

/** Ranking features, and what is crossed with them, that speak alike for an answer in every kind of corpus. */
const STEADY: ReadonlySet<ConfidenceFeature> = new Set([
  'first:articleMass',
  'first:pooledOfBest',
  'first:pooledWhereCovered',
  'first:fitNearPooled',
  'first:told',
  'first:supportName',
  'first:capitals',
  'first:overlap',
  'first:titleTimesFit',
  'dated*score',
  'dated*certainty',
  'dated*first:pooledOfBest',
]);

/** By column, how strongly the confidence's weights are drawn to zero. */
function shrinkageOf({ leastSpread, unsteady }: ConfidenceChoices): Shrinkage {
  const pulls = CONFIDENCE_FEATURES.map((name) => {
    if (STEADY.has(name)) return 1;
    if (name.includes('*')) return unsteady.crossed;
    return name.startsWith('first:') ? unsteady.ranking : 1;
  });
  return { pulls, leastSpread };
}

/** One question's first sentence, as a ranker put it that had not learnt from the question. */
export interface FirstCandidate {
  readonly question: MatrixQuestion;
  readonly label: boolean;
  readonly vector: readonly number[];
  readonly weight: number;
}

export interface Judgement {
  readonly first: FirstCandidate;
  readonly confidence: number;
  readonly label: boolean;
}

export interface ConfidenceFit {
  /** On the features' own scale, in their order; learnt from all firsts. */
  readonly weights: Float64Array;
  /** By fold, learnt from the others' firsts. */
  readonly parts: readonly Float64Array[];
  readonly answerFrom: ConfidenceParameters['answerFrom'];
  readonly likelyFrom: number;
  readonly strongFrom: number;
  /** Confidences stated by a fit that saw nothing of the question's group. */
  readonly judgements: readonly Judgement[];
  readonly l2: number;
}

/**
 * What the confidence sees of each question under a ranker that did not learn from it. Where the first sentence may be
 * right by accident, nobody can tell, and there is nothing to learn.
 */
export function seeFirst(
  matrix: Matrix,
  rankerOf: (question: MatrixQuestion) => FittedRanker,
): FirstCandidate[] {
  const sizes = new Map<string, number>();
  for (const { kind } of matrix.questions) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  return matrix.questions.flatMap((question): FirstCandidate[] => {
    const scores = scoreQuestion(matrix, question, rankerOf(question));
    const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const [first] = order;
    if (first === undefined) return [];
    const row = question.from + first;
    if (matrix.doubtful[row] === 1) return [];
    const width = matrix.names.length;
    const values = [...matrix.values.subarray(row * width, (row + 1) * width)];
    const vector = confidenceVector({
      scores: order.map((i) => scores[i] ?? 0),
      articles: order.map((i) => matrix.articles[question.from + i]),
      evidence: values.slice(FEATURE_NAMES.length),
      vector: values.slice(0, FEATURE_NAMES.length),
      traits: question.traits,
    });
    const weight = (sizes.get(question.kind) ?? 1) ** -0.5;
    return [{ question, label: matrix.relevant[row] === 1, vector, weight }];
  });
}

/** Fits the confidence and chooses its thresholds on confidences that were stated without having seen the group. */
export function fitConfidence(
  firsts: readonly FirstCandidate[],
  foldOf: (question: MatrixQuestion) => number,
  choices: ConfidenceChoices = CONFIDENCE_CHOICES,
): ConfidenceFit {
  const fits = choices.l2.map((l2) => ({ l2, ...judgeUnseen(firsts, foldOf, l2, choices) }));
  const best = fits.reduce((a, b) => (logLoss(b.judgements) < logLoss(a.judgements) ? b : a));
  const { judgements, parts, l2 } = best;
  const kinds = kindsOf(judgements);
  const strongFrom = levelFrom(kinds, choices.strong, 1);
  const likelyFrom = levelFrom(kinds, choices.likely, strongFrom);
  return {
    weights: fitLogistic(examplesOf(firsts), l2, shrinkageOf(choices)),
    parts,
    answerFrom: choices.answerFrom,
    likelyFrom: round(likelyFrom),
    strongFrom: round(strongFrom),
    judgements,
    l2,
  };
}

/** Judgements of the kinds that are large enough to tell, each with as many questions without an answer as with one. */
function kindsOf(judgements: readonly Judgement[]): Weighed[][] {
  const kinds = Map.groupBy(judgements, ({ first }) => first.question.kind);
  return [...kinds.values()]
    .filter((members) => members.length >= FEWEST_JUDGED)
    .map((members) => {
      const able = members.filter(({ first }) => first.question.answerable).length;
      const perOther = able / Math.max(members.length - able, 1);
      return members.map(({ confidence, label, first }) => ({
        confidence,
        label,
        weight: first.question.answerable ? 1 : perOther,
      }));
    });
}

const FEWEST_JUDGED = 300;

function judgeUnseen(
  firsts: readonly FirstCandidate[],
  foldOf: (question: MatrixQuestion) => number,
  l2: number,
  choices: ConfidenceChoices,
): Pick<ConfidenceFit, 'judgements' | 'parts'> {
  const shrinkage = shrinkageOf(choices);
  const parts = Array.from({ length: choices.folds }, (_, fold) =>
    fitLogistic(examplesOf(firsts.filter(({ question }) => foldOf(question) !== fold)), l2, shrinkage),
  );
  const judgements = parts.flatMap((weights, fold) =>
    firsts
      .filter(({ question }) => foldOf(question) === fold)
      .map((first) => ({
        first,
        label: first.label,
        confidence: probability(first.vector, weights),
      })),
  );
  return { judgements, parts };
}

const examplesOf = (firsts: readonly FirstCandidate[]): Example[] =>
  firsts.map(({ vector, label, weight }) => ({ vector, label, weight }));

function logLoss(judgements: readonly Judgement[]): number {
  return judgements.reduce((sum, { confidence, label, first }) => {
    const stated = Math.max(label ? confidence : 1 - confidence, 1e-9);
    return sum - first.weight * Math.log(stated);
  }, 0);
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
