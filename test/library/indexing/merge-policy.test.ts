import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorn, pickLast, pickMerge } from '../../../src/library/indexing/merge-policy.ts';

const sized = (sizes: readonly number[]) => sizes.map((sentenceCount) => ({ sentenceCount }));
const sizesOf = (segments: readonly { readonly sentenceCount: number }[]) =>
  segments.map(({ sentenceCount }) => sentenceCount);

const many = [40_000, 40_000, 30_000, 30_000, 20_000, 20_000, 10_000, 9000, 8000];

describe('segments of a first indexing that are merged', () => {
  test.each([
    ['too few yet', [90_000, 90_000], false, []],
    ['enough', [90_000, 90_000, 90_000, 90_000, 90_000], false, [90_000, 90_000, 90_000, 90_000, 90_000]],
    ['what is large stays', [450_000, 90_000], false, []],
    ['in the end those behind the last large one', [450_000, ...many], true, many],
    ['few of them stay', [450_000, ...many.slice(1)], true, []],
    ['none', [], true, []],
  ])('%s', (_, sizes, isLast, wanted) => {
    expect(sizesOf(pickLast(sized(sizes), isLast))).toEqual(wanted);
  });

  test('property: all of them, as they come, become few', () => {
    const size = fc.integer({ min: 1, max: 120_000 });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 60 }), (sizes) => {
        let segments = sized([]);
        const settle = (isLast: boolean): void => {
          const last = pickLast(segments, isLast);
          if (last.length === 0) return;
          const sentenceCount = sizesOf(last).reduce((sum, one) => sum + one, 0);
          segments = [...segments.slice(0, segments.length - last.length), { sentenceCount }];
        };
        for (const sentenceCount of sizes) {
          segments = [...segments, { sentenceCount }];
          settle(false);
        }
        settle(true);
        const total = sizes.reduce((sum, one) => sum + one, 0);
        expect(sizesOf(segments).reduce((sum, one) => sum + one, 0)).toBe(total);
        expect(segments.length).toBeLessThanOrEqual(8 + total / 200_000);
      }),
    );
  });
});

describe('segments that are merged after changes', () => {
  test('eight of one size, the smallest first', () => {
    const eight = Array.from({ length: 8 }, (_, i) => 10 + i);
    expect(sizesOf(pickMerge(sized([450_000, ...eight])))).toEqual(eight);
    expect(pickMerge(sized([450_000, ...eight.slice(1)]))).toEqual([]);
  });

  test('one of which too little counts is worn', () => {
    const firstSentence = Uint32Array.of(0, 4, 10);
    expect(isWorn({ sentenceCount: 6, firstSentence })).toBe(true);
    expect(isWorn({ sentenceCount: 8, firstSentence })).toBe(false);
  });
});
