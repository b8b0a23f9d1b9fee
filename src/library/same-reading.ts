import type { Problem } from '../corpus/article.ts';
import type { Corpus } from '../corpus/load.ts';
import type { CorpusState } from './stored/stored-corpus.ts';

type Readings = Pick<CorpusState, 'readings'>;

/** Whether a corpus that was read again is as it was, its problems too. */
export function isUnchanged(problems: readonly Problem[], before: Readings, after: Corpus): boolean {
  return JSON.stringify(problems) === JSON.stringify(after.problems) && isSameReading(before, after);
}

/** No file was read anew, none came and none went. */
export function isSameReading(before: Readings, { readings }: Readings): boolean {
  if (before.readings.size !== readings.size) return false;
  return readings.entries().every(([path, { entries }]) => before.readings.get(path)?.entries === entries);
}
