import { type Matrix, type MatrixQuestion, scoreRows } from './matrix.ts';

/** How well one question's candidates were ordered. */
export interface Outcome {
  readonly question: MatrixQuestion;
  /** Place of the first right candidate, from 0; Infinity when there is none. */
  readonly first: number;
  /** Average precision over all right candidates of the list; 0 when there is none. */
  readonly averagePrecision: number;
}

/**
 * Judges an order by scores. Ties are broken in the worst way, wrong before right, so that a ranker gains nothing by
 * saying nothing.
 * @param scores one a row of the matrix
 */
export function judgeOrder(matrix: Matrix, question: MatrixQuestion, scores: Float64Array): Outcome {
  const { from, to } = question;
  const { relevant } = matrix;
  const rows = Array.from({ length: to - from }, (_, i) => from + i).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (relevant[a] ?? 0) - (relevant[b] ?? 0),
  );
  let first = Number.POSITIVE_INFINITY;
  let right = 0;
  let precisions = 0;
  for (const [place, row] of rows.entries()) {
    if (relevant[row] !== 1) continue;
    if (right === 0) first = place;
    right++;
    precisions += right / (place + 1);
  }
  return { question, first, averagePrecision: right === 0 ? 0 : precisions / right };
}

/** Judges all questions of some numbers by one ranker. */
export function judgeAll(
  matrix: Matrix,
  numbers: Iterable<number>,
  weights: Float64Array,
): Map<number, Outcome> {
  const scores = scoreRows(matrix, weights);
  const outcomes = new Map<number, Outcome>();
  for (const number of numbers) {
    const question = matrix.questions[number];
    if (question !== undefined) outcomes.set(number, judgeOrder(matrix, question, scores));
  }
  return outcomes;
}

export interface Scores {
  readonly questions: number;
  readonly hit1: number;
  readonly hit5: number;
  /** Reciprocal rank, counted within the first ten. */
  readonly mrr10: number;
  readonly map: number;
  readonly mrr: number;
}

/** The means over questions. */
export function scoresOf(outcomes: Iterable<Outcome>): Scores {
  const all = [...outcomes];
  const mean = (value: (outcome: Outcome) => number): number =>
    all.reduce((sum, outcome) => sum + value(outcome), 0) / Math.max(all.length, 1);
  return {
    questions: all.length,
    hit1: mean(({ first }) => (first === 0 ? 1 : 0)),
    hit5: mean(({ first }) => (first < 5 ? 1 : 0)),
    mrr10: mean(({ first }) => (first < 10 ? 1 / (first + 1) : 0)),
    map: mean(({ averagePrecision }) => averagePrecision),
    mrr: mean(({ first }) => 1 / (first + 1)),
  };
}

/** Scores of the outcomes by a property of their question, the most frequent first. */
export function scoresBy(
  outcomes: Iterable<Outcome>,
  property: (question: MatrixQuestion) => string,
): Map<string, Scores> {
  const groups = Map.groupBy(outcomes, ({ question }) => property(question));
  return new Map(
    [...groups]
      .map(([name, group]) => [name, scoresOf(group)] as const)
      .sort((a, b) => b[1].questions - a[1].questions),
  );
}
