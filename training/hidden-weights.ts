import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import type { HiddenLayer } from '../src/answer/ranking/hidden-layer.ts';
import { RANKING_TRAITS } from '../src/answer/ranking/question-traits.ts';

/** What is learnt of a hidden layer and of the linear ranker beside it, for features in units of their spread. */
export interface Weights {
  readonly linear: Float64Array;
  readonly bias: Float64Array;
  readonly out: Float64Array;
  /** Of a candidate's own values. */
  readonly own: Float64Array;
  /** Of what its values are more than the highest of the question: nothing or less. */
  readonly below: Float64Array;
  readonly byTrait: Float64Array;
}

/** A layer, and the weights of the features beside it; a score is the sum of both. */
export interface HiddenFit {
  readonly layer: HiddenLayer;
  /** By feature, in the order of `FEATURE_NAMES`. */
  readonly linear: Float64Array;
}

const FEATURES = FEATURE_NAMES.length;
const TRAITS = RANKING_TRAITS.length;
/** How far a unit that fires moves a score at first, for all units together. */
const FIRST_OUT = 0.3;

/** Units that fire by chance, and count little. */
export function startWeights(units: number, random: () => number): Weights {
  const inputs = 2 * FEATURES + TRAITS;
  const filled = (length: number, spread: number) =>
    Float64Array.from({ length }, () => (2 * random() - 1) * Math.sqrt(3) * spread);
  return {
    linear: new Float64Array(FEATURES),
    bias: new Float64Array(units),
    out: filled(units, FIRST_OUT / Math.sqrt(units)),
    own: filled(FEATURES * units, 1 / Math.sqrt(inputs)),
    below: filled(FEATURES * units, 1 / Math.sqrt(inputs)),
    byTrait: filled(TRAITS * units, 1 / Math.sqrt(inputs)),
  };
}

/** Noughts in the form of some weights. */
export function noughts({ linear, bias, out, own, below, byTrait }: Weights): Weights {
  const like = ({ length }: Float64Array) => new Float64Array(length);
  return {
    linear: like(linear),
    bias: like(bias),
    out: like(out),
    own: like(own),
    below: like(below),
    byTrait: like(byTrait),
  };
}

/** All of some weights, always in the same order. */
export function arraysOf({ linear, bias, out, own, below, byTrait }: Weights): Float64Array[] {
  return [linear, bias, out, own, below, byTrait];
}

/** What weights of features in units of their spreads say of the features as they are. */
export function unscaled(weights: Weights, spreads: Float64Array): HiddenFit {
  const { linear, bias, out, own, below, byTrait } = weights;
  const spreadOf = (i: number) => spreads[Math.floor(i / bias.length)] ?? 1;
  return {
    linear: linear.map((weight, j) => weight / (spreads[j] ?? 1)),
    layer: {
      bias,
      out,
      own: own.map((weight, i) => (weight + (below[i] ?? 0)) / spreadOf(i)),
      best: below.map((weight, i) => -weight / spreadOf(i)),
      byTrait,
    },
  };
}
