import { POOLED_FEATURES } from '../src/answer/features/pooled.ts';
import { type Design, makeDesign } from './design.ts';
import { foldSplits, leaveOneSetOut, type Split } from './folds.ts';
import type { Matrix } from './matrix.ts';
import type { Outcome } from './measure.ts';
import {
  bestOf,
  type Criterion,
  chooseWithoutLooking,
  crossValidate,
  fitRecipe,
  macroMean,
  type Recipe,
  type Validation,
} from './validate.ts';

/** What is tried for a ranker, and what decides. */
export interface Plan {
  readonly recipes: readonly Recipe[];
  readonly criterion: Criterion;
  readonly folds: number;
  /** How groups of questions are dealt to the folds. */
  readonly spread: 'even' | 'hash';
  /** Features that mean nothing here. */
  readonly without: readonly string[];
}

const grid = (loss: Recipe['loss'], strengths: readonly number[], balances: readonly number[]): Recipe[] =>
  balances.flatMap((balance) => strengths.map((l2) => ({ loss, l2, balance })));

/** Given candidates: all right sentences count, sets alike. */
export const SELECTION_PLAN: Plan = {
  recipes: grid('each', [0.001, 0.003, 0.01], [0.5, 0.75]),
  criterion: ({ map }) => map,
  folds: 5,
  spread: 'hash',
  // All candidates are of one text: there are no other articles to agree with. Measured, it does better without them.
  without: POOLED_FEATURES,
};

/** A ranker with scores of questions that it, or its like, had not learnt from. */
export interface Chosen {
  readonly recipe: Recipe;
  /** On the features' own scale, learnt from all questions. */
  readonly weights: Float64Array;
  readonly outcomes: readonly Outcome[];
  /** By rankers that learnt nothing from the question's whole set. */
  readonly leftOut: readonly Outcome[];
  /** By question id, the ranker of the fold that left it out. */
  readonly rankerOf: ReadonlyMap<string, Float64Array>;
}

/**
 * Cross-validates every recipe of a plan, in folds and by leaving whole sets out, and fits the best one to everything.
 * @param without features that are left out
 */
export function chooseRanker(matrix: Matrix, plan: Plan, without: ReadonlySet<string> = new Set()): Chosen {
  const design = makeDesign(matrix, without.union(new Set(plan.without)));
  const splits = foldSplits(matrix.questions, plan.folds, plan.spread);
  const setSplits = leaveOneSetOut(matrix.questions);
  const tried = plan.recipes.map((recipe) => ({
    recipe,
    folds: crossValidate(design, splits, recipe),
    sets: crossValidate(design, setSplits, recipe),
  }));
  const inFolds = chooseWithoutLooking(
    tried.map(({ folds }) => folds),
    splits,
    plan.criterion,
  );
  const recipe = bestRecipe(tried, plan.criterion);
  return {
    recipe,
    weights: fitAll(design, recipe),
    outcomes: [...inFolds.outcomes.values()],
    leftOut: [
      ...chooseWithoutLooking(
        tried.map(({ sets }) => sets),
        setSplits,
        plan.criterion,
      ).outcomes.values(),
    ],
    rankerOf: rankersByQuestion(matrix, splits, inFolds.rankers),
  };
}

/** Fits one recipe to all questions of a matrix. */
export function fitAll(design: Design, recipe: Recipe): Float64Array {
  return fitRecipe(design, [...design.matrix.questions.keys()], recipe);
}

function bestRecipe(
  tried: readonly { readonly folds: Validation; readonly sets: Validation }[],
  criterion: Criterion,
): Recipe {
  const setsOf = new Map(tried.map(({ folds, sets }) => [folds, sets]));
  const value = (validation: Validation | undefined): number =>
    validation === undefined ? 0 : macroMean(validation.outcomes.values(), criterion);
  return bestOf([...setsOf.keys()], (folds) => value(folds) + value(setsOf.get(folds))).recipe;
}

function rankersByQuestion(
  matrix: Matrix,
  splits: readonly Split[],
  rankers: readonly Float64Array[],
): Map<string, Float64Array> {
  const byQuestion = new Map<string, Float64Array>();
  for (const [s, { test }] of splits.entries()) {
    const weights = rankers[s];
    for (const number of test) {
      const question = matrix.questions[number];
      if (question !== undefined && weights !== undefined) byQuestion.set(question.id, weights);
    }
  }
  return byQuestion;
}
