import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadTools } from '../src/answer/load-tools.ts';
import { analyseQuestion } from '../src/answer/question/analyse-question.ts';
import { loadModel } from '../src/answer/ranking/load-model.ts';
import { articlesFile, type NewsQuestion, readNewsQuestions } from '../training/data.ts';
import { prepareCorpus } from './corpus-file.ts';
import { markdownTable, milliseconds, share, thousands } from './markdown.ts';
import { choosePeers, measurePeer, type PeerJob, type PeerReport } from './measure-peer.ts';
import { type Outcome, quantile, scoresOf } from './measures.ts';
import { inMixedOrder } from './mixed-order.ts';
import { sawInTraining } from './model-data.ts';
import type { BenchOptions } from './options.ts';
import { loadPeer, type PeerId } from './peers/index.ts';
import type { StopWords } from './peers/peer.ts';

/** Sentences that every peer is asked for. */
const TOP = 10;
/** Fewer questions than this do not tell which of two variants is better. */
const FEWEST_COMPARED = 200;

/** A peer's better way with stop words. */
interface Row {
  readonly peer: PeerId;
  readonly stopWords: StopWords;
  readonly report: PeerReport;
}

/**
 * Questions about a year's news, put to every peer over the same sentences. A sentence is right when it contains an
 * answer as whole words.
 * @returns Markdown
 */
export async function benchQuality(options: BenchOptions, say: (message: string) => void): Promise<string> {
  let out = '';
  const years = options.years.length > 0 ? options.years : yearsIn(options.data);
  for (const year of years.filter((one) => one !== 'none')) {
    const questions = inMixedOrder(await readNewsQuestions(options.data, year), ({ id }) => id).filter(
      (one) => one.answerable,
    );
    const corpus = await prepareCorpus(articlesFile(options.data, year), options.cache);
    const rows: Row[] = [];
    for (const peer of choosePeers(options.only)) {
      const row = await bestOf(peer, year, questions, corpus, options, say).catch((error: Error) => {
        say(`${peer} is left out: ${error.message}`);
        return undefined;
      });
      if (row !== undefined) rows.push(row);
    }
    out += describeYear(year, questions, rows, sawInTraining(options.models, year));
  }
  return out;
}

/** Years of which there are questions. */
function yearsIn(data: string): string[] {
  if (!existsSync(join(data, 'news'))) return [];
  return readdirSync(join(data, 'news')).flatMap(
    (file) => /^questions-(\d{4})\.jsonl$/.exec(file)?.[1] ?? [],
  );
}

async function bestOf(
  peer: PeerId,
  year: string,
  questions: readonly NewsQuestion[],
  corpus: string,
  options: BenchOptions,
  say: (message: string) => void,
): Promise<Row> {
  const model = options.models.get(year) ?? options.models.get('');
  const rows: Row[] = [];
  const { stopWords: variants } = await loadPeer(peer);
  const wanted = variants.filter((stopWords) => options.stopWords.includes(stopWords));
  for (const stopWords of wanted.length > 0 ? wanted : variants) {
    const job: Omit<PeerJob, 'folder'> = {
      peer,
      stopWords,
      corpus: [corpus],
      questions: questions.map(({ id, question, asked, answers }) => ({
        id,
        text: question,
        asked,
        answers: [...answers],
      })),
      top: TOP,
      seconds: options.seconds,
      least: options.least,
      ...(model === undefined ? {} : { model }),
    };
    const report = await measurePeer(job, options.cache);
    say(`${year} ${describeReport(report)}, stop words ${stopWords}`);
    rows.push({ peer, stopWords, report });
  }
  const [best] = rows.sort(betterFirst);
  if (best === undefined) throw new Error('it has no variant');
  return best;
}

/** By the questions that both were asked; by how many they managed when those are too few to tell. */
function betterFirst({ report: { outcomes: a } }: Row, { report: { outcomes: b } }: Row): number {
  const shared = Math.min(a.length, b.length);
  if (shared < FEWEST_COMPARED && a.length !== b.length) return b.length - a.length;
  return scoresOf(b.slice(0, shared)).hit1 - scoresOf(a.slice(0, shared)).hit1;
}

function describeReport({ name, indexMs, memoryBytes, outcomes }: PeerReport): string {
  const { questions, hit1, hit5, mrr10 } = scoresOf(outcomes);
  const ms = outcomes.map((outcome) => outcome.ms);
  return (
    `${name}: first ${share(hit1)}, first five ${share(hit5)}, MRR ${share(mrr10)} of ${questions}; ` +
    `${milliseconds(quantile(ms, 0.5))} to ${milliseconds(quantile(ms, 0.95))} ms; ` +
    `index ${(indexMs / 1000).toFixed(1)} s, ${thousands(memoryBytes / 1e6)} MB`
  );
}

function describeYear(
  year: string,
  questions: readonly NewsQuestion[],
  rows: readonly Row[],
  inSample: boolean,
): string {
  const own = rows.find(({ peer }) => peer === 'footnote')?.report.outcomes;
  const sentences = thousands(rows[0]?.report.sentences ?? 0);
  const head = ['', 'first', 'first 5', 'MRR@10', 'p50 ms', 'p95 ms', 'stop words', 'questions'];
  const body = rows.map(({ peer, stopWords, report: { name, outcomes } }) => {
    const { hit1, hit5, mrr10 } = scoresOf(outcomes);
    const ms = outcomes.map((outcome) => outcome.ms);
    const title = peer === 'footnote' ? `**Footnote**${inSample ? ' (in-sample)' : ''}` : name;
    return [
      title,
      ...[hit1, hit5, mrr10].map(share),
      ...[0.5, 0.95].map((part) => milliseconds(quantile(ms, part))),
      stopWords,
      `${outcomes.length}${outcomes.length < questions.length ? ' (sample)' : ''}`,
    ];
  });
  return [
    `### News ${year}: ${thousands(questions.length)} questions over ${sentences} sentences\n`,
    markdownTable(head, body),
    ...samplesNote(rows, own),
    ...(own === undefined ? [] : [`By what the question asks for (Footnote):\n`, byType(questions, own)]),
  ].join('\n');
}

/** What Footnote scores on just the questions that a slow peer was asked. */
function samplesNote(rows: readonly Row[], own: readonly Outcome[] | undefined): string[] {
  if (own === undefined) return [];
  const known = new Map(own.map((outcome) => [outcome.id, outcome]));
  const notes = rows.flatMap(({ report: { name, outcomes } }) => {
    if (outcomes.length >= own.length) return [];
    const { hit1, hit5 } = scoresOf(outcomes.flatMap(({ id }) => known.get(id) ?? []));
    return `${name}: ${share(hit1)} / ${share(hit5)}`;
  });
  return notes.length === 0 ? [] : [`Footnote's first / first 5 on the samples: ${notes.join('; ')}.\n`];
}

function byType(questions: readonly NewsQuestion[], outcomes: readonly Outcome[]): string {
  const tools = loadTools(loadModel());
  const types = new Map(questions.map(({ id, question }) => [id, analyseQuestion(question, tools).type]));
  const groups = Map.groupBy(outcomes, ({ id }) => types.get(id) ?? 'thing');
  const rows = [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([type, group]) => {
      const { questions: count, hit1, hit5, mrr10 } = scoresOf(group);
      return [type, String(count), ...[hit1, hit5, mrr10].map(share)];
    });
  return markdownTable(['', 'questions', 'first', 'first 5', 'MRR@10'], rows);
}
