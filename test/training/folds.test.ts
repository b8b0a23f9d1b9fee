import { describe, expect, it } from 'vitest';
import { makeDesign } from '../../training/design.ts';
import { foldSplits, leaveOneSetOut } from '../../training/folds.ts';
import { type Matrix, withoutSet } from '../../training/matrix.ts';
import { balanceOf, chooseWithoutLooking, crossValidate } from '../../training/validate.ts';
import { matrixOf } from './matrices.ts';

const rows = [[[1], true] as const, [[0], false] as const];
const { questions } = matrixOf(
  ['a'],
  ['a1', 'a1', 'a2', 'b1', 'b2', 'b2', 'b3'].map((group) => ({ set: group[0] ?? '', group, rows })),
);
const groups = (numbers: readonly number[]): Set<string> =>
  new Set(numbers.map((n) => questions[n]?.group ?? ''));

describe.each(['even', 'hash'] as const)('foldSplits, spread by %s', (spread) => {
  const splits = foldSplits(questions, 3, spread);

  it('judges every question once', () => {
    expect(splits.flatMap(({ test }) => test).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
  it('has no group on both sides', () => {
    for (const { train, test } of splits) expect(groups(train).isDisjointFrom(groups(test))).toBe(true);
  });
});

describe('leaveOneSetOut', () => {
  it('learns from the other sets', () => {
    expect(leaveOneSetOut(questions).map(({ name, train }) => [name, train])).toEqual([
      ['a', [3, 4, 5, 6]],
      ['b', [0, 1, 2]],
    ]);
  });
  it('has nothing to split when there is one set', () => {
    expect(leaveOneSetOut(questions.slice(0, 3))).toEqual([]);
  });
});

describe('cross-validation', () => {
  // In each question of week i the i-th feature alone tells: whoever has not seen the week can't know.
  const weeks = [0, 1, 2, 3, 4];
  const secret: Matrix = matrixOf(
    weeks.map((week) => `week ${week}`),
    weeks.flatMap((week) =>
      Array.from({ length: 4 }, () => ({
        group: `week ${week}`,
        rows: [
          [weeks.map(() => 0), false] as const,
          [weeks.map((other) => (other === week ? 1 : 0)), true] as const,
        ],
      })),
    ),
  );
  const splits = foldSplits(secret.questions, 5);
  const validations = [0.001, 0.01].map((l2) =>
    crossValidate(makeDesign(secret), splits, { loss: 'any', l2, balance: 0 }),
  );

  it('never judges by what was learnt from the question', () => {
    for (const { outcomes } of validations) {
      expect(outcomes.size).toBe(20);
      expect([...outcomes.values()].every(({ first }) => first > 0)).toBe(true);
    }
  });

  it('keeps one ranker a fold when recipes are chosen', () => {
    const chosen = chooseWithoutLooking(validations, splits, ({ hit1 }) => hit1);
    expect(chosen.outcomes.size).toBe(20);
    expect(chosen.rankers).toHaveLength(5);
    for (const [fold, weights] of chosen.rankers.entries()) expect(weights[fold]).toBe(0);
  });
});

describe('balanceOf', () => {
  it.each([
    [0, 1],
    [1, 4 / 3],
  ])('at %d a question of the smaller set counts %d times', (balance, times) => {
    const weightOf = balanceOf(questions, balance);
    expect(weightOf(0) / weightOf(3)).toBeCloseTo(times);
  });
});

describe('withoutSet', () => {
  const matrix = matrixOf(
    ['a'],
    [
      { set: 'news 2022', rows },
      { set: 'selqa', rows },
    ],
  );
  it('takes a set or a whole kind out', () => {
    expect(withoutSet(matrix, 'news 2022').questions.map(({ set }) => set)).toEqual(['selqa']);
    expect(withoutSet(matrix, 'selqa').questions.map(({ set }) => set)).toEqual(['news 2022']);
  });
  it('refuses to leave nothing', () => {
    expect(() => withoutSet(matrixOf(['a'], [{ set: 'selqa', rows }]), 'selqa')).toThrow(/nothing is left/);
  });
});
