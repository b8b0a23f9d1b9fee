import { lowerBound } from './lower-bound.ts';
import type { PostingsList } from './postings/postings.ts';

/** Query terms whose presence is told apart, at most; a bit of a 32-bit number each. */
export const MOST_BITS = 31;

/** A term's postings and the bit that stands for it in a mask; spellings of one word share a bit. */
export interface MatchList extends PostingsList {
  readonly bit: number;
}

/**
 * Which terms stand in the documents from `from` to `to` (exclusive): a mask a document, found by bisection in the
 * postings, so that nothing has to be read again.
 */
export function matchMasks(lists: readonly MatchList[], from: number, to: number): Uint32Array {
  const masks = new Uint32Array(Math.max(0, to - from));
  for (const { docs, bit } of lists) {
    for (let i = lowerBound(docs, from, 0, docs.length); i < docs.length; i++) {
      const doc = docs[i] ?? to;
      if (doc >= to) break;
      masks[doc - from] = (masks[doc - from] ?? 0) | (1 << bit);
    }
  }
  return masks;
}
