/** One start of the library: opens a corpus as the bot does, asks, reloads, reports to its parent. */

import { appendFileSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { type Library, openIndexFolder, openLibrary } from '../../src/library/index.ts';
import { type LibraryJob, type LibraryReport, libraryJob } from './library-job.ts';

const TOP = 5;
const IN_FLIGHT = 16;
/** Milliseconds between two questions while the corpus is reloaded. */
const PAUSE = 20;

process.once('message', (message) => {
  run(libraryJob.parse(message)).then(
    (report) => process.send?.(report),
    (error: unknown) =>
      process.send?.(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
});

async function run({ corpus, data, questions, changes }: LibraryJob): Promise<LibraryReport> {
  const cache = openIndexFolder(data, { create: true });
  const library = await openLibrary({ corpus, prepare: true, ...(cache && { cache }) });
  const openMs = performance.now();
  library.current().ask(questions[0] ?? 'who was it', { top: TOP });
  const firstAnswerMs = performance.now();
  const ask = questions.map((question) => timed(() => library.current().ask(question, { top: TOP })));
  const oneAtATime = await throughput(library, questions, 1);
  const sixteenAtATime = await throughput(library, questions, IN_FLIGHT);
  const residentBytes = process.memoryUsage.rss();
  const { reload, askMeanwhile } = await measureReloads(library, questions, changes);
  const { articles, sentences } = library.status();
  await library.close();
  cache?.close();
  return {
    articles,
    sentences,
    openMs,
    firstAnswerMs,
    residentBytes,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    ask,
    oneAtATime,
    sixteenAtATime,
    reload,
    askMeanwhile,
  };
}

/** Milliseconds that some work takes. */
function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Questions that are answered in a second when so many wait for their turn at any moment. */
async function throughput(library: Library, questions: readonly string[], inFlight: number): Promise<number> {
  if (questions.length === 0) return 0;
  const rest = questions.values();
  const lane = async (): Promise<void> => {
    for (const question of rest) {
      await nextTurn();
      library.current().ask(question, { top: TOP });
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (1000 * questions.length) / (performance.now() - started);
}

async function measureReloads(
  library: Library,
  questions: readonly string[],
  changes: readonly (readonly string[])[],
): Promise<Pick<LibraryReport, 'reload' | 'askMeanwhile'>> {
  const reload: number[] = [];
  const askMeanwhile: number[] = [];
  for (const [round, files] of changes.entries()) {
    for (const file of files) appendFileSync(file, `\n\nIn round ${round} the ferry was late again.\n`);
    const work = library.reload().then(({ ms }) => void reload.push(ms));
    const before = reload.length;
    for (let i = 0; reload.length === before && questions.length > 0; i++) {
      const due = performance.now() + PAUSE;
      await Promise.race([wait(PAUSE), work]);
      library.current().ask(questions[i % questions.length] ?? '', { top: TOP });
      askMeanwhile.push(Math.max(0, performance.now() - due));
    }
    await work;
  }
  return { reload, askMeanwhile };
}
