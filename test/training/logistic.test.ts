import { describe, expect, it } from 'vitest';
import { type Example, fitLogistic, probability } from '../../training/logistic.ts';

/** A bias, and a column that is 1 for the first of the examples. */
function examples(rights: readonly boolean[], ones: number): Example[] {
  return rights.map((label, i) => ({ vector: [1, i < ones ? 1 : 0], label, weight: 1 }));
}
const halves = [true, true, true, false, true, false, false, false];

describe('fitLogistic', () => {
  it('states how often something happened', () => {
    const weights = fitLogistic(examples(halves, 4), 0);
    expect(probability([1, 1], weights)).toBeCloseTo(0.75, 3);
    expect(probability([1, 0], weights)).toBeCloseTo(0.25, 3);
  });

  it('draws a column to zero that is said to be less steady', () => {
    const [, free = 0] = fitLogistic(examples(halves, 4), 0.01);
    const [, drawn = 0] = fitLogistic(examples(halves, 4), 0.01, { pulls: [1, 30] });
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(free / 2);
  });

  it('gives no large weight to what is hardly ever there', () => {
    const rare = examples([true, ...Array.from({ length: 99 }, (_, i) => i % 3 === 0)], 1);
    const [, free = 0] = fitLogistic(rare, 0.01);
    const [, held = 0] = fitLogistic(rare, 0.01, { leastSpread: 0.5 });
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(free / 2);
  });
});
