import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadTools } from '../../src/answer/load-tools.ts';
import type { Model } from '../../src/answer/ranking/load-model.ts';
import { loadModel } from '../../src/answer/ranking/load-model.ts';
import { createSentenceEnds } from '../../src/text/sentence-boundaries.ts';
import { openCache } from '../../training/cache.ts';
import { vectorCode } from '../../training/collect.ts';
import { BLANK_MODEL, segmentsOf, splitArticles } from '../../training/corpora.ts';
import { foldModels } from '../../training/fold-models.ts';
import { markdownTable, share, thousands } from '../markdown.ts';
import type { BenchOptions } from '../options.ts';
import type { PeerId } from '../peers/index.ts';
import { askFootnote } from './ask-footnote.ts';
import { askPeer, unitsOf } from './ask-peer.ts';
import { type KindRow, kindRows } from './rows.ts';
import { type KindOutcome, kindScores } from './scores.ts';

/** What is asked besides Footnote itself, over the same units. */
const PEERS: readonly PeerId[] = ['bm25', 'bm25-context', 'minisearch', 'flexsearch', 'fts5'];
const FOOTNOTE = '**Footnote**';

/**
 * Questions of all kinds over corpora of their kind. Footnote's weights are learnt anew for each fifth of the questions,
 * from the others: what shares an article with a question teaches nothing about it.
 * @returns Markdown; rows whose data is not there are left out
 */
export async function benchKinds(options: BenchOptions, say: (message: string) => void): Promise<string> {
  const rows = kindRows(options.data).filter(
    ({ kind }) =>
      existsSync(join(options.data, kind)) && (options.kinds.length === 0 || options.kinds.includes(kind)),
  );
  if (rows.length === 0) return '';
  const tools = loadTools(BLANK_MODEL);
  const ends = createSentenceEnds();
  const given = options.models.get('');
  const models = given === undefined ? await learn() : [loadModel(given)];
  let out = '';
  for (const row of rows) out += await benchRow(row);
  return out;

  function learn(): Promise<Model[]> {
    say('learning the weights for each fifth of the questions');
    const cache = openCache(join(options.cache, 'train'));
    return foldModels({ data: options.data, tools, ends, cache, code: vectorCode(), say });
  }

  async function benchRow(row: KindRow): Promise<string> {
    const outcomes = new Map<string, KindOutcome[]>();
    const add = (name: string, more: readonly KindOutcome[]) =>
      outcomes.set(name, [...(outcomes.get(name) ?? []), ...more]);
    let units = 0;
    const asked = { able: 0, others: 0 };
    for (const corpus of await row.corpora()) {
      const segments = segmentsOf(splitArticles(corpus.articles, ends), tools);
      if (isWanted('footnote', options)) add(FOOTNOTE, askFootnote(corpus, segments, tools, models));
      const all = unitsOf(segments);
      units += all.sentences.length;
      for (const { isRight } of corpus.questions) asked[isRight === undefined ? 'others' : 'able']++;
      for (const id of PEERS.filter((peer) => isWanted(peer, options))) {
        await askPeer(id, corpus, all, options.cache)
          .then((peer) => add(peer.name, peer.outcomes))
          .catch((error: Error) => say(`${id} is left out: ${error.message}`));
      }
      say(`${corpus.name}: ${corpus.questions.length} questions, ${thousands(all.sentences.length)} units`);
    }
    return describe(row.name, outcomes, asked, units);
  }
}

const isWanted = (id: PeerId, { only }: BenchOptions): boolean => only.length === 0 || only.includes(id);

const HEAD = [
  '',
  'first',
  'first 5',
  'right and answered',
  'wrong and answered',
  'right ones kept',
  'others answered',
  'AUROC',
  'strong',
  'likely',
  'weak',
];

function describe(
  name: string,
  rows: ReadonlyMap<string, readonly KindOutcome[]>,
  { able, others }: { readonly able: number; readonly others: number },
  units: number,
): string {
  const body = [...rows].map(([peer, outcomes]) => {
    const { first, five, precision, ...scores } = kindScores(outcomes);
    const judged = outcomes.some((outcome) => outcome.judged !== undefined);
    const more = [
      scores.rightAnswered,
      scores.wrongAnswered,
      scores.kept,
      scores.othersAnswered,
      scores.auroc,
      precision.strong,
      precision.likely,
      precision.weak,
    ];
    return [peer, ...[first, five].map(share), ...more.map((value) => cell(judged ? value : Number.NaN))];
  });
  const silent = (rows.get(FOOTNOTE) ?? []).reduce((sum, { judged }) => sum + (judged?.silent ?? 0), 0);
  return [
    `### ${capital(name)}: ${thousands(able)} questions with an answer, ${thousands(others)} without, ${thousands(units)} units\n`,
    markdownTable(HEAD, body),
    ...(silent === 0 ? [] : [`Quotes that show a heading, a caption or the like as an answer: ${silent}.\n`]),
    '',
  ].join('\n');
}

const cell = (value: number): string => (Number.isNaN(value) ? '' : share(value));
const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
