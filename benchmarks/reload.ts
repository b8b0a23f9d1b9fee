/*
 * Measures starting and reloading: `node --expose-gc benchmarks/reload.ts FOLDER` with a folder of articles, which is
 * copied first. Ten times ten articles are changed; a question is asked every 20 ms meanwhile.
 */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Library, openIndexFolder, openLibrary } from '../src/library/index.ts';

const ROUNDS = 10;
const CHANGED = 10;
const PAUSE = 20;
const QUESTION = 'where did the storm hit the coast';

const [source = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'footnote-reload-'));
const corpus = join(folder, 'corpus');
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  cpSync(source, corpus, { recursive: true });
  for (const start of ['first', 'second']) await measureStart(start);
  await measureReloads();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function open(): Promise<{ library: Library; close: () => Promise<void> }> {
  const cache = openIndexFolder(join(folder, 'data'), { create: true });
  const library = await openLibrary({ corpus, ...(cache && { cache }) });
  const close = async () => {
    await library.close();
    cache?.close();
  };
  return { library, close };
}

async function measureStart(name: string): Promise<void> {
  const started = performance.now();
  const { library, close } = await open();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { articles, sentences } = library.status();
  say(`${name} start: ${seconds} s (${articles} articles, ${sentences} sentences)`);
  await close();
}

async function measureReloads(): Promise<void> {
  const { library, close } = await open();
  const { articles } = library.current();
  const quiet = await measureAnswers(library, wait(2000));
  say(`answers at rest: ${quiet}`);
  say(`memory before: ${memory()}`);
  const used = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < CHANGED; i++) {
      const article = articles[((round * CHANGED + i) * 7919) % articles.length];
      if (article)
        appendFileSync(
          join(corpus, article.path),
          `\n\nIn round ${round} the ferry was ${i} minutes late.\n`,
        );
    }
    const reload = library.reload();
    const answers = await measureAnswers(library, reload);
    const { ms, changed } = await reload;
    say(`reload of ${changed.length}: ${Math.round(ms)} ms; answers ${answers}; memory ${memory()}`);
  }
  const cpu = process.cpuUsage(used);
  say(`processor time a round: ${Math.round((cpu.user + cpu.system) / 1000 / ROUNDS)} ms`);
  await close();
}

/** Asks until the work is done. Latencies count from when the question was due. */
async function measureAnswers(library: Library, work: Promise<unknown>): Promise<string> {
  const latencies: number[] = [];
  let done = false;
  const finish = () => {
    done = true;
  };
  work.then(finish, finish);
  while (!done) {
    const due = performance.now() + PAUSE;
    await wait(PAUSE);
    library.current().ask(QUESTION, { top: 5 });
    latencies.push(performance.now() - due);
  }
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]?.toFixed(0);
  return `${latencies.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`;
}

function memory(): string {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return `${Math.round(heapUsed / 1e6)} MB heap + ${Math.round(arrayBuffers / 1e6)} MB arrays`;
}
