import { CONFIDENCE_FEATURES } from '../src/answer/confidence/confidence.ts';
import { readHiddenLayer } from '../src/answer/ranking/hidden-layer.ts';
import type { Weights } from '../src/answer/ranking/linear-ranker.ts';
import type { Model } from '../src/answer/ranking/load-model.ts';
import { chooseRanker, SELECTION_PLAN } from './choose.ts';
import { collectSelection, type Sources } from './collect.ts';
import { collectKinds } from './collect-kinds.ts';
import { fitConfidence, seeFirst } from './confidence.ts';
import { BLANK_MODEL } from './corpora.ts';
import { groupFold } from './folds.ts';
import { judgeInFolds } from './trait-folds.ts';
import { corpusWeights, namedWeights } from './write-model.ts';

/** A model for each fold of `groupFold`, learnt from all kinds but without the questions of the fold. */
export async function foldModels(sources: Sources): Promise<Model[]> {
  const matrix = await collectKinds(sources);
  const { rankers, rankerOf } = judgeInFolds(matrix, groupFold);
  const { parts, answerFrom, likelyFrom, strongFrom } = fitConfidence(seeFirst(matrix, rankerOf), groupFold);
  return rankers.map((ranker, fold) => {
    const { hidden, ...linear } = corpusWeights(ranker);
    return {
      ...BLANK_MODEL,
      corpus: { ...linear, hidden: hidden && readHiddenLayer(hidden) },
      confidence: {
        weights: namedWeights(CONFIDENCE_FEATURES, parts[fold] ?? []),
        answerFrom,
        likelyFrom,
        strongFrom,
      },
    };
  });
}

/** By `set/id` of a question whose candidates are given, the weights of the fold that did not learn from it. */
export async function foldSelectionWeights(sources: Sources): Promise<ReadonlyMap<string, Weights>> {
  const matrix = await collectSelection(sources);
  const { rankerOf } = chooseRanker(matrix, SELECTION_PLAN);
  const named = new Map([...new Set(rankerOf.values())].map((one) => [one, namedWeights(matrix.names, one)]));
  return new Map([...rankerOf].map(([id, weights]) => [id, named.get(weights) ?? {}]));
}
