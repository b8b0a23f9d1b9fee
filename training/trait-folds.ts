import { type FittedRanker, fitRanker, scoreQuestion } from './fitted-ranker.ts';
import type { Matrix, MatrixQuestion } from './matrix.ts';
import { judgeOrder, type Outcome } from './measure.ts';

/** Rankers with what they score on questions that they had not learnt from. */
export interface FoldedRankers {
  readonly outcomes: readonly Outcome[];
  /** By fold, learnt from the others. */
  readonly rankers: readonly FittedRanker[];
  rankerOf(question: MatrixQuestion): FittedRanker;
}

export const FOLDS = 5;

/** Fits on each fold's other questions. @param foldOf 0 to 4; questions that share text have the same */
export function judgeInFolds(matrix: Matrix, foldOf: (question: MatrixQuestion) => number): FoldedRankers {
  const rankers = Array.from({ length: FOLDS }, (_, fold) =>
    fitRanker(
      matrix,
      matrix.questions.filter((question) => foldOf(question) !== fold),
    ),
  );
  const rankerOf = (question: MatrixQuestion): FittedRanker => {
    const ranker = rankers[foldOf(question)];
    if (ranker === undefined) throw new RangeError(`There is no fold for ${question.id}`);
    return ranker;
  };
  return { outcomes: judge(matrix, matrix.questions, rankerOf), rankers, rankerOf };
}

/** Judges every kind by a ranker that saw nothing of it: what is to be expected where a new corpus is unlike all. */
export function judgeUnseenKinds(matrix: Matrix): Outcome[] {
  const kinds = Map.groupBy(matrix.questions, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, members]) => {
    const ranker = fitRanker(
      matrix,
      matrix.questions.filter((question) => question.kind !== kind),
    );
    return judge(matrix, members, () => ranker);
  });
}

function judge(
  matrix: Matrix,
  questions: readonly MatrixQuestion[],
  rankerOf: (question: MatrixQuestion) => FittedRanker,
): Outcome[] {
  const scores = new Float64Array(matrix.relevant.length);
  const answerable = questions.filter((question) => question.answerable);
  for (const question of answerable)
    scores.set(scoreQuestion(matrix, question, rankerOf(question)), question.from);
  return answerable.map((question) => judgeOrder(matrix, question, scores));
}
