import type { Design } from './design.ts';
import { LBFGS_DEFAULTS, minimize } from './lbfgs.ts';

/**
 * What a fit makes likely. `any`: that some answering candidate comes first. `each`: that every answering candidate
 * comes before all that do not answer.
 */
export type Loss = 'any' | 'each';

export interface FitParameters {
  readonly loss: Loss;
  /** Strength of the pull to zero, in loss a unit of weight squared. */
  readonly l2: number;
  /** How much a question counts, by its number in the matrix; 1 when left out. */
  readonly weightOf?: (question: number) => number;
  readonly mostSteps?: number;
}

/**
 * Fits a linear listwise ranker by maximum likelihood under a softmax over the candidates of each question (Cao et al.,
 * "Learning to rank: from pairwise approach to listwise approach", ICML 2007), with several right ones allowed.
 * Questions whose candidates are all right or all wrong teach nothing and are passed over.
 * @param chosen numbers of the questions to learn from
 * @returns a weight for each column of the design
 */
export function fitRanker(
  design: Design,
  chosen: readonly number[],
  { loss, l2, weightOf = () => 1, mostSteps = LBFGS_DEFAULTS.mostSteps }: FitParameters,
): Float64Array {
  const { matrix, width, starts, columns, values, shrinkage, active } = design;
  const useful = chosen.flatMap((number) => {
    const question = matrix.questions[number];
    if (question === undefined) return [];
    const right = matrix.relevant.subarray(question.from, question.to);
    const weight = weightOf(number);
    return weight > 0 && right.includes(1) && right.includes(0)
      ? [{ ...question, right, weight, offsets: matrix.offsets.subarray(question.from, question.to) }]
      : [];
  });
  const total = useful.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const lossOf = loss === 'any' ? lossOfAny : lossOfEach;
  const longest = useful.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const scores = new Float64Array(longest);
  const pulls = new Float64Array(longest);
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let sum = 0;
    for (const { from, to, right, weight, offsets } of useful) {
      const size = to - from;
      for (let i = 0; i < size; i++) {
        let score = offsets[i] ?? 0;
        const end = starts[from + i + 1] ?? 0;
        for (let k = starts[from + i] ?? 0; k < end; k++)
          score += (values[k] ?? 0) * (weights[columns[k] ?? 0] ?? 0);
        scores[i] = score;
      }
      sum += weight * lossOf(scores, right, size, pulls);
      for (let i = 0; i < size; i++) {
        const pull = weight * (pulls[i] ?? 0);
        if (pull === 0) continue;
        const end = starts[from + i + 1] ?? 0;
        for (let k = starts[from + i] ?? 0; k < end; k++) {
          const column = columns[k] ?? 0;
          gradient[column] = (gradient[column] ?? 0) + pull * (values[k] ?? 0);
        }
      }
    }
    let value = sum / total;
    for (let j = 0; j < width; j++) {
      const pull = l2 * (shrinkage[j] ?? 1) * (weights[j] ?? 0);
      value += 0.5 * pull * (weights[j] ?? 0);
      gradient[j] = active[j] === 1 ? (gradient[j] ?? 0) / total + pull : 0;
    }
    return value;
  };
  return minimize(objective, new Float64Array(width), { ...LBFGS_DEFAULTS, mostSteps });
}

/** A loss over the first `size` scores; its derivatives are written into `pulls`. */
export type ListLoss = (scores: Float64Array, right: Uint8Array, size: number, pulls: Float64Array) => number;

/** −log of the share of the softmax that falls on right candidates. */
export const lossOfAny: ListLoss = (scores, right, size, pulls) => {
  const highest = highestOf(scores, size);
  let all = 0;
  let good = 0;
  for (let i = 0; i < size; i++) {
    const power = Math.exp((scores[i] ?? 0) - highest);
    pulls[i] = power;
    all += power;
    if (right[i] === 1) good += power;
  }
  good = Math.max(good, 1e-300);
  for (let i = 0; i < size; i++) {
    const power = pulls[i] ?? 0;
    pulls[i] = power / all - (right[i] === 1 ? power / good : 0);
  }
  return -Math.log(good / all);
};

/** Mean over the right candidates of −log of their share of a softmax with the wrong ones. */
export const lossOfEach: ListLoss = (scores, right, size, pulls) => {
  const highest = highestOf(scores, size);
  let bad = 0;
  let count = 0;
  for (let i = 0; i < size; i++) {
    if (right[i] === 1) count++;
    else bad += Math.exp((scores[i] ?? 0) - highest);
  }
  let loss = 0;
  let share = 0;
  for (let i = 0; i < size; i++) {
    if (right[i] !== 1) continue;
    const power = Math.exp((scores[i] ?? 0) - highest);
    const all = Math.max(power + bad, 1e-300);
    loss -= Math.log(Math.max(power, 1e-300) / all) / count;
    pulls[i] = -bad / all / count;
    share += 1 / all / count;
  }
  for (let i = 0; i < size; i++) {
    if (right[i] !== 1) pulls[i] = Math.exp((scores[i] ?? 0) - highest) * share;
  }
  return loss;
};

function highestOf(scores: Float64Array, size: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) highest = Math.max(highest, scores[i] ?? 0);
  return highest;
}
