import type { Article } from '../../corpus/article.ts';
import { unitSpans } from '../../corpus/structure/units.ts';
import type { Pace } from '../../scheduling/steps.ts';
import { pruneSegment } from '../../search/prune-segment.ts';
import { type Segment, SegmentBuilder, type SplitArticle, spansIn } from '../../search/segment.ts';
import type { SentenceEnds } from '../../text/sentence-boundaries.ts';
import type { TermReader } from '../../text/terms.ts';
import { pickMerge } from './merge-policy.ts';

export interface IndexTools {
  readonly reader: TermReader;
  readonly ends: SentenceEnds;
  readonly pace: Pace;
  /** Articles that were indexed, of those that had to be. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Sentences a segment holds before the next one is begun. */
  readonly segmentSentences: number;
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
    if (kept.articles.length > 0) segments.push(kept);
  }
  const fresh = articles.filter(({ id }) => wanted.has(id));
  segments.push(...(await indexArticles(fresh, tools)));
  for (let merge = pickMerge(segments); merge.length > 0; merge = pickMerge(segments)) {
    const merged = await mergeSegments(merge, tools);
    const rest = segments.filter((segment) => !merge.includes(segment));
    segments.splice(0, segments.length, ...rest, merged);
  }
  return segments.length > 0 ? segments : [new SegmentBuilder(tools.reader).build()];
}

/** Takes the articles that it finds indexed already out of `wanted`. */
async function keepWanted(
  segment: Segment,
  wanted: Map<string, Article>,
  { reader, pace }: IndexTools,
): Promise<Segment> {
  const now = new Map<Article, Article>();
  for (const article of segment.articles) {
    const next = wanted.get(article.id);
    if (next === undefined || !readsTheSame(next, article)) continue;
    wanted.delete(article.id);
    now.set(article, next);
  }
  const steps = pruneSegment(segment, (article) => now.has(article), reader);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await pace();
  await pace();
  const pruned = step.value;
  if (pruned.articles.every((article) => now.get(article) === article)) return pruned;
  return { ...pruned, articles: pruned.articles.map((article) => now.get(article) ?? article) };
}

/** Whether two articles give the same units. */
function readsTheSame(a: Article, b: Article): boolean {
  if (a === b) return true;
  if (a.title !== b.title || a.text !== b.text) return false;
  return a.blocks === b.blocks || JSON.stringify(a.blocks) === JSON.stringify(b.blocks);
}

async function indexArticles(articles: readonly Article[], tools: IndexTools): Promise<Segment[]> {
  const segments: Segment[] = [];
  let builder = new SegmentBuilder(tools.reader);
  for (const [done, article] of articles.entries()) {
    const sentences = unitSpans(article, tools.ends);
    if (builder.sentenceCount > 0 && builder.sentenceCount + sentences.length > tools.segmentSentences) {
      segments.push(builder.build());
      builder = new SegmentBuilder(tools.reader);
    }
    await tools.pace();
    builder.add({ article, sentences });
    tools.onProgress?.(done, articles.length);
    await tools.pace();
  }
  tools.onProgress?.(articles.length, articles.length);
  if (articles.length > 0) segments.push(builder.build());
  return segments;
}

async function mergeSegments(segments: readonly Segment[], { reader, pace }: IndexTools): Promise<Segment> {
  const builder = new SegmentBuilder(reader);
  for (const segment of segments) {
    for (const [number, article] of segment.articles.entries()) {
      const split: SplitArticle = { article, sentences: spansIn(segment, number) };
      builder.add(split);
      await pace();
    }
  }
  return builder.build();
}
