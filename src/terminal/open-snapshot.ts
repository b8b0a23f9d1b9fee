import type { Config } from '../config/config.ts';
import { openIndexFolder, openLibrary, type Snapshot } from '../library/index.ts';
import type { Io } from './io.ts';
import { problemLine } from './printing/problem-lines.ts';
import { createProgressBar } from './printing/progress-bar.ts';

const ERRORS_SHOWN = 10;

/** Opens a corpus for one command, from what the last run has kept if there is a folder for state. */
export async function openSnapshot(
  corpus: string,
  { dataDir, followLinks }: Pick<Config, 'dataDir' | 'followLinks'>,
  io: Io,
): Promise<Snapshot> {
  const cache = openIndexFolder(dataDir);
  const bar = createProgressBar(process.stderr, () => performance.now());
  const library = await openLibrary({
    corpus,
    followLinks,
    onProgress: bar.update,
    ...(cache === undefined ? {} : { cache }),
  });
  bar.stop();
  const snapshot = library.current();
  await library.close();
  cache?.close();
  const errors = snapshot.problems.filter(({ severity }) => severity === 'error');
  for (const problem of errors.slice(0, ERRORS_SHOWN)) io.err(`${problemLine(problem, io.colour)}\n`);
  const more = errors.length - ERRORS_SHOWN;
  if (more > 0) io.err(`… and ${more} more; "footnote check" lists them all\n`);
  return snapshot;
}
