import { z } from 'zod';
import type { Traits } from '../src/answer/ranking/corpus-traits.ts';
import type { Block } from './cache.ts';

/** A question of a matrix: what it is told apart by, and the rows of its candidates. */
export interface MatrixQuestion {
  readonly id: string;
  /** The collection it comes from, such as `news 2022` or `selqa-dev`. */
  readonly set: string;
  /** What sort of corpus and question it is. */
  readonly kind: string;
  /** Questions of one group share text, so they are never on both sides of a split. */
  readonly group: string;
  /** The kind of answer it asks for. */
  readonly type: string;
  /** One of its answers hardly stands in a sentence by accident. */
  readonly distinctive: boolean;
  /** Something in the corpus answers it. */
  readonly answerable: boolean;
  /** Of the corpus it was asked of. */
  readonly traits: Traits;
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
  /** 1 for a candidate of which nobody can tell. */
  readonly doubtful: Uint8Array;
  /** The article of each candidate, by number within its corpus. */
  readonly articles: Uint32Array;
  /** What a row's score gets besides its weighted values. */
  readonly offsets: Float32Array;
}

/** One question's candidates before they become rows. */
export interface MatrixEntry extends Omit<MatrixQuestion, 'from' | 'to'> {
  readonly candidates: readonly {
    readonly vector: readonly number[];
    readonly relevant: boolean;
    readonly doubtful: boolean;
    readonly article: number;
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
  const doubtful = new Uint8Array(rows);
  const articles = new Uint32Array(rows);
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
      doubtful[row] = candidate.doubtful ? 1 : 0;
      articles[row] = candidate.article;
      offsets[row] = candidate.offset;
      row++;
    }
    return { ...question, from, to: row };
  });
  return { names, questions, values, relevant, doubtful, articles, offsets };
}

/** Puts matrices of the same features under each other. */
export function stackMatrices(matrices: readonly Matrix[]): Matrix {
  const rows = matrices.reduce((sum, { relevant }) => sum + relevant.length, 0);
  const names = matrices[0]?.names ?? [];
  const values = new Float32Array(rows * names.length);
  const relevant = new Uint8Array(rows);
  const doubtful = new Uint8Array(rows);
  const articles = new Uint32Array(rows);
  const offsets = new Float32Array(rows);
  const questions: MatrixQuestion[] = [];
  let base = 0;
  for (const matrix of matrices) {
    values.set(matrix.values, base * names.length);
    relevant.set(matrix.relevant, base);
    doubtful.set(matrix.doubtful, base);
    articles.set(matrix.articles, base);
    offsets.set(matrix.offsets, base);
    for (const question of matrix.questions) {
      questions.push({ ...question, from: question.from + base, to: question.to + base });
    }
    base += matrix.relevant.length;
  }
  return { names, questions, values, relevant, doubtful, articles, offsets };
}

/**
 * A matrix without the questions of one set.
 * @param left the set, or the kind
 * @throws RangeError when the matrix has nothing else
 */
export function withoutSet(matrix: Matrix, left: string): Matrix {
  const questions = matrix.questions.filter(({ set, kind }) => set !== left && kind !== left);
  if (questions.length === 0) throw new RangeError(`without ${left} nothing is left to learn from`);
  return { ...matrix, questions };
}

const about = z.object({
  names: z.array(z.string()),
  questions: z.array(
    z.object({
      id: z.string(),
      set: z.string(),
      kind: z.string(),
      group: z.string(),
      type: z.string(),
      distinctive: z.boolean(),
      answerable: z.boolean(),
      traits: z.array(z.number()),
      from: z.number(),
      to: z.number(),
    }),
  ),
});

/** A matrix as a block of the cache. */
export function toBlock({ names, questions, values, ...rows }: Matrix): Block {
  const parts = [values, rows.relevant, rows.doubtful, rows.articles, rows.offsets];
  const numbers = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    numbers.set(part, at);
    at += part.length;
  }
  return { about: { names, questions }, numbers };
}

/** The matrix that `toBlock` made a block of. */
export function fromBlock(block: Block): Matrix {
  const { names, questions } = about.parse(block.about);
  const rows = questions.at(-1)?.to ?? 0;
  const size = rows * names.length;
  const part = (number: number) => block.numbers.subarray(size + number * rows, size + (number + 1) * rows);
  return {
    names,
    questions,
    values: block.numbers.subarray(0, size),
    relevant: Uint8Array.from(part(0)),
    doubtful: Uint8Array.from(part(1)),
    articles: Uint32Array.from(part(2)),
    offsets: part(3),
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
