import type { Segment } from '../../search/segment.ts';

const { together, smallest, factor, largest, worn, first, few } = {
  /** Segments of about one size are merged when there are this many: each takes its share of every search. */
  together: 8,
  /** Segments below this many sentences are of one size; each next size reaches four times as far. */
  smallest: 2000,
  factor: 4,
  /** Merging makes no segment larger than this. */
  largest: 100_000,
  /** A segment of whose sentences less than this share still counts is written anew. */
  worn: 0.7,
  /**
   * Sentences that are put together at a first indexing, as threads make them: a search of ten million sentences looks
   * each word up in twenty segments, not in a hundred, and a word that many articles have is held as often.
   */
  first: 400_000,
  /** As many segments may be left in the end: putting few together takes longer than looking words up in them. */
  few: 8,
} as const;

/** The segments that are to be merged into one next; none when it is not worth it. */
export function pickMerge<T extends Pick<Segment, 'sentenceCount'>>(segments: readonly T[]): readonly T[] {
  const tierOf = ({ sentenceCount }: T): number =>
    Math.max(0, 1 + Math.floor(Math.log(sentenceCount / smallest) / Math.log(factor)));
  const tiers = [...Map.groupBy(segments, tierOf)].sort(([a], [b]) => a - b).map(([, tier]) => tier);
  const isFull = (tier: readonly T[]): boolean =>
    tier.length >= together && tier.reduce((sum, { sentenceCount }) => sum + sentenceCount, 0) <= largest;
  return tiers.find(isFull) ?? [];
}

/**
 * The last segments of a first indexing that are to be merged into one, in their order; none when it is not worth it (yet).
 * @param isLast no more will come
 */
export function pickLast<T extends Pick<Segment, 'sentenceCount'>>(
  segments: readonly T[],
  isLast: boolean,
): readonly T[] {
  const run = segments.slice(1 + segments.findLastIndex(({ sentenceCount }) => sentenceCount > first / 2));
  const size = run.reduce((sum, { sentenceCount }) => sum + sentenceCount, 0);
  return run.length > (isLast ? few : 1) && (isLast || size >= first) ? run : [];
}

/** Whether so much of a segment has gone that its file should go too. */
export function isWorn({ sentenceCount, firstSentence }: Pick<Segment, 'sentenceCount' | 'firstSentence'>) {
  return sentenceCount < worn * (firstSentence.at(-1) ?? 0);
}
