import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadTools } from '../src/answer/load-tools.ts';
import type { Weights } from '../src/answer/ranking/linear-ranker.ts';
import { loadModel } from '../src/answer/ranking/load-model.ts';
import { scoreCandidates } from '../src/answer/ranking/score-candidates.ts';
import { createSentenceEnds } from '../src/text/sentence-boundaries.ts';
import { openCache } from '../training/cache.ts';
import { vectorCode } from '../training/collect.ts';
import { readSelectionSet, type SelectionQuestion } from '../training/data.ts';
import { foldSelectionWeights } from '../training/fold-models.ts';
import { markdownTable, share } from './markdown.ts';
import { choosePeers } from './measure-peer.ts';
import { mean, meanOrderScores, type OrderScores, scoreOrder } from './measures.ts';
import { inMixedOrder } from './mixed-order.ts';
import { sawInTraining } from './model-data.ts';
import type { BenchOptions } from './options.ts';
import { loadPeer, PEER_IDS } from './peers/index.ts';
import { cosine, loadMiniLm, rememberVectors } from './peers/minilm.ts';
import type { Corpus, Peer, StopWords } from './peers/peer.ts';

const FOOTNOTE = '**Footnote**';

/** Scores the candidates of a question, in their order. */
type Scorer = (question: SelectionQuestion) => readonly number[] | Promise<readonly number[]>;

interface Contestant {
  readonly name: string;
  /** The scorer for a set; several are variants, of which the better on the mean of all sets counts. */
  readonly variants: readonly ((set: string) => Scorer | Promise<Scorer>)[];
}

interface Result {
  readonly name: string;
  /** Set → the scores of each question that was asked. */
  readonly judged: ReadonlyMap<string, ReadonlyMap<string, OrderScores>>;
}

/**
 * Orders the candidate sentences that come with a question; what a peer does not find is tied at the end. A slow peer
 * is asked a sample of each set. Footnote's weights are learnt anew for each fifth of the questions, from the others.
 * @returns Markdown
 */
