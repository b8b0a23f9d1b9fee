import { availableParallelism } from 'node:os';
import type { Pace } from '../../scheduling/steps.ts';
import type { BodyCache } from '../../search/articles/body-cache.ts';
import type { ByteSource } from '../../search/bytes/byte-source.ts';
import type { Segment } from '../../search/segment.ts';
import type { SentenceEnds } from '../../text/sentence-boundaries.ts';
import type { TermReader } from '../../text/terms.ts';
import type { SegmentShare } from './segment-share.ts';

/** What indexing needs besides the articles. */
export interface IndexTools {
  readonly reader: TermReader;
  readonly ends: SentenceEnds;
  /** How many of an article's first sentences are read for names. */
  readonly namedSentences: number;
  readonly pace: Pace;
  /** Articles that were indexed, of those that had to be. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Sentences a segment holds before the next one is begun. */
  readonly segmentSentences: number;
  /** Called with all segments whenever one more has been made. */
  readonly onSegment?: (segments: readonly Segment[]) => void;
  /** Puts the parts of a segment's file where they are kept. */
  readonly keep: (parts: readonly Uint8Array[]) => ByteSource;
  /** Says that the file of a segment has been replaced. */
  readonly drop: (source: ByteSource) => void;
  readonly bodies: BodyCache;
  /** Threads that may index beside this one; 0: it does all. */
  readonly threads: number;
  readonly signal?: AbortSignal;
  /** Other processes that index the same articles. */
  readonly share?: SegmentShare;
}

export const INDEX_DEFAULTS = {
  /** Sentences of a segment while nothing answers yet; bounds the memory that building takes. */
  firstSegment: 250_000,
  /** And while something does: laying out this many takes some milliseconds. */
  nextSegment: 20_000,
  /** Bytes of articles from which what is indexed answers while the rest is indexed, in segments of so many sentences. */
  meanwhile: { from: 3_000_000, sentences: 50_000 },
  /** How long indexing may keep the event loop, in milliseconds. */
  slice: 8,
  /** Threads that index while nothing answers yet, at most: each takes some 180 MB. */
  threads: 4,
} as const;

/** @param answers whether a corpus answers meanwhile: then a processor is left to it */
export function indexingThreads(answers: boolean): number {
  const processors = availableParallelism();
  return Math.min(INDEX_DEFAULTS.threads, answers || processors === 1 ? processors - 1 : processors);
}
