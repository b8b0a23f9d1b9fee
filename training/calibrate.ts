import { fitLogistic } from './logistic.ts';

/** A stated probability and what happened. */
export interface Forecast {
  readonly confidence: number;
  readonly label: boolean;
}

/** Area under the ROC curve, ties counting half; NaN when only one thing ever happened. */
export function auroc(forecasts: readonly Forecast[]): number {
  const sorted = forecasts.toSorted((a, b) => a.confidence - b.confidence);
  let wins = 0;
  let negatives = 0;
  let positives = 0;
  for (let i = 0; i < sorted.length; ) {
    const { confidence } = sorted[i] ?? { confidence: 0 };
    let right = 0;
    let wrong = 0;
    for (; i < sorted.length && sorted[i]?.confidence === confidence; i++) {
      if (sorted[i]?.label === true) right++;
      else wrong++;
    }
    wins += right * (negatives + wrong / 2);
    positives += right;
    negatives += wrong;
  }
  return positives === 0 || negatives === 0 ? Number.NaN : wins / (positives * negatives);
}

/** One bar of a reliability diagram. */
export interface Bin {
  readonly count: number;
  readonly meanConfidence: number;
  readonly share: number;
}

/** Forecasts in bins of equal size, from the least to the most confident. */
export function reliability(forecasts: readonly Forecast[], bins: number): Bin[] {
  const sorted = forecasts.toSorted((a, b) => a.confidence - b.confidence);
  return Array.from({ length: bins }, (_, bin) => {
    const part = sorted.slice(
      Math.round((bin * sorted.length) / bins),
      Math.round(((bin + 1) * sorted.length) / bins),
    );
    const mean = (value: (forecast: Forecast) => number): number =>
      part.reduce((sum, forecast) => sum + value(forecast), 0) / Math.max(part.length, 1);
    return {
      count: part.length,
      meanConfidence: mean(({ confidence }) => confidence),
      share: mean(({ label }) => (label ? 1 : 0)),
    };
  });
}

/** Expected calibration error over bins of equal size: how far stated and observed shares lie apart. */
export function calibrationError(forecasts: readonly Forecast[], bins = 15): number {
  const all = Math.max(forecasts.length, 1);
  return reliability(forecasts, bins).reduce(
    (sum, { count, meanConfidence, share }) => sum + (count / all) * Math.abs(meanConfidence - share),
    0,
  );
}

/**
 * Platt's line: log odds as they happened = intercept + slope × log odds as stated. 0 and 1 say that nothing is to be
 * put right (Platt, "Probabilistic outputs for support vector machines", 1999).
 */
export function plattLine(forecasts: readonly (Forecast & { readonly weight?: number })[]): {
  readonly intercept: number;
  readonly slope: number;
} {
  const [intercept = 0, slope = 1] = fitLogistic(
    forecasts.map(({ confidence, label, weight = 1 }) => {
      const clipped = Math.min(1 - 1e-6, Math.max(1e-6, confidence));
      return { vector: [1, Math.log(clipped / (1 - clipped))], label, weight };
    }),
    0,
  );
  return { intercept, slope };
}

/**
 * The lowest confidence from which, up to another, at least that share is right: where a level begins that promises
 * that share. `below` when there is none.
 */
export function levelStart(share: number, forecasts: readonly Forecast[], below: number): number {
  const falling = forecasts
    .filter(({ confidence }) => confidence < below)
    .sort((a, b) => b.confidence - a.confidence);
  let start = below;
  let right = 0;
  for (const [i, { confidence, label }] of falling.entries()) {
    if (label) right++;
    // Equal confidences are on one side.
    if (falling[i + 1]?.confidence !== confidence && right / (i + 1) >= share) start = confidence;
  }
  return start;
}

/** The lowest threshold at which no more than that share of some confidences reaches it. */
export function thresholdFor(mostShare: number, confidences: readonly number[]): number {
  const falling = confidences.toSorted((a, b) => b - a);
  const first = falling[Math.floor(mostShare * falling.length)];
  // Just above the first one that must stay out.
  return first === undefined ? 0 : first + 1e-9;
}
