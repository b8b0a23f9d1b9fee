import type { Segment } from '../../search/segment.ts';

const { together, smallest, factor, largest } = {
  /** Segments of about one size are merged when there are this many: each takes its share of every search. */
  together: 8,
  /** Segments below this many sentences are of one size; each next size reaches four times as far. */
  smallest: 2000,
  factor: 4,
  /** Merging makes no segment larger than this. */
  largest: 100_000,
} as const;

/** The segments that are to be merged into one next; none when it is not worth it. */
export function pickMerge<T extends Pick<Segment, 'starts'>>(segments: readonly T[]): readonly T[] {
  const sizeOf = ({ starts }: T): number => starts.length;
  const tierOf = (segment: T): number =>
    Math.max(0, 1 + Math.floor(Math.log(sizeOf(segment) / smallest) / Math.log(factor)));
  const tiers = [...Map.groupBy(segments, tierOf)].sort(([a], [b]) => a - b).map(([, tier]) => tier);
  const isFull = (tier: readonly T[]): boolean =>
    tier.length >= together && tier.reduce((sum, segment) => sum + sizeOf(segment), 0) <= largest;
  return tiers.find(isFull) ?? [];
}
