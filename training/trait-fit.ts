import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import { TRAITS } from '../src/answer/ranking/corpus-traits.ts';
import { RANKING_TRAITS } from '../src/answer/ranking/question-traits.ts';
import { familyMembers } from './design.ts';
import { LBFGS_DEFAULTS, minimize } from './lbfgs.ts';
import { pullsOf, teaching } from './listwise.ts';
import type { Matrix, MatrixQuestion } from './matrix.ts';

/** Strengths of the pull to zero: on what all corpora have in common, and on what a trait of the corpus or the question adds. */
export interface TraitRecipe {
  readonly common: number;
  readonly byTrait: number;
  readonly byQuestion: number;
  /** 0: every question counts the same; 1: every kind of corpus and question counts the same. */
  readonly balance: number;
}

export const TRAIT_RECIPE: TraitRecipe = { common: 0.01, byTrait: 0.02, byQuestion: 0.05, balance: 0.5 };

const FEATURES = FEATURE_NAMES.length;
const FAMILIES = familyMembers(FEATURE_NAMES);
/** The columns that are fitted: the features, and the sum of each family, so that rare members lean on the others. */
const WIDTH = FEATURES + FAMILIES.length;
const PLACES = RANKING_TRAITS.length + 1;
/** A column that varies within fewer questions than this is drawn to zero more strongly. */
const ENOUGH_QUESTIONS = 150;
const MOST_STEPS = 60;

/** Weights on the features' own scale: those in common, then those of each trait. */
export type TraitVector = Float64Array;

interface Prepared {
  readonly question: MatrixQuestion;
  readonly weight: number;
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float32Array;
}

/**
 * Fits a listwise ranker whose weights are linear in the traits of corpus and question: w = common + Σ trait × w(trait). Maximum
 * likelihood that some answering candidate comes first (see fit.ts), with an L2 pull to zero.
 * @param chosen the questions to learn from; those without an answer, or with nothing else, teach nothing
 */
export function fitTraits(
  matrix: Matrix,
  chosen: readonly MatrixQuestion[],
  recipe: TraitRecipe = TRAIT_RECIPE,
): TraitVector {
  const useful = teaching(matrix, chosen);
  const weightOf = balanceKinds(useful, recipe.balance);
  const { spreads, counts } = spreadsOf(matrix, useful);
  const data = useful.map((question) => prepare(matrix, question, weightOf(question), spreads));
  const total = data.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const scores = new Float64Array(Math.max(1, ...useful.map(({ from, to }) => to - from)));
  const weights = new Float64Array(WIDTH);
  const pulls = new Float64Array(WIDTH);
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    for (const one of data) {
      const { traits } = one.question;
      blend(point, traits, weights);
      pulls.fill(0);
      loss += one.weight * listLoss(matrix, one, weights, scores, pulls);
      for (let j = 0; j < WIDTH; j++) {
        const pull = (one.weight * (pulls[j] ?? 0)) / total;
        gradient[j] = (gradient[j] ?? 0) + pull;
        if (pull === 0) continue;
        for (let t = 1; t < PLACES; t++) {
          const trait = traits[t - 1] ?? 0;
          if (trait !== 0) gradient[t * WIDTH + j] = (gradient[t * WIDTH + j] ?? 0) + trait * pull;
        }
      }
    }
    let value = loss / total;
    for (let d = 0; d < point.length; d++) {
      const shrinkage = Math.max(1, ENOUGH_QUESTIONS / Math.max(counts[d % WIDTH] ?? 0, 1));
      const pull = strengthOf(Math.floor(d / WIDTH), recipe) * shrinkage * (point[d] ?? 0);
      value += 0.5 * pull * (point[d] ?? 0);
      gradient[d] = (gradient[d] ?? 0) + pull;
    }
    return value;
  };
  const steps = { ...LBFGS_DEFAULTS, mostSteps: MOST_STEPS, tolerance: 1e-5 };
  const fitted = minimize(objective, new Float64Array(WIDTH * PLACES), steps);
  return toFeatures(fitted.map((weight, d) => weight / (spreads[d % WIDTH] ?? 1)));
}

/** How strongly the weights of a place are drawn to zero: those in common, of a corpus, of a question. */
function strengthOf(place: number, { common, byTrait, byQuestion }: TraitRecipe): number {
  if (place === 0) return common;
  return place <= TRAITS.length ? byTrait : byQuestion;
}

/** Weights of all columns as weights of the features alone. */
function toFeatures(fitted: Float64Array): TraitVector {
  const own = new Float64Array(FEATURES * PLACES);
  for (let place = 0; place < PLACES; place++) {
    const part = fitted.subarray(place * WIDTH, (place + 1) * WIDTH);
    own.set(part.subarray(0, FEATURES), place * FEATURES);
    for (const [f, members] of FAMILIES.entries())
      for (const member of members)
        own[place * FEATURES + member] = (own[place * FEATURES + member] ?? 0) + (part[FEATURES + f] ?? 0);
  }
  return own;
}

