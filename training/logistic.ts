import { minimize } from './lbfgs.ts';

/** One thing that happened or did not. */
export interface Example {
  readonly vector: readonly number[];
  readonly label: boolean;
  readonly weight: number;
}

/** How strongly the columns of a logistic regression are drawn to zero. */
export interface Shrinkage {
  /** By column, how many times as strongly as the others; 1 where nothing is said. */
  readonly pulls?: readonly number[];
  /**
   * A column that spreads less counts as if it spread so much: what hardly ever is anything but zero would have its large
   * weight for nothing, and where it is more, it would decide alone.
   */
  readonly leastSpread?: number;
}

/**
 * Logistic regression by maximum likelihood with an L2 pull to zero on all columns but the first, which is the bias.
 * @param l2 strength of the pull, in log loss a unit of standardised weight squared
 * @returns weights on the columns' own scale
 */
export function fitLogistic(
  examples: readonly Example[],
  l2: number,
  { pulls = [], leastSpread = 0 }: Shrinkage = {},
): Float64Array {
  const width = examples[0]?.vector.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const spreads = Float64Array.from({ length: width }, (_, j) => {
    if (j === 0) return 1;
    const moment = (power: number): number =>
      examples.reduce((sum, { vector, weight }) => sum + weight * (vector[j] ?? 0) ** power, 0) / total;
    return Math.max(Math.sqrt(Math.max(moment(2) - moment(1) ** 2, 0)), leastSpread) || 1;
  });
  const scaled = examples.map(({ vector, label, weight }) => ({
    values: Float64Array.from(vector, (value, j) => value / (spreads[j] ?? 1)),
    label,
    weight,
  }));
  const weights = minimize((point, gradient) => {
    gradient.fill(0);
    let loss = 0;
    for (const { values, label, weight } of scaled) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += (values[j] ?? 0) * (point[j] ?? 0);
      const share = weight / total;
      loss += share * logOnePlusExp(label ? -sum : sum);
      const pull = share * (1 / (1 + Math.exp(-sum)) - (label ? 1 : 0));
      for (let j = 0; j < width; j++) gradient[j] = (gradient[j] ?? 0) + pull * (values[j] ?? 0);
    }
    for (let j = 1; j < width; j++) {
      const weight = point[j] ?? 0;
      const strength = l2 * (pulls[j] ?? 1);
      loss += 0.5 * strength * weight * weight;
      gradient[j] = (gradient[j] ?? 0) + strength * weight;
    }
    return loss;
  }, new Float64Array(width));
  return weights.map((weight, j) => weight / (spreads[j] ?? 1));
}

/** The probability that a vector's thing happens. */
export function probability(vector: readonly number[], weights: Float64Array): number {
  return 1 / (1 + Math.exp(-vector.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0)));
}

function logOnePlusExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
