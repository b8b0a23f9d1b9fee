/** One peer's process: reads a job from its parent, does it, reports, and waits to be ended. */

import { isCalendarDate } from '../src/timeline/resolve/day-numbers.ts';
import { answerTest } from '../training/relevance.ts';
import { readCorpus } from './corpus-file.ts';
import { type PeerJob, type PeerReport, peerJob } from './measure-peer.ts';
import type { Outcome } from './measures.ts';
import { loadPeer } from './peers/index.ts';
import type { Corpus, Index } from './peers/peer.ts';

/** Questions that are put beforehand, for at most that long, so that caches and the compiler are warm. */
const WARM_UP = { questions: 20, ms: 3000 };

process.once('message', (message) => {
  run(peerJob.parse(message)).then(
    (report) => process.send?.(report),
    (error: unknown) =>
      process.send?.(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
});

async function run(job: PeerJob): Promise<PeerReport> {
  const peer = await loadPeer(job.peer);
  const corpus = await readCorpus(job.corpus, job.sentences);
  const before = heldBytes();
  const started = performance.now();
  const index = await peer.build(corpus, {
    stopWords: job.stopWords,
    folder: job.folder,
    ...(job.model === undefined ? {} : { model: job.model }),
  });
  const indexMs = performance.now() - started;
  const memoryBytes = Math.max(0, heldBytes() - before);
  const outcomes = await putQuestions(job, corpus, index);
  const diskBytes = index.diskBytes?.();
  await index.close?.();
  return {
    name: peer.name,
    sentences: corpus.sentences.length,
    indexMs,
    memoryBytes,
    ...(diskBytes === undefined ? {} : { diskBytes }),
    peakBytes: process.resourceUsage().maxRSS * 1024,
    outcomes,
  };
}

async function putQuestions(job: PeerJob, { sentences }: Corpus, index: Index): Promise<Outcome[]> {
  const ask = ({ text, asked }: PeerJob['questions'][number]) =>
    index.search({ text, ...(asked !== undefined && isCalendarDate(asked) ? { day: asked } : {}) }, job.top);
  const warm = performance.now();
  for (const question of job.questions.slice(0, WARM_UP.questions)) {
    if (performance.now() - warm > WARM_UP.ms) break;
    await ask(question);
  }
  const outcomes: Outcome[] = [];
  const begun = performance.now();
  for (const question of job.questions) {
    if (outcomes.length >= job.least && performance.now() - begun > job.seconds * 1000) break;
    const started = performance.now();
    const found = await ask(question);
    const ms = performance.now() - started;
    const isRight = answerTest(question.answers);
    const first = found.findIndex((number) => isRight(sentences[number] ?? ''));
    outcomes.push({ id: question.id, ms, ...(first < 0 ? {} : { first }) });
  }
  return outcomes;
}

function heldBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
