/**
 * Trains Footnote's ranker and confidence and writes src/answer/model.json.
 *
 *   npm run train -- --data DIR [--only news|selection|confidence] [--dry] [--ablate]
 *                    [--leave-out NAME] [--out FILE] [--cache DIR]
 *
 * DIR (or $FOOTNOTE_EVAL) holds `news/` (articles and quiz questions by year) and `selection/` (questions with candidate
 * sentences). No score that is printed or written was measured on what its ranker had learnt from.
 * --leave-out  a year or a set that nothing is learnt from, for benchmarks on it; wants --out
 * --out        where the model is written instead
 * --ablate     prints the scores without each group of features, and writes nothing
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONFIDENCE_FEATURES } from '../../../src/answer/confidence.ts';
import { loadTools } from '../../../src/answer/tools.ts';
import { ablationTable } from './ablate.ts';
import { openCache } from './cache.ts';
import { type Chosen, chooseRanker, NEWS_PLAN, type Plan, SELECTION_PLAN } from './choose.ts';
import { collectNews, collectSelection, type Sources, vectorCode } from './collect.ts';
import { fitConfidence } from './confidence.ts';
import { BLANK_MODEL, corpusOpener } from './corpora.ts';
import { type Matrix, withoutSet } from './matrix.ts';
import { scoresBy } from './measure.ts';
import { confidenceTables, newsTables, selectionTables } from './report.ts';
import { collectSightings } from './sightings.ts';
import { confidenceQuality, tradeOff } from './trade-off.ts';
import { namedWeights, readModelFile, roundScores, writeModelFile } from './write-model.ts';

const MODEL = fileURLToPath(new URL('../../../src/answer/model.json', import.meta.url));

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string', default: join(tmpdir(), 'footnote-train') },
    only: { type: 'string' },
    'leave-out': { type: 'string' },
    out: { type: 'string' },
    dry: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
  },
});
const { FOOTNOTE_EVAL } = process.env;
const data = options.data ?? FOOTNOTE_EVAL;
const leftOut = options['leave-out'];
if (data === undefined)
  throw new Error('Say where the data lies: --data DIR, or FOOTNOTE_EVAL in the environment');
if (options.only !== undefined && !['news', 'selection', 'confidence'].includes(options.only))
  throw new Error(`--only ${options.only}: it is news, selection or confidence`);
if (leftOut !== undefined && options.out === undefined)
  throw new Error('--leave-out is for benchmarks: say with --out where its model goes');

const started = performance.now();
const say = (message: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}\n`);
};
const print = (...parts: readonly string[]): void => {
  process.stdout.write(`${parts.join('\n\n')}\n\n`);
};

const tools = loadTools(BLANK_MODEL);
const cache = openCache(options.cache);
const sources: Sources = {
  data,
  tools,
  cache,
  code: vectorCode(),
  openCorpus: corpusOpener(data, tools, cache, say),
  say,
};
const wants = (part: string): boolean => options.only === undefined || options.only === part;
// What a benchmark is run on must not come in through parts of the old model.
const model = readModelFile(leftOut === undefined ? MODEL : undefined);
const scores: Record<string, number> = { ...model.trained.scores };
const learntFrom = new Set<string>();

function choose(name: string, all: Matrix, plan: Plan): Chosen {
  const matrix = leftOut === undefined ? all : withoutSet(all, leftOut);
  for (const { set } of matrix.questions) learntFrom.add(set);
  say(`${name}: ${matrix.questions.length} questions, ${matrix.relevant.length} candidates`);
  const chosen = chooseRanker(matrix, plan);
  say(`${name}: chosen ${JSON.stringify(chosen.recipe)}`);
  if (options.ablate)
    print(`## ${name}, without groups of features`, ablationTable(matrix, plan, chosen.recipe));
  return chosen;
}

if (wants('news') || wants('confidence')) {
  const matrix = await collectNews(sources);
  const chosen = choose('news', matrix, NEWS_PLAN);
  if (wants('news')) {
    print('## News', newsTables(chosen.outcomes, chosen.leftOut));
    model.corpus = namedWeights(matrix.names, chosen.weights);
    for (const [set, { hit1, hit5, mrr10 }] of scoresBy(chosen.outcomes, ({ set }) => set)) {
      scores[`${set} hit@1`] = hit1;
      scores[`${set} hit@5`] = hit5;
      scores[`${set} MRR@10`] = mrr10;
    }
    for (const [set, { hit1 }] of scoresBy(chosen.leftOut, ({ set }) => set))
      scores[`${set} hit@1, learnt from other years`] = hit1;
  }
  if (wants('confidence') && !options.ablate) {
    const fit = fitConfidence(await collectSightings(sources, chosen.rankerOf));
    print('## Confidence', confidenceTables(fit));
    model.confidence = {
      weights: namedWeights(CONFIDENCE_FEATURES, fit.weights),
      answerFrom: fit.answerFrom,
      likelyFrom: fit.likelyFrom,
      strongFrom: fit.strongFrom,
    };
    for (const { group, auroc, calibrationError } of confidenceQuality(fit.judgements)) {
      scores[`confidence AUROC, ${group}`] = auroc;
      scores[`confidence calibration error, ${group}`] = calibrationError;
    }
    const { rightKept, other } = tradeOff(fit.judgements, fit.answerFrom);
    scores['answered, of those it can answer rightly'] = rightKept;
    scores['answered, of those without an answer'] = other;
  }
}

if (wants('selection')) {
  const matrix = await collectSelection(sources);
  const chosen = choose('selection', matrix, SELECTION_PLAN);
  print('## Selection', selectionTables(chosen.outcomes, chosen.leftOut));
  model.candidates = namedWeights(matrix.names, chosen.weights);
  for (const [set, { map, hit1 }] of scoresBy(chosen.outcomes, ({ set }) => set)) {
    scores[`${set} MAP`] = map;
    scores[`${set} P@1`] = hit1;
  }
  for (const [set, { map }] of scoresBy(chosen.leftOut, ({ set }) => set))
    scores[`${set} MAP, learnt from other sets`] = map;
}

if (!options.dry && !options.ablate) {
  const kept = options.only === undefined ? [] : model.trained.data;
  model.trained = {
    date: new Date().toISOString().slice(0, 10),
    data: [...new Set([...kept, ...learntFrom])].sort(),
    scores: roundScores(scores),
  };
  const file = options.out ?? MODEL;
  writeModelFile(file, model);
  say(`wrote ${file}`);
}
