/**
 * Trains Footnote's ranker and confidence and writes src/data/model.json.
 *
 *   npm run train -- --data DIR [--only corpus|selection] [--kinds A,B] [--dry] [--leave-out KIND] [--out FILE] [--cache DIR]
 *
 * DIR (or $FOOTNOTE_EVAL) holds `news/`, `everyday/`, `google/`, `science/`, `squad/`, `communities/` (articles with
 * questions) and `selection/` (questions with candidate sentences). No score that is printed or written was measured on
 * what its ranker had learnt from.
 * --kinds      only some of the corpora are asked (google, science, squad, communities, news-2022, news-2024)
 * --leave-out  a kind or a set that nothing is learnt from, for benchmarks on it; wants --out
 * --out        where the model is written instead
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CONFIDENCE_FEATURES } from '../src/answer/confidence/confidence.ts';
import { loadTools } from '../src/answer/load-tools.ts';
import { createSentenceEnds } from '../src/text/sentence-boundaries.ts';
import { openCache } from './cache.ts';
import { chooseRanker, SELECTION_PLAN } from './choose.ts';
import { collectSelection, type Sources, vectorCode } from './collect.ts';
import { collectKinds } from './collect-kinds.ts';
import { fitConfidence, seeFirst } from './confidence.ts';
import { BLANK_MODEL } from './corpora.ts';
import { fitRanker } from './fitted-ranker.ts';
import { groupFold } from './folds.ts';
import { type Matrix, withoutSet } from './matrix.ts';
import { scoresBy } from './measure.ts';
import { confidenceTables, kindsTable, selectionTables } from './report.ts';
import { judgeInFolds, judgeUnseenKinds } from './trait-folds.ts';
import { corpusWeights, namedWeights, readModelFile, roundScores, writeModelFile } from './write-model.ts';

const MODEL = fileURLToPath(new URL('../src/data/model.json', import.meta.url));

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string', default: join(tmpdir(), 'footnote-train') },
    only: { type: 'string' },
    kinds: { type: 'string' },
    'leave-out': { type: 'string' },
    out: { type: 'string' },
    dry: { type: 'boolean', default: false },
    unseen: { type: 'boolean', default: false },
  },
});
const { FOOTNOTE_EVAL } = process.env;
const data = options.data ?? FOOTNOTE_EVAL;
const leftOut = options['leave-out'];
if (data === undefined)
  throw new Error('Say where the data lies: --data DIR, or FOOTNOTE_EVAL in the environment');
if (options.only !== undefined && !['corpus', 'selection'].includes(options.only))
  throw new Error(`--only ${options.only}: it is corpus or selection`);
if (leftOut !== undefined && options.out === undefined)
  throw new Error('--leave-out is for benchmarks: say with --out where its model goes');

const started = performance.now();
const say = (message: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}\n`);
};
const print = (...parts: readonly string[]): void => {
  process.stdout.write(`${parts.join('\n\n')}\n\n`);
};

const sources: Sources = {
  data,
  tools: loadTools(BLANK_MODEL),
  ends: createSentenceEnds(),
  cache: openCache(options.cache),
  code: vectorCode(),
  say,
};
const wants = (part: string): boolean => options.only === undefined || options.only === part;
// What a benchmark is run on must not come in through parts of the old model.
const model = readModelFile(leftOut === undefined ? MODEL : undefined);
const scores: Record<string, number> = options.only === undefined ? {} : { ...model.trained.scores };
const learntFrom = new Set<string>();
const without = (matrix: Matrix): Matrix => (leftOut === undefined ? matrix : withoutSet(matrix, leftOut));

if (wants('corpus')) {
  const matrix = without(await collectKinds(sources, options.kinds?.split(',')));
  for (const { kind } of matrix.questions) learntFrom.add(kind);
  const folds = judgeInFolds(matrix, groupFold);
  say('five folds judged');
  print('## First sentences, five folds by article', kindsTable(folds.outcomes));
  if (options.unseen)
    print('## First sentences, learnt from the other kinds', kindsTable(judgeUnseenKinds(matrix)));
  model.corpus = corpusWeights(fitRanker(matrix, matrix.questions));
  const fit = fitConfidence(seeFirst(matrix, folds.rankerOf), groupFold);
  print('## Confidence', confidenceTables(fit));
  model.confidence = {
    weights: namedWeights(CONFIDENCE_FEATURES, fit.weights),
    answerFrom: fit.answerFrom,
    likelyFrom: fit.likelyFrom,
    strongFrom: fit.strongFrom,
  };
  for (const [set, { hit1, hit5 }] of scoresBy(folds.outcomes, ({ set, kind }) =>
    kind === 'everyday' ? kind : set,
  )) {
    scores[`${set} first`] = hit1;
    scores[`${set} first five`] = hit5;
  }
}

if (wants('selection')) {
  const matrix = without(await collectSelection(sources));
  for (const { set } of matrix.questions) learntFrom.add(set);
  say(`selection: ${matrix.questions.length} questions, ${matrix.relevant.length} candidates`);
  const chosen = chooseRanker(matrix, SELECTION_PLAN);
  say(`selection: chosen ${JSON.stringify(chosen.recipe)}`);
  print('## Selection', selectionTables(chosen.outcomes, chosen.leftOut));
  model.candidates = namedWeights(matrix.names, chosen.weights);
  for (const [set, { map, hit1 }] of scoresBy(chosen.outcomes, ({ set }) => set)) {
    scores[`${set} MAP`] = map;
    scores[`${set} P@1`] = hit1;
  }
  for (const [set, { map }] of scoresBy(chosen.leftOut, ({ set }) => set))
    scores[`${set} MAP, learnt from other sets`] = map;
}

if (!options.dry) {
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
