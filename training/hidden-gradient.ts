import { addRow, addRows } from '../src/answer/ranking/hidden-layer.ts';
import type { CandidateList } from './candidate-lists.ts';
import type { Weights } from './hidden-weights.ts';
import { pullsOf } from './listwise.ts';

/** What a look reads and what it adds to. */
interface Learning {
  readonly weights: Weights;
  /** What a candidate's own value weighs in all: `own` and `below` together. */
  readonly mixed: Float64Array;
  readonly gradient: Weights;
}

/**
 * Makes the function that adds one question's gradient: of −log of the share of the softmax that falls on right
 * candidates, times a weight. What `mixed` changes is added to `own` alone.
 */
export function createLook(
  { weights, mixed, gradient }: Learning,
  { dropout, unheard }: { readonly dropout: number; readonly unheard: number },
  random: () => number,
): (list: CandidateList, weight: number) => void {
  const units = weights.bias.length;
  const heard = new Float64Array(weights.linear.length);
  const lowered = new Float64Array(weights.linear.length);
  const common = new Float64Array(units);
  const pullOfAll = new Float64Array(units);
  let fired = new Float64Array(0);
  return (list, weight) => {
    const size = list.offsets.length;
    if (fired.length < size * units) fired = new Float64Array(size * units);
    for (let j = 0; j < heard.length; j++) {
      heard[j] = random() >= unheard ? 1 / (1 - unheard) : 0;
      lowered[j] = (list.lowered[j] ?? 0) * (heard[j] ?? 0);
    }
    common.set(weights.bias);
    addRows(common, weights.below, lowered);
    addRows(common, weights.byTrait, list.traits);
    const scores = Float64Array.from(list.offsets);
    for (let i = 0; i < size; i++) {
      const sums = fired.subarray(i * units, (i + 1) * units);
      sums.set(common);
      let score = scores[i] ?? 0;
      for (let k = list.starts[i] ?? 0; k < (list.starts[i + 1] ?? 0); k++) {
        const column = list.columns[k] ?? 0;
        const value = (list.values[k] ?? 0) * (heard[column] ?? 0);
        if (value === 0) continue;
        score += value * (weights.linear[column] ?? 0);
        addRow(sums, mixed, column, value);
      }
      for (let u = 0; u < units; u++) {
        const sum = sums[u] ?? 0;
        const fires = sum > 0 && random() >= dropout ? sum / (1 - dropout) : 0;
        sums[u] = fires;
        score += fires * (weights.out[u] ?? 0);
      }
      scores[i] = score;
    }
    pullsOf(scores, list.relevant);
    pullOfAll.fill(0);
    for (let i = 0; i < size; i++) {
      const pull = weight * (scores[i] ?? 0);
      const pulls = fired.subarray(i * units, (i + 1) * units);
      for (let u = 0; u < units; u++) {
        const fires = pulls[u] ?? 0;
        gradient.out[u] = (gradient.out[u] ?? 0) + pull * fires;
        const back = fires === 0 ? 0 : (pull * (weights.out[u] ?? 0)) / (1 - dropout);
        pulls[u] = back;
        pullOfAll[u] = (pullOfAll[u] ?? 0) + back;
      }
      for (let k = list.starts[i] ?? 0; k < (list.starts[i + 1] ?? 0); k++) {
        const column = list.columns[k] ?? 0;
        const value = (list.values[k] ?? 0) * (heard[column] ?? 0);
        if (value === 0) continue;
        gradient.linear[column] = (gradient.linear[column] ?? 0) + pull * value;
        spread(gradient.own, column, pulls, value);
      }
    }
    for (let u = 0; u < units; u++) gradient.bias[u] = (gradient.bias[u] ?? 0) + (pullOfAll[u] ?? 0);
    for (const [j, value] of lowered.entries()) if (value !== 0) spread(gradient.below, j, pullOfAll, value);
    for (const [t, value] of list.traits.entries())
      if (value !== 0) spread(gradient.byTrait, t, pullOfAll, value);
  };
}

function spread(table: Float64Array, row: number, pulls: Float64Array, value: number): void {
  const from = row * pulls.length;
  for (let u = 0; u < pulls.length; u++) table[from + u] = (table[from + u] ?? 0) + value * (pulls[u] ?? 0);
}
