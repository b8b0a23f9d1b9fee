import type { Matrix } from './matrix.ts';

/**
 * A matrix made ready for fitting: every column in units of its own spread, and for the columns of a family
 * ("fits:person", "fits:date", …) their sum as one more column, so that rare members lean on what all have in common.
 */
export interface Design {
  readonly matrix: Matrix;
  readonly width: number;
  /** The values that are not zero, row by row: those of a row are `starts[row]` to `starts[row + 1] - 1`. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float32Array;
  /** How strongly each column's weight is drawn to zero, 1 for a column with enough data. */
  readonly shrinkage: Float64Array;
  /** Columns that are fitted: 1, or 0 for those left out. */
  readonly active: Uint8Array;
  /** Weights on the design's columns as weights on the features' own scale. */
  toFeatures(weights: Float64Array): Float64Array;
}

export interface DesignParameters {
  /** A column that varies within fewer questions than this is drawn to zero more strongly. */
  readonly enoughQuestions: number;
  /** Whether families get a common column. */
  readonly families: boolean;
}

export const DESIGN_DEFAULTS: DesignParameters = { enoughQuestions: 150, families: true };

/**
 * Only differences within a question matter to a ranking, so a column's spread is its standard deviation within the
 * questions where it varies at all.
 * @param without features that are left out of the fit
 */
export function makeDesign(
  matrix: Matrix,
  without: ReadonlySet<string> = new Set(),
  { enoughQuestions, families }: DesignParameters = DESIGN_DEFAULTS,
): Design {
  const { names } = matrix;
  const members = families ? familyMembers(names) : [];
  const width = names.length + members.length;
  const raw = widen(matrix, members);
  const { spreads, counts } = columnSpreads(matrix, raw, width);
  const left = names.map((name) => without.has(name));
  const active = Uint8Array.from({ length: width }, (_, j) => {
    if ((counts[j] ?? 0) === 0) return 0;
    const family = members[j - names.length];
    return (family === undefined ? left[j] === true : family.every((member) => left[member] === true))
      ? 0
      : 1;
  });
  return {
    matrix,
    width,
    ...compress(raw, spreads),
    shrinkage: Float64Array.from({ length: width }, (_, j) =>
      Math.max(1, enoughQuestions / Math.max(counts[j] ?? 0, 1)),
    ),
    active,
    toFeatures(weights) {
      const own = Float64Array.from(names, (_, j) => (weights[j] ?? 0) / (spreads[j] ?? 1));
      for (const [f, family] of members.entries()) {
        const common = (weights[names.length + f] ?? 0) / (spreads[names.length + f] ?? 1);
        for (const member of family) if (left[member] !== true) own[member] = (own[member] ?? 0) + common;
      }
      return own;
    },
  };
}

/** Columns whose names share what stands before a colon, as their numbers. */
export function familyMembers(names: readonly string[]): number[][] {
  const families = new Map<string, number[]>();
  for (const [j, name] of names.entries()) {
    const colon = name.indexOf(':');
    if (colon < 0) continue;
    const family = name.slice(0, colon);
    const known = families.get(family);
    if (known === undefined) families.set(family, [j]);
    else known.push(j);
  }
  return [...families.values()].filter((family) => family.length > 1);
}

function widen({ names, values, relevant }: Matrix, members: readonly (readonly number[])[]): Float32Array {
  const width = names.length + members.length;
  const wide = new Float32Array(relevant.length * width);
  for (let row = 0; row < relevant.length; row++) {
    wide.set(values.subarray(row * names.length, (row + 1) * names.length), row * width);
    for (const [f, family] of members.entries()) {
      let sum = 0;
      for (const member of family) sum += values[row * names.length + member] ?? 0;
      wide[row * width + names.length + f] = sum;
    }
  }
  return wide;
}

/** Leaves the zeros out and puts every column into units of its spread. */
function compress(raw: Float32Array, spreads: Float64Array): Pick<Design, 'starts' | 'columns' | 'values'> {
  const width = spreads.length;
  const rows = raw.length / width;
  const filled = raw.reduce((count, value) => (value === 0 ? count : count + 1), 0);
  const starts = new Uint32Array(rows + 1);
  const columns = new Uint16Array(filled);
  const values = new Float32Array(filled);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < width; j++) {
      const value = raw[row * width + j] ?? 0;
      if (value === 0) continue;
      columns[at] = j;
      values[at++] = value / (spreads[j] ?? 1);
    }
    starts[row + 1] = at;
  }
  return { starts, columns, values };
}

function columnSpreads(
  { questions }: Matrix,
  values: Float32Array,
  width: number,
): { spreads: Float64Array; counts: Int32Array } {
  const spreads = new Float64Array(width);
  const counts = new Int32Array(width);
  for (const { from, to } of questions) {
    for (let j = 0; j < width; j++) {
      let sum = 0;
      let squares = 0;
      for (let row = from; row < to; row++) {
        const value = values[row * width + j] ?? 0;
        sum += value;
        squares += value * value;
      }
      const size = Math.max(to - from, 1);
      const variance = squares / size - (sum / size) ** 2;
      if (variance < 1e-9) continue;
      spreads[j] = (spreads[j] ?? 0) + variance;
      counts[j] = (counts[j] ?? 0) + 1;
    }
  }
  return {
    spreads: spreads.map((sum, j) => Math.sqrt(sum / Math.max(counts[j] ?? 0, 1)) || 1),
    counts,
  };
}
