import { FEATURE_NAMES } from '../features/index.ts';
import type { Question } from '../question/analyse-question.ts';
import type { Traits } from './corpus-traits.ts';
import { questionTraits, RANKING_TRAITS, type RankingTrait } from './question-traits.ts';

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
  return rankerOf(denseOf(weights));
}

function denseOf(weights: Weights): Float64Array {
  const known = new Set<string>(FEATURE_NAMES);
  for (const name of Object.keys(weights)) {
    if (!known.has(name)) {
      throw new Error(
        `The ranker's weights name the unknown feature "${name}"; train them again with npm run train`,
      );
    }
  }
  return Float64Array.from(FEATURE_NAMES, (name) => weights[name] ?? 0);
}

function rankerOf(dense: Float64Array): Ranker {
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

/** Weights that depend on the kind of corpus and of question: what all have in common, and what each trait adds in full. */
export interface TraitWeights {
  readonly common: Weights;
  /** A trait that is not named adds nothing. */
  readonly byTrait: Readonly<Partial<Record<RankingTrait, Weights>>>;
}

/**
 * Makes the function that makes the ranker for a question to a corpus of some traits.
 * @throws Error as `createRanker` does
 */
export function createRankers(
  { common, byTrait }: TraitWeights,
  corpus: Traits,
): (question: Pick<Question, 'type'>) => Ranker {
  const parts = RANKING_TRAITS.map((trait) => denseOf(byTrait[trait] ?? {}));
  const ofCorpus = blend(denseOf(common), parts, corpus);
  const ofQuestions = parts.slice(corpus.length);
  return (question) => rankerOf(blend(ofCorpus, ofQuestions, questionTraits(question)));
}

/** What is added to some weights by traits. */
function blend(
  common: Float64Array,
  parts: readonly Float64Array[],
  traits: readonly number[],
): Float64Array {
  const weights = Float64Array.from(common);
  for (const [t, trait] of traits.entries()) {
    const part = parts[t];
    if (trait === 0 || part === undefined) continue;
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) + trait * (part[i] ?? 0);
  }
  return weights;
}