export async function benchSelection(options: BenchOptions, say: (message: string) => void): Promise<string> {
  const names = readdirSync(join(options.data, 'selection')).flatMap(
    (file) => /^(.+)\.jsonl$/.exec(file)?.[1] ?? [],
  );
  const sets = new Map<string, readonly SelectionQuestion[]>();
  for (const name of names) {
    const questions = await readSelectionSet(options.data, name);
    // Questions about one text stay together: encoders meet its sentences again.
    sets.set(
      name,
      inMixedOrder(questions, ({ candidates }) => candidates[0] ?? ''),
    );
  }
  const learnt = await learnWeights(options, say);
  const folder = mkdtempSync(join(options.cache, 'selection-'));
  const results: Result[] = [];
  try {
    for (const contestant of await contestants(options, folder, learnt)) {
      const result = await judge(contestant, sets, options, say).catch((error: Error) => {
        say(`${contestant.name} is left out: ${error.message}`);
        return undefined;
      });
      if (result !== undefined) results.push(result);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const isLearnt = (name: string) => [...learnt.keys()].some((id) => id.startsWith(`${name}/`));
  const seen = names.filter((name) => !isLearnt(name) && sawInTraining(options.models, name));
  const inSample =
    seen.length === 0 ? [] : [`Footnote's weights were trained on ${seen.join(', ')}: in-sample.`];
  const tables = [
    ['map', 'MAP'],
    ['mrr', 'MRR'],
    ['p1', 'P@1'],
  ] as const;
  return [
    '### Sentence selection',
    ...tables.map(([measure, title]) => `${title}\n\n${tableOf(measure, names, results)}`),
    ...samplesNote(sets, results),
    ...inSample,
  ].join('\n\n');
}

function tableOf(measure: keyof OrderScores, names: readonly string[], results: readonly Result[]): string {
  const rows = results.map(({ name, judged }) => {
    const values = names.map((set) => meanOrderScores([...(judged.get(set)?.values() ?? [])])[measure]);
    return [name, ...[...values, mean(values)].map(share)];
  });
  return markdownTable(['', ...names, 'mean'], rows);
}

/** Which scores are of a sample, and what Footnote scores on the same questions. */
function samplesNote(
  sets: ReadonlyMap<string, readonly SelectionQuestion[]>,
  results: readonly Result[],
): string[] {
  const own = results.find(({ name }) => name === FOOTNOTE);
  return results.flatMap(({ name, judged }) =>
    [...judged].flatMap(([set, scores]) => {
      const all = sets.get(set)?.length ?? 0;
      if (scores.size >= all) return [];
      const footnote = [...scores.keys()].flatMap((id) => own?.judged.get(set)?.get(id) ?? []);
      const beside =
        footnote.length === 0 ? '' : `; Footnote's MAP on these: ${share(meanOrderScores(footnote).map)}`;
      return `${name} was asked ${scores.size} of the ${all} questions of ${set}${beside}.`;
    }),
  );
}

async function contestants(
  { only, models, stopWords }: BenchOptions,
  folder: string,
  learnt: ReadonlyMap<string, Weights>,
): Promise<Contestant[]> {
  const chosen = choosePeers(only, ['retrieval']);
  const peers: Contestant[] = [];
  for (const id of chosen) {
    if (id === 'footnote') {
      peers.push({
        name: FOOTNOTE,
        variants: [(set) => footnoteScorer(models.get(set) ?? models.get(''), set, learnt)],
      });
    } else if (id === 'minilm') peers.push({ name: 'all-MiniLM-L6-v2', variants: [encoderScorer] });
    else {
      const peer = await loadPeer(id).catch(() => undefined);
      if (peer === undefined) continue;
      peers.push({
        name: peer.name,
        variants: peer.stopWords
          .filter((way) => peer.stopWords.length === 1 || stopWords.includes(way))
          .map((way) => () => searchScorer(peer, way, folder)),
      });
    }
  }
  const order: Contestant = {
    name: 'candidates in their own order',
    variants: [
      () =>
        ({ candidates }) =>
          candidates.map((_, i) => -i),
    ],
  };
  return chosen.length === PEER_IDS.length - 1 ? [...peers, order] : peers;
}

/** @param learnt weights by question that were learnt without it; they come before those of the model */
function footnoteScorer(
  model: string | undefined,
  set: string,
  learnt: ReadonlyMap<string, Weights>,
): Scorer {
  const tools = loadTools(model === undefined ? loadModel() : loadModel(model));
  return ({ id, question, candidates }) => {
    const weights = learnt.get(`${set}/${id}`);
    const own = weights === undefined ? tools : { ...tools, model: { ...tools.model, candidates: weights } };
    return scoreCandidates(question, candidates, own);
  };
}

/** Weights for each question that were learnt without it; none when models are given. */
async function learnWeights(
  { data, cache, models, only }: BenchOptions,
  say: (message: string) => void,
): Promise<ReadonlyMap<string, Weights>> {
  if (models.size > 0 || !choosePeers(only).includes('footnote')) return new Map();
  say('learning the weights for each fifth of the questions');
  return foldSelectionWeights({
    data,
    tools: loadTools(),
    ends: createSentenceEnds(),
    cache: openCache(join(cache, 'train')),
    code: vectorCode(),
    say,
  });
}

async function encoderScorer(): Promise<Scorer> {
  const encode = rememberVectors(await loadMiniLm());
  return async ({ question, candidates }) => {
    const [asked = new Float32Array(), ...sentences] = await encode([question, ...candidates]);
    return sentences.map((sentence) => cosine(asked, sentence));
  };
}

/** An index of its own for each question; the score is the place among what is found. */
function searchScorer(peer: Peer, stopWords: StopWords, parent: string): Scorer {
  return async ({ question, candidates }) => {
    const folder = mkdtempSync(join(parent, 'index-'));
    const index = await peer.build(corpusOf(candidates), { stopWords, folder });
    const found = await index.search({ text: question }, candidates.length);
    await index.close?.();
    rmSync(folder, { recursive: true, force: true });
    const scores = candidates.map(() => 0);
    for (const [place, candidate] of found.entries()) scores[candidate] = candidates.length - place;
    return scores;
  };
}

/** Candidates as the sentences of an article, for the peers that look at sentences alone. */
function corpusOf(candidates: readonly string[]): Corpus {
  return { sentences: candidates, articles: [] };
}

async function judge(
  { name, variants }: Contestant,
  sets: ReadonlyMap<string, readonly SelectionQuestion[]>,
  { seconds, least }: BenchOptions,
  say: (message: string) => void,
): Promise<Result> {
  let best: Result | undefined;
  const worth = ({ judged }: Result) =>
    mean([...judged.values()].map((set) => meanOrderScores([...set.values()]).map));
  for (const [number, makeScorer] of variants.entries()) {
    const judged = new Map<string, Map<string, OrderScores>>();
    for (const [set, questions] of sets) {
      const scorer = await makeScorer(set);
      const scores = new Map<string, OrderScores>();
      const started = performance.now();
      for (const question of questions) {
        if (scores.size >= least && performance.now() - started > seconds * 1000) break;
        scores.set(question.id, scoreOrder(await scorer(question), new Set(question.relevant)));
      }
      judged.set(set, scores);
      const { map } = meanOrderScores([...scores.values()]);
      const took = ((performance.now() - started) / 1000).toFixed(0);
      say(
        `${set} ${name} (${number + 1} of ${variants.length}): MAP ${share(map)} of ${scores.size}, ${took} s`,
      );
    }
    const result = { name, judged };
    if (best === undefined || worth(result) > worth(best)) best = result;
  }
  if (best === undefined) throw new Error('it has no variant');
  return best;
}
