import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ConfidenceParameters } from '../confidence/confidence.ts';
import { readHiddenLayer } from './hidden-layer.ts';
import type { CorpusWeights } from './learnt-ranker.ts';
import type { Weights } from './linear-ranker.ts';
import { RANKING_TRAITS } from './question-traits.ts';

/** What training learnt: one readable JSON file, written by `npm run train`. */
export interface Model {
  /** Weights for sentences found in a corpus. */
  readonly corpus: CorpusWeights;
  /** Weights for candidates that are given, without a corpus around them. */
  readonly candidates: Weights;
  readonly confidence: ConfidenceParameters;
}

const weights = z.record(z.string(), z.number());
const rows = z.record(z.string(), z.string());

/** A hidden layer as the file holds it. */
export const HIDDEN_LAYER_SCHEMA = z.object({
  bias: z.string(),
  out: z.string(),
  own: rows,
  best: rows,
  byTrait: rows,
});

const modelFile = z.object({
  trained: z.object({
    date: z.string(),
    data: z.array(z.string()),
    scores: z.record(z.string(), z.number()),
  }),
  corpus: z.object({
    common: weights,
    byTrait: z.partialRecord(z.enum(RANKING_TRAITS), weights),
    hidden: HIDDEN_LAYER_SCHEMA.optional(),
  }),
  candidates: weights,
  confidence: z.object({
    weights,
    answerFrom: z.object({ few: z.number(), many: z.number(), manyWhole: z.number() }),
    likelyFrom: z.number(),
    strongFrom: z.number(),
  }),
});

/**
 * Reads the model that comes with this version.
 * @throws Error when the file is missing or not of the form that this version reads, or has a hidden layer of another version
 */
export function loadModel(path: string | URL = new URL('../../data/model.json', import.meta.url)): Model {
  const parsed = modelFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(
      `${path} is not a model of this version; train it again with npm run train: ${parsed.error.message}`,
    );
  }
  const { corpus, candidates, confidence } = parsed.data;
  const { hidden, ...linear } = corpus;
  return { corpus: { ...linear, hidden: hidden && readHiddenLayer(hidden) }, candidates, confidence };
}
