import { buildMatrix, type Matrix } from '../../training/matrix.ts';

/** A question by its candidates: their values and whether they answer (`true`). */
export interface Given {
  readonly set?: string;
  readonly group?: string;
  readonly rows: readonly (readonly [values: readonly number[], relevant: boolean, offset?: number])[];
}

/** A matrix of made-up questions. */
export function matrixOf(names: readonly string[], questions: readonly Given[]): Matrix {
  return buildMatrix(
    names,
    questions.map(({ set = 'set', group, rows }, i) => ({
      id: `question ${i}`,
      set,
      kind: set,
      group: group ?? `group ${i}`,
      type: 'thing',
      distinctive: true,
      answerable: true,
      traits: [],
      candidates: rows.map(([vector, relevant, offset = 0]) => ({
        vector,
        relevant,
        doubtful: false,
        article: 0,
        offset,
      })),
    })),
  );
}
