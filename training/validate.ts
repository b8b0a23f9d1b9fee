import type { Design } from './design.ts';
import { fitRanker, type Loss } from './fit.ts';
import type { Split } from './folds.ts';
import type { MatrixQuestion } from './matrix.ts';
import { judgeAll, type Outcome, type Scores, scoresBy } from './measure.ts';

/** One way to fit a ranker. */
export interface Recipe {
  readonly loss: Loss;
  readonly l2: number;
  /** 0: every question counts the same; 1: every set counts the same. */
  readonly balance: number;
}

/** What came of fitting on each split's questions and judging its others. */
export interface Validation {
  readonly recipe: Recipe;
  /** By number of question; none was judged by a ranker that had learnt from it. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** Weights on the features' own scale, one ranker a split, in their order. */
  readonly rankers: readonly Float64Array[];
}

/** How much a question counts when sets of unlike size are balanced; 1 on average. */
export function balanceOf(questions: readonly MatrixQuestion[], balance: number): (number: number) => number {
  const sizes = new Map<string, number>();
  for (const { set } of questions) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  return (number) => {
    const size = sizes.get(questions[number]?.set ?? '') ?? 1;
    return size ** -balance;
  };
}

/** Fits a ranker to some questions. */
export function fitRecipe(
  design: Design,
  chosen: readonly number[],
  { loss, l2, balance }: Recipe,
): Float64Array {
  const weightOf = balanceOf(design.matrix.questions, balance);
  return design.toFeatures(fitRanker(design, chosen, { loss, l2, weightOf }));
}

/** Fits on each split and judges what it left out. */
export function crossValidate(design: Design, splits: readonly Split[], recipe: Recipe): Validation {
  const outcomes = new Map<number, Outcome>();
  const rankers = splits.map(({ train, test }) => {
    const weights = fitRecipe(design, train, recipe);
    for (const [number, outcome] of judgeAll(design.matrix, test, weights)) outcomes.set(number, outcome);
    return weights;
  });
  return { recipe, outcomes, rankers };
}

/** One number a set: what recipes are compared by. */
export type Criterion = (scores: Scores) => number;

/** The mean over sets, so that a large set counts no more than a small one. */
export function macroMean(outcomes: Iterable<Outcome>, criterion: Criterion): number {
  const sets = [...scoresBy(outcomes, ({ set }) => set).values()];
  return sets.reduce((sum, scores) => sum + criterion(scores), 0) / Math.max(sets.length, 1);
}

/**
 * Puts a validation together of which each split's ranker is made by the recipe that does best on all *other* splits,
 * so that choosing the recipe is no look at what is judged.
 */
export function chooseWithoutLooking(
  validations: readonly Validation[],
  splits: readonly Split[],
  criterion: Criterion,
): { readonly outcomes: ReadonlyMap<number, Outcome>; readonly rankers: readonly Float64Array[] } {
  const outcomes = new Map<number, Outcome>();
  const rankers = splits.map(({ test }, s) => {
    const hidden = new Set(test);
    const best = bestOf(validations, ({ outcomes: judged }) =>
      macroMean(
        [...judged].flatMap(([number, outcome]) => (hidden.has(number) ? [] : outcome)),
        criterion,
      ),
    );
    for (const number of test) {
      const outcome = best.outcomes.get(number);
      if (outcome !== undefined) outcomes.set(number, outcome);
    }
    return best.rankers[s] ?? new Float64Array();
  });
  return { outcomes, rankers };
}

/** The validation that a criterion likes best. Throws RangeError when there is none. */
export function bestOf(
  validations: readonly Validation[],
  value: (validation: Validation) => number,
): Validation {
  const [first, ...others] = validations;
  if (first === undefined) throw new RangeError('there is nothing to choose from');
  let best = { validation: first, value: value(first) };
  for (const validation of others) {
    const own = value(validation);
    if (own > best.value) best = { validation, value: own };
  }
  return best.validation;
}
