import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import type { Matrix, MatrixQuestion } from './matrix.ts';

/** A question's candidates as they are learnt from: their values that are not zero, each in units of its spread. */
export interface CandidateList {
  readonly weight: number;
  readonly traits: readonly number[];
  /** Where the values of a candidate start, and at last where those of the last end. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float32Array;
  /** The highest value of each feature, negated. */
  readonly lowered: Float64Array;
  /** What a score gets besides its weighted values. */
  readonly offsets: Float32Array;
  /** 1 for a candidate that answers. */
  readonly relevant: Uint8Array;
}

const FEATURES = FEATURE_NAMES.length;

/** @param spreads see `featureSpreads` */
export function listOf(
  { names, values, offsets, relevant }: Matrix,
  { from, to, traits }: MatrixQuestion,
  weight: number,
  spreads: Float64Array,
): CandidateList {
  const starts = new Uint32Array(to - from + 1);
  const columns: number[] = [];
  const scaled: number[] = [];
  const best = new Float64Array(FEATURES).fill(Number.NEGATIVE_INFINITY);
  for (let row = from; row < to; row++) {
    for (let j = 0; j < FEATURES; j++) {
      const value = (values[row * names.length + j] ?? 0) / (spreads[j] ?? 1);
      best[j] = Math.max(best[j] ?? 0, value);
      if (value === 0) continue;
      columns.push(j);
      scaled.push(value);
    }
    starts[row - from + 1] = columns.length;
  }
  return {
    weight,
    traits,
    starts,
    columns: Uint16Array.from(columns),
    values: Float32Array.from(scaled),
    lowered: best.map((value) => -value),
    offsets: offsets.subarray(from, to),
    relevant: relevant.subarray(from, to),
  };
}

/** A feature that spreads less than this is not blown up to more: what hardly ever varies would count too much where it does. */
const LEAST_SPREAD = 0.1;

/** The standard deviation of each feature within the questions where it varies at all. */
export function featureSpreads(
  { names, values }: Matrix,
  questions: readonly MatrixQuestion[],
): Float64Array {
  return Float64Array.from({ length: FEATURES }, (_, j) => {
    let [variances, varying] = [0, 0];
    for (const { from, to } of questions) {
      let [sum, squares] = [0, 0];
      for (let row = from; row < to; row++) {
        const value = values[row * names.length + j] ?? 0;
        sum += value;
        squares += value * value;
      }
      const variance = squares / (to - from) - (sum / (to - from)) ** 2;
      if (variance < 1e-9) continue;
      variances += variance;
      varying++;
    }
    return Math.max(LEAST_SPREAD, Math.sqrt(variances / Math.max(varying, 1)) || 1);
  });
}
