import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TopK } from '../../src/search/top-k.ts';

function topOf(scores: readonly number[], k: number): TopK {
  const top = new TopK(k);
  for (const [key, score] of scores.entries()) top.offer(key, score);
  return top;
}

describe('TopK', () => {
  test('keeps the best, best first', () => {
    expect(topOf([3, 9, 1, 7], 2).sorted()).toEqual([
      { key: 1, score: 9 },
      { key: 3, score: 7 },
    ]);
  });

  test('gives a tie to the key that is lower, whenever it came', () => {
    const top = new TopK(2);
    for (const key of [5, 3, 8, 1]) top.offer(key, 1);
    expect(top.sorted().map(({ key }) => key)).toEqual([1, 3]);
  });

  test.each([
    [0, []],
    [1, [2]],
    [9, [2, 0, 1]],
  ])('room for %i', (k, keys) => {
    expect(
      topOf([2, 1, 3], k)
        .sorted()
        .map(({ key }) => key),
    ).toEqual(keys);
  });

  test('tells the score to beat once it is full', () => {
    expect(topOf([4], 2).threshold).toBe(Number.NEGATIVE_INFINITY);
    expect(topOf([4, 2, 3], 2).threshold).toBe(3);
  });

  test('property: is the head of the sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(30), (scores, k) => {
        const sorted = scores
          .map((score, key) => ({ key, score }))
          .sort((a, b) => b.score - a.score || a.key - b.key)
          .slice(0, k);
        expect(topOf(scores, k).sorted()).toEqual(sorted);
      }),
    );
  });
});
