import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDesign } from '../../training/design.ts';
import { fitRanker, type ListLoss, lossOfAny, lossOfEach } from '../../training/fit.ts';
import { judgeAll, scoresOf } from '../../training/measure.ts';
import { matrixOf } from './matrices.ts';

const LOSSES: readonly (readonly [string, ListLoss])[] = [
  ['any', lossOfAny],
  ['each', lossOfEach],
];

describe.each(LOSSES)('the loss "%s"', (_, loss) => {
  const list = fc
    .array(fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.boolean()), {
      minLength: 2,
      maxLength: 8,
    })
    .filter((rows) => rows.some(([, right]) => right) && rows.some(([, right]) => !right));

  it('is never negative, and its derivatives are its slopes', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const scores = Float64Array.from(rows, ([score]) => score);
        const right = Uint8Array.from(rows, ([, relevant]) => (relevant ? 1 : 0));
        const pulls = new Float64Array(rows.length);
        const value = loss(scores, right, rows.length, pulls);
        expect(value).toBeGreaterThanOrEqual(0);
        for (const i of rows.keys()) {
          const at = (change: number): number =>
            loss(
              scores.map((score, j) => (j === i ? score + change : score)),
              right,
              rows.length,
              new Float64Array(rows.length),
            );
          expect(pulls[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 4);
        }
      }),
    );
  });

  it('falls when a right candidate rises', () => {
    const right = Uint8Array.of(0, 1, 0);
    const at = (score: number): number => loss(Float64Array.of(1, score, 0), right, 3, new Float64Array(3));
    expect(at(2)).toBeLessThan(at(1));
    expect(at(1)).toBeLessThan(at(-1));
  });
});

it('"any" is content with one right candidate in front, "each" wants all of them there', () => {
  const scores = Float64Array.of(9, 0, -9);
  const right = Uint8Array.of(1, 0, 1);
  expect(lossOfAny(scores, right, 3, new Float64Array(3))).toBeLessThan(0.01);
  expect(lossOfEach(scores, right, 3, new Float64Array(3))).toBeGreaterThan(4);
});

describe('fitRanker', () => {
  const useful = [
    { rows: [[[1, 0.3], true] as const, [[0, 0.9], false] as const, [[0, 0.1], false] as const] },
    { rows: [[[0, 0.5], false] as const, [[1, 0.5], true] as const] },
    { rows: [[[0, 0.2], false] as const, [[1, 0.8], true] as const, [[1, 0.1], true] as const] },
  ];

  it.each(['any', 'each'] as const)('learns by "%s" which feature tells the right candidates', (loss) => {
    const matrix = matrixOf(['tells', 'noise'], useful);
    const design = makeDesign(matrix);
    const weights = design.toFeatures(fitRanker(design, [0, 1, 2], { loss, l2: 0.01 }));
    expect(weights[0]).toBeGreaterThan(2 * Math.abs(weights[1] ?? 0));
    expect(scoresOf(judgeAll(matrix, [0, 1, 2], weights).values()).hit1).toBe(1);
  });

  it('learns nothing from questions that are all right or all wrong', () => {
    const matrix = matrixOf(
      ['a'],
      [
        {
          rows: [
            [[1], true],
            [[0], true],
          ],
        },
        {
          rows: [
            [[1], false],
            [[0], false],
          ],
        },
      ],
    );
    expect([...fitRanker(makeDesign(matrix), [0, 1], { loss: 'any', l2: 0.01 })]).toEqual([0]);
  });

  it('learns from the chosen questions only', () => {
    const against = { rows: [[[1, 0], false] as const, [[0, 0], true] as const] };
    const design = makeDesign(matrixOf(['tells', 'noise'], [...useful, against, against, against, against]));
    const [alone = 0] = fitRanker(design, [0, 1, 2], { loss: 'any', l2: 0.01 });
    const [all = 0] = fitRanker(design, [0, 1, 2, 3, 4, 5, 6], { loss: 'any', l2: 0.01 });
    expect(alone).toBeGreaterThan(0);
    expect(all).toBeLessThan(alone);
  });

  it('leaves to the weights only what the offsets do not explain', () => {
    const explained = useful.map(({ rows }) => ({
      rows: rows.map(([values, right]) => [values, right, right ? 8 : 0] as const),
    }));
    const fitted = (given: typeof useful | typeof explained): number =>
      fitRanker(makeDesign(matrixOf(['tells', 'noise'], given)), [0, 1, 2], { loss: 'any', l2: 0.01 })[0] ??
      0;
    expect(fitted(explained)).toBeLessThan(0.2 * fitted(useful));
  });

  it('is drawn to zero the more, the stronger the pull', () => {
    const design = makeDesign(matrixOf(['tells', 'noise'], useful));
    const [weak = 0] = fitRanker(design, [0, 1, 2], { loss: 'any', l2: 0.001 });
    const [strong = 0] = fitRanker(design, [0, 1, 2], { loss: 'any', l2: 1 });
    expect(strong).toBeLessThan(weak / 2);
  });
});

describe('makeDesign', () => {
  const rows = (values: readonly (readonly number[])[]) => ({
    rows: values.map((value, i) => [value, i === 0] as const),
  });

  it('lets a rare member of a family lean on the others', () => {
    const person = rows([
      [1, 0],
      [0, 0],
    ]);
    const date = rows([
      [0, 0.5],
      [0, 0.5],
      [0, 0],
    ]);
    const matrix = matrixOf(
      ['fits:person', 'fits:date'],
      [...Array.from({ length: 200 }, () => person), date],
    );
    const weightOfDate = (families: boolean): number => {
      const design = makeDesign(matrix, new Set(), { enoughQuestions: 150, families });
      const chosen = [...matrix.questions.keys()];
      return design.toFeatures(fitRanker(design, chosen, { loss: 'any', l2: 0.01 }))[1] ?? 0;
    };
    expect(weightOfDate(true)).toBeGreaterThan(5 * weightOfDate(false));
  });

  it('gives no weight to what is left out or never differs within a question', () => {
    const matrix = matrixOf(
      ['left', 'same', 'used'],
      [
        rows([
          [1, 3, 1],
          [0, 3, 0],
        ]),
        rows([
          [1, 5, 1],
          [0, 5, 0],
        ]),
      ],
    );
    const design = makeDesign(matrix, new Set(['left']));
    const [left, same, used] = design.toFeatures(fitRanker(design, [0, 1], { loss: 'any', l2: 0.01 }));
    expect(left).toBe(0);
    expect(same).toBe(0);
    expect(used).toBeGreaterThan(0);
  });
});
