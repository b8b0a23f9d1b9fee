import { describe, expect, it } from 'vitest';
import { levelFrom, type Weighed } from '../../training/levels.ts';

/** Judgements of which the share of right ones is what `rightOf` says of their confidence. */
function judged(rightOf: (confidence: number) => number): Weighed[] {
  return Array.from({ length: 60 }, (_, i) => 0.4 + i / 100).flatMap((confidence) =>
    Array.from({ length: 20 }, (_, k) => ({
      confidence,
      label: (k + 0.5) / 20 < rightOf(confidence),
      weight: 1,
    })),
  );
}

const honest = judged((confidence) => confidence);
const bold = judged((confidence) => confidence - 0.2);

describe('levelFrom', () => {
  it.each<[string, Weighed[][], number, number, number, number]>([
    [
      'of honest confidences it promises what is right on average from there on',
      [honest],
      0.8,
      1,
      0.59,
      0.67,
    ],
    ['it ends where the next level begins', [honest], 0.6, 0.8, 0.4, 0.5],
    ['a kind whose confidences are too bold raises it', [honest, bold], 0.7, 1, 0.76, 0.86],
    ['what is never kept begins nowhere', [judged(() => 0.1)], 0.9, 1, 1, 1],
  ])('%s', (_, kinds, share, below, least, most) => {
    const from = levelFrom(kinds, share, below);
    expect(from).toBeGreaterThanOrEqual(least);
    expect(from).toBeLessThanOrEqual(most);
  });

  it('moves little when some tens of answers turn out otherwise', () => {
    const turned = honest.map((one, i) =>
      i % 37 === 0 && one.confidence > 0.9 ? { ...one, label: !one.label } : one,
    );
    expect(Math.abs(levelFrom([turned], 0.8, 1) - levelFrom([honest], 0.8, 1))).toBeLessThan(0.04);
  });

  it('counts what weighs more for more', () => {
    const wrongsTwice = honest.map((one) => ({ ...one, weight: one.label ? 1 : 2 }));
    expect(levelFrom([wrongsTwice], 0.8, 1)).toBeGreaterThan(levelFrom([honest], 0.8, 1));
  });
});
