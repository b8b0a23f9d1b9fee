import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { articlesFile, readNewsQuestions } from '../training/data.ts';
import { prepareCorpus } from './corpus-file.ts';
import { markdownTable, milliseconds, thousands } from './markdown.ts';
import { choosePeers, measurePeer, type PeerReport } from './measure-peer.ts';
import { quantile } from './measures.ts';
import { inMixedOrder } from './mixed-order.ts';
import type { BenchOptions } from './options.ts';

const QUESTIONS = 200;
const TOP = 10;
/** A peer that indexes more slowly than this is not tried on the next larger corpus. */
const LONGEST_INDEXING_MS = 15 * 60_000;

/**
 * How long indexing and asking take, and what memory the index holds, on corpora of growing size; stop words dropped.
 * @returns Markdown
 */
export async function benchSpeed(options: BenchOptions, say: (message: string) => void): Promise<string> {
  const years = readdirSync(join(options.data, 'news'));
  const yearsOf = (pattern: RegExp) => years.flatMap((file) => pattern.exec(file)?.[1] ?? []);
  const corpus: string[] = [];
  for (const year of yearsOf(/^articles-(\d{4})\.jsonl\.gz$/)) {
    corpus.push(await prepareCorpus(articlesFile(options.data, year), options.cache));
  }
  const [year = ''] = yearsOf(/^questions-(\d{4})\.jsonl$/);
  const questions = inMixedOrder(await readNewsQuestions(options.data, year), ({ id }) => id).slice(
    0,
    QUESTIONS,
  );
  const rows: string[][] = [];
  // The encoder's time does not depend on the size of the corpus.
  for (const peer of choosePeers(options.only, options.only.length === 0 ? ['minilm'] : [])) {
    for (const sentences of options.sizes) {
      const job = {
        peer,
        stopWords: 'dropped' as const,
        corpus,
        sentences,
        questions: questions.map(({ id, question, asked }) => ({ id, text: question, asked, answers: [] })),
        top: TOP,
        seconds: Math.min(60, options.seconds),
        least: 10,
      };
      const report = await measurePeer(job, options.cache).catch((error: Error) => {
        say(`${peer} is left out: ${error.message}`);
        return undefined;
      });
      if (report === undefined) break;
      rows.push(rowOf(report));
      say(rowOf(report).join('  '));
      if (report.indexMs > LONGEST_INDEXING_MS) break;
    }
  }
  const head = ['', 'sentences', 'index s', 'index MB', 'peak MB', 'p50 ms', 'p95 ms', 'questions'];
  return `### Speed: one core, top ${TOP}, stop words dropped\n\n${markdownTable(head, rows)}`;
}

function rowOf({
  name,
  sentences,
  indexMs,
  memoryBytes,
  diskBytes,
  peakBytes,
  outcomes,
}: PeerReport): string[] {
  const ms = outcomes.map((outcome) => outcome.ms);
  return [
    name,
    thousands(sentences),
    (indexMs / 1000).toFixed(1),
    diskBytes === undefined ? thousands(memoryBytes / 1e6) : `${thousands(diskBytes / 1e6)} on disk`,
    thousands(peakBytes / 1e6),
    ...[0.5, 0.95].map((part) => milliseconds(quantile(ms, part))),
    String(outcomes.length),
  ];
}
