import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  loseCounts,
  NOTHING_LOST,
  readLostCounts,
  storeLostCounts,
} from '../../../src/search/segment/lost-counts.ts';

/** Of the third and the first term of a segment; a word that it lacks is passed over. */
const once = loseCounts(NOTHING_LOST, Int32Array.of(2, -1, 0), (counted, id) =>
  counted === 'sentences' ? id + 1 : 0,
);
const twice = loseCounts(once, Int32Array.of(2), () => 5);

test.each([
  ['nothing', NOTHING_LOST, [0, 0, 0], [0, 0, 0]],
  ['some once', once, [3, 0, 1], [0, 0, 0]],
  ['more then', twice, [3, 0, 6], [0, 0, 5]],
])('what is lost adds up, also stored: %s', (_, lost, sentences, capital) => {
  for (const one of [lost, readLostCounts(storeLostCounts(lost), 3)]) {
    expect([0, 1, 2].map((term) => one.of('sentences', term))).toEqual(sentences);
    expect([0, 1, 2].map((term) => one.of('capital', term))).toEqual(capital);
  }
});

test('property: whatever is lost in whatever order, each term has the sum of it', () => {
  const turn = fc.uniqueArray(fc.integer({ min: -1, max: 9 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 5 }), (turns) => {
      const sums = new Array<number>(10).fill(0);
      let lost = NOTHING_LOST;
      for (const terms of turns) {
        lost = loseCounts(lost, Int32Array.from(terms), (_, id) => id + 1);
        for (const [id, term] of terms.entries()) if (term >= 0) sums[term] = (sums[term] ?? 0) + id + 1;
      }
      expect(sums.map((_, term) => lost.of('wholes', term))).toEqual(sums);
    }),
  );
});

test('counts of terms that are not there, and what is cut short or in no order, are refused', () => {
  const stored = storeLostCounts(twice);
  const [first, second] = [stored.slice(0, stored.length / 2), stored.slice(stored.length / 2)];
  expect(() => readLostCounts(Buffer.concat([second, first]), 3)).toThrow(RangeError);
  expect(() => readLostCounts(stored, 2)).toThrow(RangeError);
  expect(() => readLostCounts(stored.slice(4), 3)).toThrow(RangeError);
});
