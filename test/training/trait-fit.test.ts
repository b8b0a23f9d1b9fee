import { describe, expect, it } from 'vitest';
import { FEATURE_NAMES } from '../../src/answer/features/index.ts';
import { buildMatrix, type MatrixEntry } from '../../training/matrix.ts';
import { balanceKinds, fitTraits, scoreByTraits } from '../../training/trait-fit.ts';

/** A question whose first candidate answers; its only feature is one of two. */
function question(i: number, feature: number, traits: readonly number[], kind = 'made up'): MatrixEntry {
  const vector = (value: number) => FEATURE_NAMES.map((_, j) => (j === feature ? value : 0));
  const candidate = (value: number, relevant: boolean) => ({
    vector: vector(value),
    relevant,
    doubtful: false,
    article: 0,
    offset: 0,
  });
  return {
    id: `question ${i}`,
    set: 'set',
    kind,
    group: `group ${i}`,
    type: 'thing',
    distinctive: true,
    answerable: true,
    traits,
    candidates: [candidate(1, true), candidate(0, false)],
  };
}

/** The same, but the candidate without the feature answers. */
function reversed(entry: MatrixEntry): MatrixEntry {
  return {
    ...entry,
    candidates: entry.candidates.map((candidate) => ({ ...candidate, relevant: !candidate.relevant })),
  };
}

describe('fitTraits', () => {
  it('learns what speaks for an answer in every corpus', () => {
    const matrix = buildMatrix(
      FEATURE_NAMES,
      Array.from({ length: 200 }, (_, i) => question(i, 0, [i % 2, 0, 0])),
    );
    const [first, second] = scoreOf(matrix, fitTraits(matrix, matrix.questions), 0);
    expect(first).toBeGreaterThan(second ?? 0);
  });

  it('lets a member of a family that was never met lean on the others', () => {
    const [person, date] = [FEATURE_NAMES.indexOf('fits:person'), FEATURE_NAMES.indexOf('fits:date')];
    const met = Array.from({ length: 200 }, (_, i) => question(i, person, [0, 0, 0]));
    const matrix = buildMatrix(FEATURE_NAMES, [...met, question(200, date, [0, 0, 0])]);
    const [first, second] = scoreOf(matrix, fitTraits(matrix, matrix.questions.slice(0, 200)), 200);
    expect(first).toBeGreaterThan(second ?? 0);
  });

  it('learns that a feature speaks for an answer in one kind of corpus and against it in another', () => {
    const matrix = buildMatrix(
      FEATURE_NAMES,
      Array.from({ length: 400 }, (_, i) => {
        const entry = question(i, 0, [i % 2, 0, 0]);
        return i % 2 === 0 ? entry : reversed(entry);
      }),
    );
    const fitted = fitTraits(matrix, matrix.questions);
    const [few, fewOther] = scoreOf(matrix, fitted, 0);
    const [many, manyOther] = scoreOf(matrix, fitted, 1);
    expect(few).toBeGreaterThan(fewOther ?? 0);
    expect(many).toBeLessThan(manyOther ?? 0);
  });

  it('learns nothing from questions without an answer', () => {
    const entry = question(0, 0, [0, 0, 0]);
    const without = entry.candidates.map((candidate) => ({ ...candidate, relevant: false }));
    const matrix = buildMatrix(FEATURE_NAMES, [{ ...entry, answerable: false, candidates: without }]);
    expect([...fitTraits(matrix, matrix.questions)].every((weight) => weight === 0)).toBe(true);
  });
});

function scoreOf(matrix: ReturnType<typeof buildMatrix>, fitted: Float64Array, number: number): number[] {
  const one = matrix.questions[number];
  return one === undefined ? [] : [...scoreByTraits(matrix, one, fitted)];
}

it.each([
  [0, 1],
  [0.5, 2],
  [1, 4],
])('balanceKinds: at %d a question of a kind of one counts %d times one of a kind of four', (balance, times) => {
  const entries = ['rare', 'common', 'common', 'common', 'common'].map((kind, i) =>
    question(i, 0, [0, 0, 0], kind),
  );
  const { questions } = buildMatrix(FEATURE_NAMES, entries);
  const weightOf = balanceKinds(questions, balance);
  const [rare = 0, common = 1] = questions.map(weightOf);
  expect(rare / common).toBeCloseTo(times, 12);
});
