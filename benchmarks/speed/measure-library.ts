import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '../peers/peer.ts';
import { writeCorpusFolder } from './corpus-folder.ts';
import { type LibraryJob, type LibraryReport, libraryReport } from './library-job.ts';

/** Reloads, and articles that are changed before each. */
const ROUNDS = 5;
const CHANGED = 10;
/** Milliseconds. */
const SETTLED = 3000;
/** As `npm start` runs the bot. */
const FLAGS = ['--max-semi-space-size=4', '--max-old-space-size=1024'];
/** Where `src/launch.js` keeps what was compiled. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/footnote', import.meta.url));

export interface LibraryFigures {
  /** The first start reads and indexes; the second opens what was kept. */
  readonly cold: LibraryReport;
  readonly warm: LibraryReport;
  readonly diskBytes: number;
  /** Of the articles alone. */
  readonly textBytes: number;
}

/**
 * Measures the library from end to end on a corpus that is written as files, in processes of their own.
 * @param cache a folder for its files, which are removed afterwards
 * @throws Error when a process fails
 */
export async function measureLibrary(
  corpus: Corpus,
  questions: readonly string[],
  cache: string,
): Promise<LibraryFigures> {
  const folder = mkdtempSync(join(cache, 'library-'));
  try {
    const home = join(folder, 'corpus');
    const files = writeCorpusFolder(corpus, home);
    // A file that is read too soon after its change is not taken on trust at the next start.
    await setTimeout(SETTLED);
    const start = { corpus: home, data: join(folder, 'data') };
    const cold = await runStart({ ...start, questions: questions.slice(0, 1), changes: [] });
    const diskBytes = sizeOf(start.data);
    const changes = Array.from({ length: ROUNDS }, (_, round) => pickFiles(files, round));
    const warm = await runStart({ ...start, questions: [...questions], changes });
    const textBytes = corpus.articles.reduce((sum, { article }) => sum + Buffer.byteLength(article.text), 0);
    return { cold, warm, diskBytes, textBytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some files from all over the corpus, others in each round. */
function pickFiles(files: readonly string[], round: number): string[] {
  const picked = new Set<string>();
  for (let i = 0; i < CHANGED; i++) picked.add(files[((round * CHANGED + i) * 7919) % files.length] ?? '');
  return [...picked];
}

function runStart(job: LibraryJob): Promise<LibraryReport> {
  const child = fork(fileURLToPath(new URL('./library-process.ts', import.meta.url)), {
    execArgv: FLAGS,
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const report = new Promise<LibraryReport>((resolve, reject) => {
    child.once('message', (message) => {
      const parsed = libraryReport.safeParse(message);
      if (parsed.success) resolve(parsed.data);
      else reject(new Error(`The library: ${String(message)}`));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The library ended with ${signal ?? code}`)));
    child.send(job);
  });
  return report.finally(() => child.kill());
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
