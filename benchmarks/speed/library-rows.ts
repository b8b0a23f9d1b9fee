import { milliseconds, thousands } from '../markdown.ts';
import { quantile } from '../measures.ts';
import type { LibraryFigures } from './measure-library.ts';

/** The head of the table that `libraryRow` makes a row of. */
export const LIBRARY_HEAD = [
  'sentences',
  'indexed a second',
  'on disk, bytes a sentence',
  'resident MB, warm',
  'peak MB, cold',
  'cold start s',
  'warm start s',
  'ask p50',
  'p95',
  'p99 ms',
  'asked a second, 1 / 16 in flight',
  'ten articles changed, ms',
  'answers meanwhile, p95 ms',
];

/** What was found for a corpus of one size. Starts are to the first answer; bytes are without those of the text. */
export function libraryRow({ cold, warm, diskBytes, textBytes }: LibraryFigures): string[] {
  const ms = (times: readonly number[], part: number) => milliseconds(quantile(times, part));
  const seconds = (time: number) => (time / 1000).toFixed(1);
  return [
    thousands(cold.sentences),
    thousands((1000 * cold.sentences) / cold.openMs),
    thousands((diskBytes - textBytes) / cold.sentences),
    thousands(warm.residentBytes / 1e6),
    thousands(cold.peakBytes / 1e6),
    seconds(cold.firstAnswerMs),
    seconds(warm.firstAnswerMs),
    ...[0.5, 0.95, 0.99].map((part) => ms(warm.ask, part)),
    `${thousands(warm.oneAtATime)} / ${thousands(warm.sixteenAtATime)}`,
    ms(warm.reload, 0.5),
    ms(warm.askMeanwhile, 0.95),
  ];
}
