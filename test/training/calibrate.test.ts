import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auroc,
  calibrationError,
  type Forecast,
  levelStart,
  plattLine,
  thresholdFor,
} from '../../training/calibrate.ts';
import { fitLogistic, probability } from '../../training/logistic.ts';

const forecasts = (...pairs: readonly (readonly [number, boolean])[]): Forecast[] =>
  pairs.map(([confidence, label]) => ({ confidence, label }));
const anyForecasts = fc.array(
  fc.record({ confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), label: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
);

describe('auroc', () => {
  it.each([
    ['all right ones above all wrong ones', forecasts([0.9, true], [0.8, true], [0.1, false]), 1],
    ['the other way round', forecasts([0.1, true], [0.9, false]), 0],
    ['all the same', forecasts([0.5, true], [0.5, false], [0.5, false]), 0.5],
    [
      'one of four pairs in the wrong order',
      forecasts([0.9, true], [0.6, false], [0.5, true], [0.1, false]),
      0.75,
    ],
  ])('%s', (_, given, expected) => {
    expect(auroc(given)).toBe(expected);
  });

  it('is the share of pairs in the right order', () => {
    fc.assert(
      fc.property(anyForecasts, (given) => {
        const pairs = given
          .filter(({ label }) => label)
          .flatMap((right) =>
            given
              .filter(({ label }) => !label)
              .map((wrong) => (Math.sign(right.confidence - wrong.confidence) + 1) / 2),
          );
        const share = pairs.reduce((a, b) => a + b, 0) / pairs.length;
        if (pairs.length === 0) expect(auroc(given)).toBeNaN();
        else expect(auroc(given)).toBeCloseTo(share);
      }),
    );
  });
});

describe('calibrationError', () => {
  it('is nothing when as much happens as was stated', () => {
    expect(calibrationError(forecasts([0.5, true], [0.5, false]), 1)).toBe(0);
  });
  it('is how far stated and observed lie apart', () => {
    expect(calibrationError(forecasts([0.9, true], [0.9, false], [0.1, false], [0.1, false]), 2)).toBeCloseTo(
      0.25,
    );
  });
});

describe('levelStart', () => {
  const given = forecasts([0.9, true], [0.8, true], [0.6, false], [0.5, true], [0.3, false], [0.2, false]);

  it.each([
    ['all of it', 1, 1, 0.8],
    ['two thirds of it', 2 / 3, 1, 0.5],
    ['half of it, however far down', 0.5, 1, 0.2],
    ['half of what is below a higher level', 0.5, 0.8, 0.5],
    ['nothing fits', 0.9, 0.8, 0.8],
  ])('begins where %s is right', (_, share, below, start) => {
    expect(levelStart(share, given, below)).toBe(start);
  });

  it('takes equal confidences together', () => {
    expect(levelStart(1, forecasts([0.9, true], [0.5, true], [0.5, false]), 1)).toBe(0.9);
  });

  it('keeps its promise whatever happened', () => {
    fc.assert(
      fc.property(anyForecasts, fc.constantFrom(0.25, 0.5, 0.75), (all, share) => {
        const start = levelStart(share, all, 2);
        const level = all.filter(({ confidence }) => confidence >= start);
        const right = level.filter(({ label }) => label).length;
        if (start < 2) expect(right / level.length).toBeGreaterThanOrEqual(share);
      }),
    );
  });
});

describe('thresholdFor', () => {
  it('lets no more than that share pass, and no fewer than it must', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0, 0.14, 0.5, 0.9),
        (numbers, share) => {
          const confidences = numbers.map((n) => n / 1000);
          const passing = confidences.filter((c) => c >= thresholdFor(share, confidences)).length;
          expect(passing).toBe(Math.floor(share * confidences.length));
        },
      ),
    );
  });
});

describe('fitLogistic', () => {
  it('states the share that happened when it knows nothing else', () => {
    const examples = [true, true, true, false].map((label) => ({ vector: [1], label, weight: 1 }));
    expect(probability([1], fitLogistic(examples, 0))).toBeCloseTo(0.75, 3);
  });

  it('counts an example as often as its weight says', () => {
    const examples = [
      { vector: [1], label: true, weight: 1 },
      { vector: [1], label: false, weight: 3 },
    ];
    expect(probability([1], fitLogistic(examples, 0))).toBeCloseTo(0.25, 3);
  });

  it('learns what tells, on the scale of the column', () => {
    const examples = Array.from({ length: 40 }, (_, i) => ({
      vector: [1, (i % 20) * 100],
      label: i % 20 >= 10,
      weight: 1,
    }));
    const weights = fitLogistic(examples, 0.01);
    expect(probability([1, 0], weights)).toBeLessThan(0.2);
    expect(probability([1, 1900], weights)).toBeGreaterThan(0.8);
  });
});

describe('plattLine', () => {
  it('sees when confidences are stated too boldly', () => {
    const bold = Array.from({ length: 100 }, (_, i) => ({
      confidence: i < 50 ? 0.99 : 0.01,
      label: (i % 4 !== 0) === i < 50,
    }));
    expect(plattLine(bold).slope).toBeLessThan(0.5);
  });
  it('finds nothing to put right when they are true', () => {
    const honest = Array.from({ length: 100 }, (_, i) => ({
      confidence: i < 50 ? 0.8 : 0.2,
      label: i < 50 ? i % 5 !== 0 : i % 5 === 0,
    }));
    const { intercept, slope } = plattLine(honest);
    expect(slope).toBeCloseTo(1, 2);
    expect(intercept).toBeCloseTo(0, 2);
  });
});
