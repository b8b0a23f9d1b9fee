import { FEATURE_NAMES } from '../features/index.ts';
import { TRAITS, type Trait, type Traits } from './corpus-traits.ts';

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

/** Weights that depend on the kind of corpus: what all have in common, and what each trait adds in full. */
export interface TraitWeights {
  readonly common: Weights;
  readonly byTrait: Readonly<Record<Trait, Weights>>;
}

/** The weights for a corpus of some traits. */
export function weightsFor({ common, byTrait }: TraitWeights, traits: Traits): Weights {
  const weights: Record<string, number> = {};
  for (const [name, weight] of Object.entries(common)) weights[name] = weight ?? 0;
  for (const [t, trait] of TRAITS.entries()) {
    for (const [name, weight] of Object.entries(byTrait[trait]))
      weights[name] = (weights[name] ?? 0) + (traits[t] ?? 0) * (weight ?? 0);
  }
  return weights;
}
