import { LEXICAL_FEATURES } from '../../../src/answer/features/lexical.ts';
import { SEMANTIC_FEATURES } from '../../../src/answer/features/semantic.ts';
import { SHAPE_FEATURES } from '../../../src/answer/features/shape.ts';
import { TYPED_FEATURES } from '../../../src/answer/features/typed.ts';
import type { Plan } from './choose.ts';
import { makeDesign } from './design.ts';
import { foldSplits } from './folds.ts';
import type { Matrix } from './matrix.ts';
import { scoresBy } from './measure.ts';
import { table } from './report.ts';
import { crossValidate, type Recipe } from './validate.ts';

/** Features that are left out together, to see what they are worth. */
export function featureGroups(names: readonly string[]): Map<string, ReadonlySet<string>> {
  const having = (pattern: RegExp): ReadonlySet<string> =>
    new Set(names.filter((name) => pattern.test(name)));
  return new Map<string, ReadonlySet<string>>([
    ['nothing', new Set()],
    ['lexical', new Set<string>(LEXICAL_FEATURES)],
    ['semantic', new Set<string>(SEMANTIC_FEATURES)],
    ['shape', new Set<string>(SHAPE_FEATURES)],
    ['typed', new Set<string>(TYPED_FEATURES)],
    ['fits', having(/^fits\b/)],
    ['support', having(/^support/)],
    ['head', having(/^head/)],
    ['title', having(/title/i)],
    ['neighbours', having(/previous|next|around|neighbour/i)],
  ]);
}

/** Cross-validated scores without each group of features, and the difference that each makes. */
export function ablationTable(matrix: Matrix, plan: Plan, recipe: Recipe): string {
  const splits = foldSplits(matrix.questions, plan.folds, plan.spread);
  const sets = [...new Set(matrix.questions.map(({ set }) => set))];
  const rows = [...featureGroups(matrix.names)].map(([group, without]) => {
    const { outcomes } = crossValidate(
      makeDesign(matrix, without.union(new Set(plan.without))),
      splits,
      recipe,
    );
    const bySet = scoresBy(outcomes.values(), ({ set }) => set);
    const mean = (value: (set: string) => number): number =>
      sets.reduce((sum, set) => sum + value(set), 0) / Math.max(sets.length, 1);
    return [
      `${group} (${without.size})`,
      mean((set) => bySet.get(set)?.hit1 ?? 0),
      mean((set) => bySet.get(set)?.hit5 ?? 0),
      mean((set) => bySet.get(set)?.map ?? 0),
      ...sets.map((set) => (plan.spread === 'even' ? bySet.get(set)?.hit1 : bySet.get(set)?.map) ?? 0),
    ];
  });
  const measure = plan.spread === 'even' ? 'hit@1' : 'MAP';
  return table(['without', 'hit@1', 'hit@5', 'MAP', ...sets.map((set) => `${set} ${measure}`)], rows);
}
