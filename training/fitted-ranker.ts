import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import { type HiddenLayer, hiddenScores } from '../src/answer/ranking/hidden-layer.ts';
import { vectorsOf } from './candidate-lists.ts';
import { fitHidden } from './fit-hidden.ts';
import type { HiddenFit } from './hidden-weights.ts';
import type { Matrix, MatrixQuestion } from './matrix.ts';
import { fitTraits, scoreByTraits, type TraitVector } from './trait-fit.ts';

/** All that is learnt of the order of sentences found in a corpus. */
export interface FittedRanker {
  readonly linear: TraitVector;
  readonly layer: HiddenLayer;
}

/**
 * What the linear ranker of `fitTraits` counts in the mean of both; the rest is the hidden layer's. They err on unlike
 * questions: the one leans on what kind of corpus it is, the other on the candidates beside.
 */
const LINEAR_SHARE = 0.2;
const FEATURES = FEATURE_NAMES.length;

/** Fits both rankers on some questions, and their mean. */
export function fitRanker(matrix: Matrix, chosen: readonly MatrixQuestion[]): FittedRanker {
  return meanOf(fitTraits(matrix, chosen), fitHidden(matrix, chosen));
}

/** The mean is one ranker again, since the layer's linear part goes into the weights that all corpora have in common. */
function meanOf(traits: TraitVector, { layer, linear }: HiddenFit): FittedRanker {
  const rest = 1 - LINEAR_SHARE;
  return {
    linear: traits.map((weight, i) => LINEAR_SHARE * weight + (i < FEATURES ? rest * (linear[i] ?? 0) : 0)),
    layer: { ...layer, out: layer.out.map((weight) => rest * weight) },
  };
}

/** The scores of a question's candidates. */
export function scoreQuestion(
  matrix: Matrix,
  question: MatrixQuestion,
  { linear, layer }: FittedRanker,
): Float64Array {
  const together = hiddenScores(layer, vectorsOf(matrix, question), question.traits);
  return scoreByTraits(matrix, question, linear).map((score, i) => score + (together[i] ?? 0));
}
