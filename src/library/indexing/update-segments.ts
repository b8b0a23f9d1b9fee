import type { Article } from '../../corpus/article.ts';
import { factsOf, replaceFacts, sameText } from '../../corpus/kept-article.ts';
import { unitSpans } from '../../corpus/structure/units.ts';
import type { Pace } from '../../scheduling/steps.ts';
import type { BodyCache } from '../../search/articles/body-cache.ts';
import { type ByteSource, bytesInMemory } from '../../search/bytes/byte-source.ts';
import { openSegment } from '../../search/segment/open-segment.ts';
import { withoutArticles } from '../../search/segment/remove-articles.ts';
import { SegmentBuilder } from '../../search/segment/segment-builder.ts';
import { liveArticles, type Segment } from '../../search/segment.ts';
import type { SentenceEnds } from '../../text/sentence-boundaries.ts';
import type { TermReader } from '../../text/terms.ts';
import { isWorn, pickMerge } from './merge-policy.ts';

export interface IndexTools {
  readonly reader: TermReader;
  readonly ends: SentenceEnds;
  readonly pace: Pace;
  /** Articles that were indexed, of those that had to be. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Sentences a segment holds before the next one is begun. */
  readonly segmentSentences: number;
  /** Puts the parts of a segment's file where they are kept. */
  readonly keep: (parts: readonly Uint8Array[]) => ByteSource;
  readonly bodies: BodyCache;
}

export const INDEX_DEFAULTS = {
  /** Sentences of a segment while nothing answers yet; bounds the memory that building takes. */
  firstSegment: 250_000,
  /** And while something does: laying out this many takes some milliseconds. */
  nextSegment: 20_000,
  /** How long indexing may keep the event loop, in milliseconds. */
  slice: 8,
} as const;

/**
 * Brings segments up to date with a list of articles: articles with the same id, title and text keep their place in
 * the index, also when other facts of theirs have changed. The segments given are left as they are.
 * @returns at least one segment
 */
export async function updateSegments(
  before: readonly Segment[],
  articles: readonly Article[],
  tools: IndexTools,
): Promise<Segment[]> {
  const wanted = new Map(articles.map((article) => [article.id, article]));
  const segments: Segment[] = [];
  for (const segment of before) {
    const kept = await keepWanted(segment, wanted, tools);
    if (kept.articleCount > 0) segments.push(kept);
  }
  const fresh = articles.filter(({ id }) => wanted.has(id));
  segments.push(...(await indexArticles(fresh, tools)));
  for (const worn of segments.filter(isWorn)) segments.push(await merge([worn], segments, tools));
  for (let full = pickMerge(segments); full.length > 0; full = pickMerge(segments))
    segments.push(await merge(full, segments, tools));
  return segments.length > 0 ? segments : [open(new SegmentBuilder(tools.reader), tools)];
}

/** Takes the articles that it finds indexed already out of `wanted`. */
async function keepWanted(
  segment: Segment,
  wanted: Map<string, Article>,
  tools: IndexTools,
): Promise<Segment> {
  const gone = new Set<number>();
  const changed = new Map<number, Article>();
  for (const [number, article] of liveArticles(segment)) {
    const next = wanted.get(article.id);
    if (next === undefined || !readsTheSame(next, article)) {
      gone.add(number);
      continue;
    }
    wanted.delete(article.id);
    if (next !== article) changed.set(number, replaceFacts(article, factsOf(next)));
  }
  if (gone.size === segment.articleCount) return { ...segment, articleCount: 0 };
  const left = await remove(segment, gone, tools);
  if (changed.size === 0) return left;
  return { ...left, articles: left.articles.map((article, number) => changed.get(number) ?? article) };
}

async function remove(segment: Segment, gone: ReadonlySet<number>, tools: IndexTools): Promise<Segment> {
  if (gone.size === 0) return segment;
  const builder = new SegmentBuilder(tools.reader);
  for (const number of gone) await copy(segment, number, builder, tools);
  const index = openSegment(bytesInMemory(Buffer.concat(builder.build())), tools.bodies);
  await tools.pace();
  return withoutArticles(segment, gone, index);
}

/** Whether two articles give the same units. */
function readsTheSame(a: Article, b: Article): boolean {
  if (a === b) return true;
  if (a.title !== b.title || !sameText(a, b)) return false;
  return a.blocks === b.blocks || JSON.stringify(a.blocks) === JSON.stringify(b.blocks);
}

async function indexArticles(articles: readonly Article[], tools: IndexTools): Promise<Segment[]> {
  const segments: Segment[] = [];
  let builder = new SegmentBuilder(tools.reader);
  for (const [done, article] of articles.entries()) {
    const sentences = unitSpans(article, tools.ends);
    if (builder.sentenceCount > 0 && builder.sentenceCount + sentences.length > tools.segmentSentences) {
      segments.push(open(builder, tools));
      builder = new SegmentBuilder(tools.reader);
    }
    await tools.pace();
    builder.add({ article, sentences });
    tools.onProgress?.(done, articles.length);
    await tools.pace();
  }
  tools.onProgress?.(articles.length, articles.length);
  if (articles.length > 0) segments.push(open(builder, tools));
  return segments;
}

/** Makes one segment of what counts of some, and takes those out of the list of all. */
async function merge(few: readonly Segment[], all: Segment[], tools: IndexTools): Promise<Segment> {
  const builder = new SegmentBuilder(tools.reader);
  for (const segment of few) {
    for (const [number] of liveArticles(segment)) await copy(segment, number, builder, tools);
    all.splice(all.indexOf(segment), 1);
  }
  return open(builder, tools);
}

async function copy(
  { articles, file }: Segment,
  number: number,
  builder: SegmentBuilder,
  { pace }: IndexTools,
): Promise<void> {
  const article = articles[number];
  if (article !== undefined) builder.add({ article, sentences: file.unitsOf(number) }, file.bodyOf(number));
  await pace();
}

function open(builder: SegmentBuilder, { keep, bodies }: IndexTools): Segment {
  return openSegment(keep(builder.build()), bodies);
}
