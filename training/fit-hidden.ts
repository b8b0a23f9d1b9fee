import { createAdam } from './adam.ts';
import { featureSpreads, listOf } from './candidate-lists.ts';
import { createLook } from './hidden-gradient.ts';
import { arraysOf, type HiddenFit, noughts, startWeights, unscaled } from './hidden-weights.ts';
import { teaching } from './listwise.ts';
import type { Matrix, MatrixQuestion } from './matrix.ts';
import { balanceKinds } from './trait-fit.ts';
import { randomFrom } from './variants.ts';

/** How a hidden layer is learnt. */
export interface HiddenRecipe {
  readonly units: number;
  /** Times that every question is looked at. */
  readonly epochs: number;
  /** Questions between two steps. */
  readonly batch: number;
  /** Of the first steps; it falls to nothing by half a cosine. */
  readonly rate: number;
  /** Share of the units that are left out, by chance, of each look at a candidate. */
  readonly dropout: number;
  /** Share of the features that are left out, by chance, of each look at a question: none is to be leant on alone. */
  readonly unheard: number;
  /** See `createAdam`. */
  readonly decay: number;
  /** See `TraitRecipe`. */
  readonly balance: number;
}

export const HIDDEN_RECIPE: HiddenRecipe = {
  units: 64,
  epochs: 16,
  batch: 48,
  rate: 2e-3,
  dropout: 0.2,
  unheard: 0.2,
  decay: 0.01,
  balance: 0.5,
};

const WARM_UP_STEPS = 50;

/**
 * Fits a hidden layer and a linear ranker beside it, listwise as `fitTraits` does, with dropout (Srivastava et al. 2014).
 * The same questions give the same layer.
 * @param chosen the questions to learn from; those without an answer, or with nothing else, teach nothing
 */
export function fitHidden(
  matrix: Matrix,
  chosen: readonly MatrixQuestion[],
  recipe: HiddenRecipe = HIDDEN_RECIPE,
): HiddenFit {
  const useful = teaching(matrix, chosen);
  const spreads = featureSpreads(matrix, useful);
  const weightOf = balanceKinds(useful, recipe.balance);
  const mean = useful.reduce((sum, question) => sum + weightOf(question), 0) / Math.max(useful.length, 1);
  const lists = useful.map((question) => listOf(matrix, question, weightOf(question) / mean, spreads));
  const random = randomFrom(useful.length + 1);
  const weights = startWeights(recipe.units, random);
  const gradient = noughts(weights);
  const mixed = new Float64Array(weights.own.length);
  const look = createLook({ weights, mixed, gradient }, recipe, random);
  const step = createAdam(arraysOf(weights), arraysOf(gradient), recipe.decay);
  const steps = recipe.epochs * Math.ceil(lists.length / recipe.batch);
  for (let taken = 0; taken < steps; ) {
    shuffle(lists, random);
    for (let from = 0; from < lists.length; from += recipe.batch) {
      const batch = lists.slice(from, from + recipe.batch);
      for (let i = 0; i < mixed.length; i++) mixed[i] = (weights.own[i] ?? 0) + (weights.below[i] ?? 0);
      for (const list of batch) look(list, list.weight / batch.length);
      // A candidate's own value also says how far it is below the highest.
      for (let i = 0; i < mixed.length; i++)
        gradient.below[i] = (gradient.below[i] ?? 0) + (gradient.own[i] ?? 0);
      taken++;
      const left = 0.5 * (1 + Math.cos((Math.PI * taken) / steps));
      step(recipe.rate * Math.min(1, taken / WARM_UP_STEPS) * left);
    }
  }
  return unscaled(weights, spreads);
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [one, other] = [items[i], items[j]];
    if (one === undefined || other === undefined) continue;
    items[i] = other;
    items[j] = one;
  }
}
