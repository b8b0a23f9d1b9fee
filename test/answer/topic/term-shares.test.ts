import { expect, test } from 'vitest';
import { createTermShares } from '../../../src/answer/topic/term-shares.ts';
import { read } from '../reading.ts';

const { topic } = read('bridge harbour', ['A bridge.\n\nA harbour.\n\nA bridge and a harbour.\n\nA bridge.']);

test('the rarer word is the larger share, all words are 1, none is 0', () => {
  const share = createTermShares(topic.terms, () => true);
  expect(topic.terms.map(({ term }) => term)).toEqual(['harbour', 'bridg']);
  expect(share(0b01)).toBeGreaterThan(share(0b10));
  expect(share(0b01) + share(0b10)).toBeCloseTo(1);
  expect([share(0b11), share(0)]).toEqual([1, 0]);
});

test('of the chosen terms alone', () => {
  const share = createTermShares(topic.terms, (term) => term === 'bridg');
  expect([share(0b01), share(0b10), share(0b11)]).toEqual([0, 1, 1]);
  expect(createTermShares(topic.terms, () => false)(0b11)).toBe(0);
});
