import { z } from 'zod';
import type { Block } from './cache.ts';

/** A question of a matrix: what it is told apart by, and the rows of its candidates. */
export interface MatrixQuestion {
  readonly id: string;
  /** The collection it comes from, such as `news 2022` or `selqa-dev`. */
  readonly set: string;
  /** Questions of one group share text, so they are never on both sides of a split. */
  readonly group: string;
  /** The kind of answer it asks for. */
  readonly type: string;
  /** One of its answers hardly stands in a sentence by accident. */
  readonly distinctive: boolean;
  /** Its candidates are the rows `from` to `to - 1`. */
  readonly from: number;
  readonly to: number;
}

/** The candidates of many questions, a row each, in one array. */
export interface Matrix {
  readonly names: readonly string[];
  readonly questions: readonly MatrixQuestion[];
  /** `names.length` values a row. */
  readonly values: Float32Array;
  /** 1 for a candidate that answers, 0 for one that does not. */
  readonly relevant: Uint8Array;
  /** What a row's score gets besides its weighted values. */
  readonly offsets: Float32Array;
}

/** One question's candidates before they become rows. */
export interface MatrixEntry extends Omit<MatrixQuestion, 'from' | 'to'> {
  readonly candidates: readonly {
    readonly vector: readonly number[];
    readonly relevant: boolean;
    readonly offset: number;
  }[];
}

/**
 * Puts questions into one matrix.
 * @throws RangeError when a vector has another length than `names`
 */
export function buildMatrix(names: readonly string[], entries: readonly MatrixEntry[]): Matrix {
  const rows = entries.reduce((sum, { candidates }) => sum + candidates.length, 0);
  const values = new Float32Array(rows * names.length);
  const relevant = new Uint8Array(rows);
  const offsets = new Float32Array(rows);
  let row = 0;
  const questions = entries.map(({ candidates, ...question }): MatrixQuestion => {
    const from = row;
    for (const candidate of candidates) {
      if (candidate.vector.length !== names.length) {
        throw new RangeError(
          `${question.id}: ${candidate.vector.length} values for ${names.length} features`,
        );
      }
      values.set(candidate.vector, row * names.length);
      relevant[row] = candidate.relevant ? 1 : 0;
      offsets[row] = candidate.offset;
      row++;
    }
    return { ...question, from, to: row };
  });
  return { names, questions, values, relevant, offsets };
}

/** Puts matrices of the same features under each other. */
export function stackMatrices(matrices: readonly Matrix[]): Matrix {
  const rows = matrices.reduce((sum, { relevant }) => sum + relevant.length, 0);
  const names = matrices[0]?.names ?? [];
  const values = new Float32Array(rows * names.length);
  const relevant = new Uint8Array(rows);
  const offsets = new Float32Array(rows);
  const questions: MatrixQuestion[] = [];
  let base = 0;
  for (const matrix of matrices) {
    values.set(matrix.values, base * names.length);
    relevant.set(matrix.relevant, base);
    offsets.set(matrix.offsets, base);
    for (const question of matrix.questions) {
      questions.push({ ...question, from: question.from + base, to: question.to + base });
    }
    base += matrix.relevant.length;
  }
  return { names, questions, values, relevant, offsets };
}

/**
 * A matrix without the questions of one set.
 * @param left the set, or the year of a news set
 * @throws RangeError when the matrix has nothing else
 */
export function withoutSet(matrix: Matrix, left: string): Matrix {
  const questions = matrix.questions.filter(({ set }) => set !== left && set !== `news ${left}`);
  if (questions.length === 0) throw new RangeError(`without ${left} nothing is left to learn from`);
  return { ...matrix, questions };
}

const about = z.object({
  names: z.array(z.string()),
  questions: z.array(
    z.object({
      id: z.string(),
      set: z.string(),
      group: z.string(),
      type: z.string(),
      distinctive: z.boolean(),
      from: z.number(),
      to: z.number(),
    }),
  ),
});

/** A matrix as a block of the cache. */
export function toBlock({ names, questions, values, relevant, offsets }: Matrix): Block {
  const numbers = new Float32Array(values.length + relevant.length + offsets.length);
  numbers.set(values);
  numbers.set(relevant, values.length);
  numbers.set(offsets, values.length + relevant.length);
  return { about: { names, questions }, numbers };
}

/** The matrix that `toBlock` made a block of. */
export function fromBlock(block: Block): Matrix {
  const { names, questions } = about.parse(block.about);
  const rows = questions.at(-1)?.to ?? 0;
  const size = rows * names.length;
  return {
    names,
    questions,
    values: block.numbers.subarray(0, size),
    relevant: Uint8Array.from(block.numbers.subarray(size, size + rows)),
    offsets: block.numbers.subarray(size + rows),
  };
}

/** The scores of all rows under some weights, one a feature. */
export function scoreRows({ names, values, offsets }: Matrix, weights: Float64Array): Float64Array {
  const width = names.length;
  const scores = new Float64Array(offsets.length);
  for (let row = 0; row < scores.length; row++) {
    let sum = offsets[row] ?? 0;
    const base = row * width;
    for (let j = 0; j < width; j++) sum += (values[base + j] ?? 0) * (weights[j] ?? 0);
    scores[row] = sum;
  }
  return scores;
}
