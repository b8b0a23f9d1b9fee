import type { Article } from '../../corpus/article.ts';
import { factsOf, replaceFacts, sameText, shareBody } from '../../corpus/kept-article.ts';
import { finishPaced } from '../../scheduling/steps.ts';
import { bytesInMemory } from '../../search/bytes/byte-source.ts';
import { mergeSegments } from '../../search/segment/merge-segments.ts';
import { openSegment } from '../../search/segment/open-segment.ts';
import { withoutArticles } from '../../search/segment/remove-articles.ts';
import { SegmentBuilder } from '../../search/segment/segment-builder.ts';
import { liveArticles, type Segment } from '../../search/segment.ts';
import { indexArticles } from './index-articles.ts';
import type { IndexTools } from './index-tools.ts';
import { isWorn, pickLast, pickMerge } from './merge-policy.ts';

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
    await tools.pace();
    const kept = await keepWanted(segment, wanted, tools);
    if (kept.articleCount > 0) segments.push(kept);
  }
  const fresh = articles.filter(({ id }) => wanted.has(id));
  const isFirst = before.length === 0;
  if (fresh.length > 0 || segments.length === 0)
    for await (const parts of indexArticles(fresh, tools)) {
      segments.push(openParts(parts, tools));
      if (isFirst) await mergeLast(segments, false, tools);
      tools.onSegment?.(segments);
    }
  if (isFirst) await mergeLast(segments, true, tools);
  for (const worn of segments.filter(isWorn)) segments.push(await merge([worn], segments, tools));
  for (let full = pickMerge(segments); full.length > 0; full = pickMerge(segments))
    segments.push(await merge(full, segments, tools));
  return segments.length > 0 ? segments : [openParts(new SegmentBuilder(tools.reader).build(), tools)];
}

/**
 * Puts the last segments of a first indexing together, when there are enough of them, or no more will come.
 * @returns the one segment in their place, if any
 */
export async function mergeLast(
  segments: Segment[],
  isLast: boolean,
  tools: MergingTools,
): Promise<Segment | undefined> {
  const last = pickLast(segments, isLast);
  if (last.length === 0) return undefined;
  const merged = await merge(last, segments, tools);
  segments.push(merged);
  return merged;
}

type MergingTools = Pick<IndexTools, 'keep' | 'drop' | 'bodies' | 'pace'>;

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
  if (shareBody(a, b)) return true;
  return a.blocks === b.blocks || JSON.stringify(a.blocks) === JSON.stringify(b.blocks);
}

/** Makes one segment of what counts of some, and takes those out of the list of all. */
async function merge(few: readonly Segment[], all: Segment[], tools: MergingTools): Promise<Segment> {
  for (const segment of few) all.splice(all.indexOf(segment), 1);
  const merged = openParts(await finishPaced(mergeSegments(few), tools.pace), tools);
  for (const { file } of few) tools.drop(file.source);
  return merged;
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

function openParts(
  parts: readonly Uint8Array[],
  { keep, bodies }: Pick<MergingTools, 'keep' | 'bodies'>,
): Segment {
  return openSegment(keep(parts), bodies);
}
