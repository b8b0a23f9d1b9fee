import type { Matrix, MatrixQuestion } from './matrix.ts';

/** The questions that teach an order: something answers, and something else does not. */
export function teaching({ relevant }: Matrix, chosen: readonly MatrixQuestion[]): MatrixQuestion[] {
  return chosen.filter(({ from, to }) => {
    const right = relevant.subarray(from, to);
    return right.includes(1) && right.includes(0);
  });
}

/**
 * Turns the scores of a question's candidates into what the loss changes by with each of them.
 * @param relevant 1 for a candidate that answers
 * @returns the loss: −log of the share of the softmax that falls on candidates that answer
 */
export function pullsOf(scores: Float64Array, relevant: Uint8Array): number {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let [all, good] = [0, 0];
  for (let i = 0; i < scores.length; i++) {
    const power = Math.exp((scores[i] ?? 0) - highest);
    scores[i] = power;
    all += power;
    if (relevant[i] === 1) good += power;
  }
  good = Math.max(good, 1e-300);
  for (let i = 0; i < scores.length; i++) {
    const power = scores[i] ?? 0;
    scores[i] = power / all - (relevant[i] === 1 ? power / good : 0);
  }
  return -Math.log(good / all);
}
