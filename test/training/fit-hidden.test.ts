import { expect, it } from 'vitest';
import { FEATURE_NAMES } from '../../src/answer/features/index.ts';
import { hiddenScores } from '../../src/answer/ranking/hidden-layer.ts';
import { fitHidden, HIDDEN_RECIPE } from '../../training/fit-hidden.ts';
import { buildMatrix, type MatrixEntry } from '../../training/matrix.ts';

const RECIPE = { ...HIDDEN_RECIPE, units: 16, epochs: 40, rate: 0.02, dropout: 0.1, unheard: 0 };

/** A question with candidates of two features each, of which one answers. */
function question(i: number, candidates: readonly (readonly [number, number, boolean])[]): MatrixEntry {
  return {
    id: `question ${i}`,
    set: 'set',
    kind: 'made up',
    group: `group ${i}`,
    type: 'thing',
    distinctive: true,
    answerable: true,
    traits: [],
    candidates: candidates.map(([first, second, relevant]) => ({
      vector: FEATURE_NAMES.map((_, j) => (j === 0 ? first : j === 1 ? second : 0)),
      relevant,
      doubtful: false,
      article: 0,
      offset: 0,
    })),
  };
}

/** Of how many questions the best candidate answers. */
function hits(entries: readonly MatrixEntry[], recipe = RECIPE): number {
  const matrix = buildMatrix(FEATURE_NAMES, entries);
  const { layer, linear } = fitHidden(matrix, matrix.questions, recipe);
  return entries.filter(({ candidates }) => {
    const vectors = candidates.map(({ vector }) => vector);
    const together = hiddenScores(layer, vectors, []);
    const scores = vectors.map(
      (vector, i) => (together[i] ?? 0) + vector.reduce((sum, value, j) => sum + value * (linear[j] ?? 0), 0),
    );
    return candidates[scores.indexOf(Math.max(...scores))]?.relevant === true;
  }).length;
}

it('learns that either of two features speaks for an answer, and both against it: no sum of weights can', () => {
  const entries = Array.from({ length: 200 }, (_, i) =>
    question(i, [[1, 1, false], i % 2 === 0 ? [1, 0, true] : [0, 1, true], [0, 0, false]]),
  );
  expect(hits(entries)).toBe(200);
});

it('learns that a feature speaks for an answer only where no other candidate has more of it', () => {
  // The second feature decides, but where a candidate stands out by the first.
  const entries = Array.from({ length: 200 }, (_, i) =>
    i % 2 === 0
      ? question(i, [
          [1, 0, true],
          [0.5, 0.6, false],
          [0.5, 0.4, false],
        ])
      : question(i, [
          [0.5, 0.6, true],
          [0.5, 0.4, false],
          [0.5, 0, false],
        ]),
  );
  expect(hits(entries)).toBe(200);
});

it('learns the same from the same, and nothing from questions without an answer', () => {
  const entries = Array.from({ length: 40 }, (_, i) =>
    question(i, [
      [1, 0, true],
      [0, 1, false],
    ]),
  );
  const matrix = buildMatrix(FEATURE_NAMES, entries);
  const recipe = { ...RECIPE, epochs: 2 };
  expect(fitHidden(matrix, matrix.questions, recipe)).toEqual(fitHidden(matrix, matrix.questions, recipe));
  const { linear } = fitHidden(matrix, [], recipe);
  expect(linear.every((weight) => weight === 0)).toBe(true);
});
