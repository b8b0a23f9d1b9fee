import { createHash } from 'node:crypto';
import type { Article } from '../../corpus/article.ts';
import { factsOf } from '../../corpus/kept-article.ts';
import type { Pace } from '../../scheduling/steps.ts';

/** Files of segments, each in parts, one after the other. */
export type SegmentFiles = AsyncIterable<readonly Uint8Array[]>;

/** Lets one of several processes index what is new to all of them, and the others have what it made. */
export interface SegmentShare {
  /** Articles with fewer bytes together are indexed by each process: that is done sooner than the others are asked. */
  readonly from: number;
  /**
   * @param digest of the articles that the segments are made of
   * @param make indexes them here
   * @returns the files as `make` gives them, here or in another process
   * @throws what `make` throws; the signal's reason, when it was aborted
   */
  segmentsOf(digest: string, make: () => SegmentFiles, signal?: AbortSignal): SegmentFiles;
}

/** The SHA-256 (hexadecimal) of all that is indexed of some articles, in their order. */
export async function digestOf(articles: readonly Article[], pace: Pace): Promise<string> {
  const hash = createHash('sha256');
  for (const article of articles) {
    const { text, blocks, places } = article;
    hash.update(JSON.stringify([factsOf(article), text, blocks, places]));
    await pace();
  }
  return hash.digest('hex');
}
