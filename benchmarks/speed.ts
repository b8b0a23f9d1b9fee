import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlesFile, readNewsQuestions } from '../training/data.ts';
import { prepareCorpus, readCorpus } from './corpus-file.ts';
import { markdownTable, milliseconds, thousands } from './markdown.ts';
import { choosePeers, measurePeer, type PeerReport } from './measure-peer.ts';
import { quantile } from './measures.ts';
import { inMixedOrder } from './mixed-order.ts';
import type { BenchOptions } from './options.ts';
import { LIBRARY_HEAD, libraryRow } from './speed/library-rows.ts';
import { measureLibrary } from './speed/measure-library.ts';
import { drawLogLog, type Line } from './speed/picture.ts';

const QUESTIONS = 300;
const TOP = 10;
/** A peer that indexes more slowly than this is not tried on the next larger corpus. */
const LONGEST_INDEXING_MS = 15 * 60_000;

/**
 * What the library costs from end to end on corpora of growing size, and beside it what others take that only search:
 * how long indexing and asking take, and what memory the index holds; stop words dropped.
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
  const head = '### Speed: the library, from files to answers\n\n';
  const own: string[][] = [];
  for (const sentences of options.only.length === 0 || options.only.includes('footnote')
    ? options.sizes
    : []) {
    const asked = questions.map(({ question }) => question);
    const row = libraryRow(await measureLibrary(await readCorpus(corpus, sentences), asked, options.cache));
    own.push(row);
    say(row.join('  '));
  }
  const rows: string[][] = [];
  const lines = new Map<string, Line>();
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
      const p50 = quantile(
        report.outcomes.map(({ ms }) => ms),
        0.5,
      );
      const line = lines.get(report.name) ?? { name: report.name, points: [] };
      lines.set(report.name, { ...line, points: [...line.points, [report.sentences, p50]] });
      say(rowOf(report).join('  '));
      if (report.indexMs > LONGEST_INDEXING_MS) break;
    }
  }
  if (options.picture !== undefined)
    writeFileSync(
      options.picture,
      drawLogLog([...lines.values()], { x: 'sentences', y: 'milliseconds a question (median)' }),
    );
  const peerHead = [
    '',
    'sentences',
    'index s',
    'index MB',
    'peak MB',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'questions',
  ];
  const peers = `### Speed: one core, top ${TOP}, stop words dropped\n\n${markdownTable(peerHead, rows)}`;
  return `${own.length === 0 ? '' : `${head}${markdownTable(LIBRARY_HEAD, own)}\n`}${peers}`;
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
    ...[0.5, 0.95, 0.99].map((part) => milliseconds(quantile(ms, part))),
    String(outcomes.length),
  ];
}
