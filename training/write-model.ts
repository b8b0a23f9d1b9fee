import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { FEATURE_NAMES } from '../src/answer/features/index.ts';
import type { HiddenLayer, HiddenWeights } from '../src/answer/ranking/hidden-layer.ts';
import { HIDDEN_LAYER_SCHEMA } from '../src/answer/ranking/load-model.ts';
import { RANKING_TRAITS } from '../src/answer/ranking/question-traits.ts';
import type { FittedRanker } from './fitted-ranker.ts';
import type { TraitVector } from './trait-fit.ts';

const weights = z.record(z.string(), z.number());

/** The file as it stands, of this or another version: what is not trained again is kept. */
const lenient = z.object({
  trained: z
    .object({
      date: z.string(),
      data: z.array(z.string()),
      scores: z.record(z.string(), z.number()),
    })
    .catch({ date: '', data: [], scores: {} }),
  corpus: z
    .object({
      common: weights,
      byTrait: z.partialRecord(z.enum(RANKING_TRAITS), weights),
      hidden: HIDDEN_LAYER_SCHEMA.optional(),
    })
    .catch({ common: {}, byTrait: {} }),
  candidates: z.record(z.string(), z.number()).catch({}),
  confidence: z
    .object({
      weights: z.record(z.string(), z.number()),
      answerFrom: z.object({ few: z.number(), many: z.number(), manyWhole: z.number() }),
      likelyFrom: z.number(),
      strongFrom: z.number(),
    })
    .catch({
      weights: {},
      answerFrom: { few: 0.3, many: 0.5, manyWhole: 0.5 },
      likelyFrom: 0.5,
      strongFrom: 0.75,
    }),
});

export type ModelFile = z.infer<typeof lenient>;

/** Reads a model of any version as far as it is one; an empty one where there is no file. */
export function readModelFile(path: string | URL | undefined): ModelFile {
  const exists = path !== undefined && existsSync(path);
  return lenient.parse(exists ? JSON.parse(readFileSync(path, 'utf8')) : {});
}

/** Weights by name, four digits after the point; those that round to nothing are left out. */
export function namedWeights(names: readonly string[], weights: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(
    names.flatMap((name, i) => {
      const weight = Math.round((weights[i] ?? 0) * 1e4) / 1e4;
      return weight === 0 ? [] : [[name, weight]];
    }),
  );
}

/** A fitted ranker's weights by name. */
export function corpusWeights({ linear, layer }: FittedRanker): ModelFile['corpus'] {
  return { ...traitWeights(linear), hidden: hiddenWeights(layer) };
}

function traitWeights(fitted: TraitVector): Pick<ModelFile['corpus'], 'common' | 'byTrait'> {
  const width = FEATURE_NAMES.length;
  const part = (place: number) =>
    namedWeights(FEATURE_NAMES, fitted.subarray(place * width, (place + 1) * width));
  const byTrait = Object.fromEntries(RANKING_TRAITS.map((trait, t) => [trait, part(t + 1)]));
  return { common: part(0), byTrait };
}

/** A hidden layer as rows of numbers, three digits after the point: what is learnt is not surer than that. */
function hiddenWeights({ bias, out, own, best, byTrait }: HiddenLayer): HiddenWeights {
  const units = bias.length;
  const row = (numbers: Float64Array) =>
    [...numbers].map((number) => String(Number(number.toFixed(3)))).join(' ');
  const table = (names: readonly string[], numbers: Float64Array) =>
    Object.fromEntries(names.map((name, i) => [name, row(numbers.subarray(i * units, (i + 1) * units))]));
  return {
    bias: row(bias),
    out: row(out),
    own: table(FEATURE_NAMES, own),
    best: table(FEATURE_NAMES, best),
    byTrait: table(RANKING_TRAITS, byTrait),
  };
}

/** Scores to four digits, in the order of their names. */
export function roundScores(scores: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(scores)
      .map(([name, value]): [string, number] => [name, Math.round(value * 1e4) / 1e4])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Writes the model in one go: a run that breaks off leaves the old one. */
export function writeModelFile(path: string, model: ModelFile): void {
  writeFileSync(`${path}.part`, `${JSON.stringify(model, null, 2)}\n`);
  renameSync(`${path}.part`, path);
}
