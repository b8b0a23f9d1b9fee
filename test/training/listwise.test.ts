import { expect, it } from 'vitest';
import { pullsOf } from '../../training/listwise.ts';

it('tells the loss, and what it changes by: right ones are drawn up, others down, by their shares', () => {
  const scores = Float64Array.of(Math.log(3), 0, 0);
  expect(pullsOf(scores, Uint8Array.of(0, 1, 0))).toBeCloseTo(Math.log(5), 12);
  for (const [i, pull] of [0.6, 0.2 - 1, 0.2].entries()) expect(scores[i]).toBeCloseTo(pull, 12);
});

it('is nothing where all are right', () => {
  const scores = Float64Array.of(2, 1);
  expect(pullsOf(scores, Uint8Array.of(1, 1))).toBeCloseTo(0, 12);
  for (const pull of scores) expect(pull).toBeCloseTo(0, 12);
});
