import { FEATURE_NAMES } from './features/index.ts';

/** A linear model: one weight a feature name, on the features' own scale. Unnamed features weigh nothing. */
export type Weights = Readonly<Partial<Record<string, number>>>;

/** A ranker over the vectors of `featuresOf`. */
export interface Ranker {
  score(vector: readonly number[]): number;
  /** Each feature's share in a score, the largest first; features without a share are left out. */
  explain(vector: readonly number[]): { feature: string; value: number; share: number }[];
}

/**
 * Makes the ranker of some weights.
 * @throws Error naming the feature, when a weight is for a feature that does not exist (weights of another version)
 */
export function createRanker(weights: Weights): Ranker {
  const known = new Set<string>(FEATURE_NAMES);
  for (const name of Object.keys(weights)) {
    if (!known.has(name)) {
      throw new Error(
        `The ranker's weights name the unknown feature "${name}"; train them again with npm run train`,
      );
    }
  }
  const dense = Float64Array.from(FEATURE_NAMES, (name) => weights[name] ?? 0);
  return {
    score(vector) {
      let sum = 0;
      for (let i = 0; i < dense.length; i++) sum += (dense[i] ?? 0) * (vector[i] ?? 0);
      return sum;
    },
    explain: (vector) =>
      FEATURE_NAMES.map((feature, i) => ({
        feature,
        value: vector[i] ?? 0,
        share: (dense[i] ?? 0) * (vector[i] ?? 0),
      }))
        .filter(({ share }) => share !== 0)
        .sort((a, b) => Math.abs(b.share) - Math.abs(a.share)),
  };
}

/**
 * Weights between two sets.
 * @param share of the first set, 0 to 1
 */
export function blendWeights(first: Weights, second: Weights, share: number): Weights {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries(
    [...names].map((name) => [name, share * (first[name] ?? 0) + (1 - share) * (second[name] ?? 0)]),
  );
}