/** The values of a row's columns: its features, then the sums of their families. */
function columnsOf({ names, values }: Matrix, row: number, out: Float32Array): void {
  const base = row * names.length;
  out.set(values.subarray(base, base + FEATURES));
  for (const [f, members] of FAMILIES.entries())
    out[FEATURES + f] = members.reduce((sum, member) => sum + (values[base + member] ?? 0), 0);
}

/** The scores of a question's candidates by a linear ranker alone. */
export function scoreByTraits(matrix: Matrix, question: MatrixQuestion, fitted: TraitVector): Float64Array {
  const weights = new Float64Array(FEATURES);
  blend(fitted, question.traits, weights);
  const width = matrix.names.length;
  return Float64Array.from({ length: question.to - question.from }, (_, i) => {
    const row = question.from + i;
    let score = matrix.offsets[row] ?? 0;
    for (let j = 0; j < FEATURES; j++) score += (matrix.values[row * width + j] ?? 0) * (weights[j] ?? 0);
    return score;
  });
}

/** How much a question counts when kinds of unlike size are balanced. */
export function balanceKinds(
  questions: readonly MatrixQuestion[],
  balance: number,
): (question: MatrixQuestion) => number {
  const sizes = new Map<string, number>();
  for (const { kind } of questions) sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  return ({ kind }) => (sizes.get(kind) ?? 1) ** -balance;
}

function blend(point: Float64Array, traits: readonly number[], out: Float64Array): void {
  const present = [...traits.keys()].filter((t) => traits[t] !== 0);
  for (let j = 0; j < out.length; j++) {
    let weight = point[j] ?? 0;
    for (const t of present) weight += (traits[t] ?? 0) * (point[(t + 1) * out.length + j] ?? 0);
    out[j] = weight;
  }
}

/** −log of the share of the softmax that falls on right candidates; its derivatives by weight are added to `pulls`. */
function listLoss(
  { relevant, offsets }: Matrix,
  { question, starts, columns, values }: Prepared,
  weights: Float64Array,
  scores: Float64Array,
  pulls: Float64Array,
): number {
  const size = question.to - question.from;
  const own = scores.subarray(0, size);
  for (let i = 0; i < size; i++) {
    let score = offsets[question.from + i] ?? 0;
    const end = starts[i + 1] ?? 0;
    for (let k = starts[i] ?? 0; k < end; k++) score += (values[k] ?? 0) * (weights[columns[k] ?? 0] ?? 0);
    own[i] = score;
  }
  const loss = pullsOf(own, relevant.subarray(question.from, question.to));
  for (let i = 0; i < size; i++) {
    const pull = own[i] ?? 0;
    if (pull === 0) continue;
    const end = starts[i + 1] ?? 0;
    for (let k = starts[i] ?? 0; k < end; k++) {
      const column = columns[k] ?? 0;
      pulls[column] = (pulls[column] ?? 0) + pull * (values[k] ?? 0);
    }
  }
  return loss;
}

/** A question's values that are not zero, each in units of its feature's spread. */
function prepare(matrix: Matrix, question: MatrixQuestion, weight: number, spreads: Float64Array): Prepared {
  const starts = new Uint32Array(question.to - question.from + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const all = new Float32Array(WIDTH);
  for (let row = question.from; row < question.to; row++) {
    columnsOf(matrix, row, all);
    for (let j = 0; j < WIDTH; j++) {
      const value = all[j] ?? 0;
      if (value === 0) continue;
      columns.push(j);
      values.push(value / (spreads[j] ?? 1));
    }
    starts[row - question.from + 1] = columns.length;
  }
  return { question, weight, starts, columns: Uint16Array.from(columns), values: Float32Array.from(values) };
}

/** Standard deviation of each column within the questions where it varies at all, and in how many it does. */
export function spreadsOf(
  matrix: Matrix,
  questions: readonly MatrixQuestion[],
): { spreads: Float64Array; counts: Float64Array } {
  const spreads = new Float64Array(WIDTH);
  const counts = new Float64Array(WIDTH);
  const all = new Float32Array(WIDTH);
  for (const { from, to } of questions) {
    const sums = new Float64Array(WIDTH);
    const squares = new Float64Array(WIDTH);
    for (let row = from; row < to; row++) {
      columnsOf(matrix, row, all);
      for (const [j, value] of all.entries()) {
        sums[j] = (sums[j] ?? 0) + value;
        squares[j] = (squares[j] ?? 0) + value * value;
      }
    }
    for (let j = 0; j < WIDTH; j++) {
      const variance = (squares[j] ?? 0) / (to - from) - ((sums[j] ?? 0) / (to - from)) ** 2;
      if (variance < 1e-9) continue;
      spreads[j] = (spreads[j] ?? 0) + variance;
      counts[j] = (counts[j] ?? 0) + 1;
    }
  }
  return { spreads: spreads.map((sum, j) => Math.sqrt(sum / Math.max(counts[j] ?? 0, 1)) || 1), counts };
}
