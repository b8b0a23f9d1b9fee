import type { ResourceLimits } from 'node:worker_threads';
import type { Article } from '../../corpus/article.ts';
import { bodySize, bodySizes } from '../../corpus/kept-article.ts';
import { finishPaced } from '../../scheduling/steps.ts';
import { SegmentBuilder } from '../../search/segment/segment-builder.ts';
import type { IndexTools } from './index-tools.ts';
import { IndexingThreads } from './indexing-threads.ts';
import { digestOf } from './segment-share.ts';

export interface ThreadLimits {
  /** Articles with fewer bytes together are indexed at once, in slices: a thread needs a second to begin. */
  readonly from: number;
  /** Bytes of the articles of one segment, at most: it bounds the memory that a thread takes. */
  readonly mostBytes: number;
  /** Segments for each thread, at least: when one ends early, there is more for it. */
  readonly rounds: number;
  /** Of a thread's heap; most of what it builds lies outside of it. */
  readonly memory: ResourceLimits;
}

/** Of a corpus that has been read, and of one that is read meanwhile. */
export const THREADS: ThreadLimits = {
  from: 3_000_000,
  // Some 100,000 sentences.
  mostBytes: 12_000_000,
  rounds: 2,
  // With half as much for what is young its collection takes longer, and with twice as much 60 MB more of each thread.
  memory: { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 },
};

/**
 * Makes segments of articles, or has another process make them.
 * @returns the parts of their files, in the order of the articles
 * @throws the signal's reason, when it was aborted
 */
export async function* indexArticles(
  articles: readonly Article[],
  tools: IndexTools,
  limits = THREADS,
): AsyncGenerator<readonly Uint8Array[]> {
  const total = bodySizes(articles);
  const { share, signal } = tools;
  if (share === undefined || total < share.from) return yield* makeSegments(articles, total, tools, limits);
  const digest = await digestOf(articles, tools.pace);
  yield* share.segmentsOf(digest, () => makeSegments(articles, total, tools, limits), signal);
}

/** @param total bytes of the articles */
async function* makeSegments(
  articles: readonly Article[],
  total: number,
  tools: IndexTools,
  limits: ThreadLimits,
): AsyncGenerator<readonly Uint8Array[]> {
  if (tools.threads === 0 || total < limits.from) yield* indexHere(articles, tools);
  else {
    const bytes = Math.min(limits.mostBytes, total / (limits.rounds * tools.threads));
    yield* indexInThreads(inChunks(articles, bytes), tools, limits.memory);
  }
}

/** In slices of time, between other work. */
async function* indexHere(
  articles: readonly Article[],
  tools: IndexTools,
): AsyncGenerator<readonly Uint8Array[]> {
  if (articles.length === 0) return tools.onProgress?.(0, 0);
  const splitArticle = await loadSplitting();
  let builder = new SegmentBuilder(tools.reader);
  for (const [done, article] of articles.entries()) {
    const split = await finishPaced(splitArticle(article, tools), tools.pace);
    const added = builder.sentenceCount + split.sentences.length;
    if (builder.sentenceCount > 0 && added > tools.segmentSentences) {
      yield builder.build();
      builder = new SegmentBuilder(tools.reader);
    }
    await tools.pace();
    builder.add(split);
    tools.onProgress?.(done, articles.length);
    await tools.pace();
  }
  tools.onProgress?.(articles.length, articles.length);
  yield builder.build();
}

/** Each thread takes the next articles when it has made a file of others; files come in the order of the articles. */
async function* indexInThreads(
  chunks: readonly (readonly Article[])[],
  tools: IndexTools,
  memory: ResourceLimits,
): AsyncGenerator<readonly Uint8Array[]> {
  const total = chunks.reduce((sum, { length }) => sum + length, 0);
  const done = chunks.map(() => 0);
  const threads = new IndexingThreads(memory);
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, ...(tools.signal === undefined ? [] : [tools.signal])]);
  const files = chunks.map(() => Promise.withResolvers<readonly Uint8Array[]>());
  // Whoever waits for a file hears of it; those behind one that failed are waited for by nobody.
  for (const { promise } of files) promise.catch(() => undefined);
  const rest = chunks.entries();
  const lane = async (): Promise<void> => {
    for (const [number, chunk] of rest) {
      const onDone = (articles: number): void => {
        done[number] = articles;
        tools.onProgress?.(
          done.reduce((sum, count) => sum + count, 0),
          total,
        );
      };
      const file = makeFile(chunk, threads, { ...tools, signal }, onDone);
      await file.then(files[number]?.resolve, files[number]?.reject);
      onDone(chunk.length);
    }
  };
  const lanes = Array.from({ length: Math.min(tools.threads, chunks.length) }, lane);
  try {
    for (const { promise } of files) yield await promise;
  } finally {
    stopping.abort(new Error('Nobody waits for the files'));
    await threads.close();
    await Promise.all(lanes);
  }
}

/**
 * Has a thread make the file of one segment, or makes it here.
 * @param onDone how many of the articles are done
 * @throws the signal's reason, when it was aborted
 */
export async function makeFile(
  articles: readonly Article[],
  threads: IndexingThreads,
  tools: Pick<IndexTools, 'reader' | 'ends' | 'namedSentences' | 'pace' | 'signal'>,
  onDone: (articles: number) => void,
): Promise<readonly Uint8Array[]> {
  try {
    return [await threads.index(articles, tools, onDone)];
  } catch {
    // A machine may have no room for more threads: then it takes longer. What is wrong with an article shows again.
    tools.signal?.throwIfAborted();
    const splitArticle = await loadSplitting();
    const builder = new SegmentBuilder(tools.reader);
    for (const article of articles) {
      builder.add(await finishPaced(splitArticle(article, tools), tools.pace));
      await tools.pace();
    }
    return builder.build();
  }
}

/** Lists of neighbours whose bodies have so many bytes together, about. */
function inChunks(articles: readonly Article[], bytes: number): Article[][] {
  const chunks: Article[][] = [];
  let size = bytes;
  for (const article of articles) {
    if (size >= bytes) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(article);
    size += bodySize(article);
  }
  return chunks;
}

/** Most starts index nothing, and need no grammar of dates. */
async function loadSplitting() {
  const { splitArticle } = await import('./split-article.ts');
  return splitArticle;
}
