import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import { highestOf } from '../src/answer/ranking/hidden-layer.ts';
import type { Matrix, MatrixQuestion } from './matrix.ts';
import { spreadsOf } from './trait-fit.ts';

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

/** The features of a question's candidates. */
export function vectorsOf({ names, values }: Matrix, { from, to }: MatrixQuestion): Float32Array[] {
  const width = names.length;
  return Array.from({ length: to - from }, (_, i) =>
    values.subarray((from + i) * width, (from + i) * width + FEATURES),
  );
}

/** @param spreads see `featureSpreads` */
export function listOf(
  matrix: Matrix,
  question: MatrixQuestion,
  weight: number,
  spreads: Float64Array,
): CandidateList {
  const { names, values, offsets, relevant } = matrix;
  const { from, to, traits } = question;
  const starts = new Uint32Array(to - from + 1);
  const columns: number[] = [];
  const scaled: number[] = [];
  for (let row = from; row < to; row++) {
    for (let j = 0; j < FEATURES; j++) {
      const value = (values[row * names.length + j] ?? 0) / (spreads[j] ?? 1);
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
    lowered: highestOf(vectorsOf(matrix, question)).map((value, j) => -value / (spreads[j] ?? 1)),
    offsets: offsets.subarray(from, to),
    relevant: relevant.subarray(from, to),
  };
}

/** A feature that spreads less than this is not blown up to more: what hardly ever varies would count too much where it does. */
const LEAST_SPREAD = 0.1;

/** The spread of each feature, as `spreadsOf` has it. */
export function featureSpreads(matrix: Matrix, questions: readonly MatrixQuestion[]): Float64Array {
  const { spreads } = spreadsOf(matrix, questions);
  return spreads.slice(0, FEATURES).map((spread) => Math.max(LEAST_SPREAD, spread));
}
