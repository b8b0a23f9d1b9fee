import { FEATURE_NAMES } from '../features/index.ts';
import { RANKING_TRAITS } from './question-traits.ts';

/** One row of numbers a name, a number a unit, with blanks between: short enough to be read and compared by line. */
type Rows = Readonly<Record<string, string>>;

/** A hidden layer as the model's file holds it; names without a row weigh nothing. */
export interface HiddenWeights {
  readonly bias: string;
  /** What a unit adds to the score, as far as it fires. */
  readonly out: string;
  /** Weights of a candidate's own features. */
  readonly own: Rows;
  /** Weights of the highest value that any candidate of the question has. */
  readonly best: Rows;
  readonly byTrait: Rows;
}

/**
 * Units between the features and the score, which see what a sum of weighted features cannot: that one feature counts
 * only where another stands, or only when no other candidate has more of it.
 */
export interface HiddenLayer {
  readonly bias: Float64Array;
  readonly out: Float64Array;
  /** As many numbers a feature as there are units, in the order of `FEATURE_NAMES`; the same for `best`. */
  readonly own: Float64Array;
  readonly best: Float64Array;
  /** The same a trait, in the order of `RANKING_TRAITS`. */
  readonly byTrait: Float64Array;
}

/**
 * Reads a layer's weights.
 * @throws Error when a row has not as many numbers as there are units, or is of a feature or trait that does not exist
 */
export function readHiddenLayer({ bias, out, own, best, byTrait }: HiddenWeights): HiddenLayer {
  const units = numbersOf(bias).length;
  const table = (rows: Rows, names: readonly string[]): Float64Array => {
    const numbers = new Float64Array(names.length * units);
    for (const [name, row] of Object.entries(rows)) {
      const place = names.indexOf(name);
      if (place < 0) throw new Error(`The hidden layer knows "${name}", this version does not; ${AGAIN}`);
      numbers.set(checked(name, row, units), place * units);
    }
    return numbers;
  };
  return {
    bias: checked('bias', bias, units),
    out: checked('out', out, units),
    own: table(own, FEATURE_NAMES),
    best: table(best, FEATURE_NAMES),
    byTrait: table(byTrait, RANKING_TRAITS),
  };
}

const AGAIN = 'train it again with npm run train';

function checked(name: string, row: string, units: number): Float64Array {
  const numbers = Float64Array.from(numbersOf(row));
  if (numbers.length !== units || numbers.some((number) => !Number.isFinite(number)))
    throw new Error(`The hidden layer's row "${name}" is not ${units} numbers; ${AGAIN}`);
  return numbers;
}

const numbersOf = (row: string): number[] => (row === '' ? [] : row.split(' ').map(Number));

/**
 * What the layer adds to the score of each candidate of a question: Σ out · max(0, bias + traits + best + own).
 * @param vectors one a candidate, of `featuresOf`
 * @param traits of the corpus and the question, in the order of `RANKING_TRAITS`
 */
export function hiddenScores(
  { bias, out, own, best, byTrait }: HiddenLayer,
  vectors: readonly ArrayLike<number>[],
  traits: readonly number[],
): Float64Array {
  const common = Float64Array.from(bias);
  addRows(common, byTrait, traits);
  addRows(common, best, highestOf(vectors));
  const sums = new Float64Array(bias.length);
  return Float64Array.from(vectors, (vector) => {
    sums.set(common);
    addRows(sums, own, vector);
    let score = 0;
    for (let u = 0; u < sums.length; u++) score += Math.max(0, sums[u] ?? 0) * (out[u] ?? 0);
    return score;
  });
}

/** The highest value of each feature among some vectors. */
export function highestOf(vectors: readonly ArrayLike<number>[]): Float64Array {
  const highest = new Float64Array(FEATURE_NAMES.length).fill(Number.NEGATIVE_INFINITY);
  for (const vector of vectors)
    for (let j = 0; j < highest.length; j++) highest[j] = Math.max(highest[j] ?? 0, vector[j] ?? 0);
  return highest;
}

/** Adds the rows of a table, each as often as its value says. */
export function addRows(sums: Float64Array, table: Float64Array, values: ArrayLike<number>): void {
  const rows = table.length / Math.max(sums.length, 1);
  for (let j = 0; j < rows; j++) {
    const value = values[j] ?? 0;
    if (value !== 0) addRow(sums, table, j, value);
  }
}

/** Adds one row of a table, so many times. */
export function addRow(sums: Float64Array, table: Float64Array, row: number, times: number): void {
  const from = row * sums.length;
  for (let u = 0; u < sums.length; u++) sums[u] = (sums[u] ?? 0) + times * (table[from + u] ?? 0);
}
