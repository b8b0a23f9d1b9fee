import type { TermReader } from '../text/terms.ts';
import { bytesInMemory } from './bytes/byte-source.ts';
import { openSegment } from './segment/open-segment.ts';
import { SegmentBuilder } from './segment/segment-builder.ts';
import type { Segment, SplitArticle } from './segment.ts';

/** Indexes articles, in memory. The order of `input` is the order of the segment's articles and sentences. */
export function buildSegment(input: Iterable<SplitArticle>, reader: TermReader): Segment {
  const builder = new SegmentBuilder(reader);
  for (const split of input) builder.add(split);
  return openSegment(bytesInMemory(Buffer.concat(builder.build())));
}
