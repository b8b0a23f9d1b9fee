import type { Question } from '../question/analyse-question.ts';
import type { Traits } from './corpus-traits.ts';
import { type HiddenLayer, hiddenScores } from './hidden-layer.ts';
import { createRankers, type Ranker, type TraitWeights } from './linear-ranker.ts';
import { questionTraits } from './question-traits.ts';

/** What was learnt of the order of sentences found in a corpus. */
export interface CorpusWeights extends TraitWeights {
  /** Absent in a model that knows nothing. */
  readonly hidden?: HiddenLayer | undefined;
}

/** A ranker for a question: what the weighted features of a candidate add up to, and what they say together. */
export interface LearntRanker extends Ranker {
  /** What is added to the score of each candidate by its features together, beside those of the others. */
  together(vectors: readonly (readonly number[])[]): Float64Array;
}

/** The ranker for a question, by what it asks for. */
export type RankerFor = (question: Pick<Question, 'type'>) => LearntRanker;

/**
 * Makes the function that makes the ranker for a question to a corpus of some traits.
 * @throws Error naming what is unknown, when the weights are of another version
 */
export function createLearntRankers({ hidden, ...linear }: CorpusWeights, corpus: Traits): RankerFor {
  const linearFor = createRankers(linear, corpus);
  return (question) => ({
    ...linearFor(question),
    together: (vectors) =>
      hidden === undefined
        ? new Float64Array(vectors.length)
        : hiddenScores(hidden, vectors, [...corpus, ...questionTraits(question)]),
  });
}
