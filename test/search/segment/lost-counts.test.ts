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

test('counts of terms that are not there, and what is cut short, are refused', () => {
  const stored = storeLostCounts(twice);
  expect(() => readLostCounts(stored, 2)).toThrow(RangeError);
  expect(() => readLostCounts(stored.slice(4), 3)).toThrow(RangeError);
});
