import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, quantile, scoreOrder, scoresOf } from '../../benchmarks/measures.ts';

describe('scoresOf', () => {
  test('counts the place of the first right sentence', () => {
    const outcomes = [
      { id: 'first', first: 0, ms: 1 },
      { id: 'fifth', first: 4, ms: 1 },
      { id: 'sixth', first: 5, ms: 1 },
      { id: 'beyond ten', first: 10, ms: 1 },
      { id: 'nowhere', ms: 1 },
    ];
    const { questions, hit1, hit5, mrr10 } = scoresOf(outcomes);
    expect({ questions, hit1, hit5 }).toEqual({ questions: 5, hit1: 0.2, hit5: 0.4 });
    expect(mrr10).toBeCloseTo((1 + 1 / 5 + 1 / 6) / 5);
  });

  test('gives zeros for nothing', () => {
    expect(scoresOf([])).toEqual({ questions: 0, hit1: 0, hit5: 0, mrr10: 0 });
  });
});

describe('scoreOrder', () => {
  test.each([
    { scores: [3, 2, 1], right: [0], map: 1, mrr: 1, p1: 1 },
    { scores: [1, 2, 3], right: [0], map: 1 / 3, mrr: 1 / 3, p1: 0 },
    { scores: [4, 3, 2, 1], right: [0, 2], map: (1 + 2 / 3) / 2, mrr: 1, p1: 1 },
    { scores: [4, 3, 2, 1], right: [1, 3], map: (1 / 2 + 2 / 4) / 2, mrr: 1 / 2, p1: 0 },
  ])('$scores with $right right', ({ scores, right, ...expected }) => {
    const { map, mrr, p1 } = scoreOrder(scores, new Set(right));
    expect(map).toBeCloseTo(expected.map);
    expect(mrr).toBeCloseTo(expected.mrr);
    expect(p1).toBe(expected.p1);
  });

  test('a ranker gains nothing by saying nothing: ties put the right ones last', () => {
    expect(scoreOrder([0, 0, 0, 0], new Set([0]))).toEqual({ map: 1 / 4, mrr: 1 / 4, p1: 0 });
  });

  test('does not depend on the order in which distinct scores are listed', () => {
    const lists = fc
      .uniqueArray(fc.integer(), { minLength: 2, maxLength: 30 })
      .chain((scores) => fc.tuple(fc.constant(scores), fc.nat({ max: scores.length - 1 })));
    fc.assert(
      fc.property(lists, ([scores, right]) => {
        const mirrored = scoreOrder(scores.toReversed(), new Set([scores.length - 1 - right]));
        expect(mirrored).toEqual(scoreOrder(scores, new Set([right])));
      }),
    );
  });
});

test.each([
  { values: [], half: 0, most: 0 },
  { values: [7], half: 7, most: 7 },
  { values: [4, 1, 3, 2], half: 2, most: 4 },
  { values: Array.from({ length: 100 }, (_, i) => i + 1), half: 50, most: 95 },
])('quantile of $values.length values', ({ values, half, most }) => {
  expect(quantile(values, 0.5)).toBe(half);
  expect(quantile(values, 0.95)).toBe(most);
});

test('the mean of nothing is 0', () => {
  expect(mean([])).toBe(0);
});
