import { Engine, type Tools } from './answer/engine.ts';
import { loadTools } from './answer/tools.ts';
import type { Article } from './corpus/article.ts';
import { loadCorpus } from './corpus/load.ts';
import { sentenceSpans } from './corpus/sentences.ts';
import { buildSegment, type Segment, type SplitArticle } from './search/segment.ts';
import type { Snapshot } from './snapshot.ts';
import { createSentenceEnds, type SentenceEnds } from './text/sentence-boundaries.ts';

/** What the library is doing, for a progress bar: `done` of `total` in the step's own unit. */
export interface Progress {
  readonly step: 'reading' | 'indexing';
  readonly done: number;
  readonly total: number;
}

export interface LibraryOptions {
  /** A folder of articles, or one `.jsonl`/`.jsonl.gz` file. */
  readonly corpus: string;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** The corpus in memory: always one complete snapshot. */
export interface Library {
  current(): Snapshot;
  close(): Promise<void>;
}

/** Sentences a segment holds before the next one is begun; bounds the memory that building takes. */
const SENTENCES_A_SEGMENT = 250_000;
/** Articles that are indexed between two looks at the event loop. */
const ARTICLES_A_SLICE = 25;

/**
 * Reads the corpus and makes it ready to answer. Mistakes in files are problems of the snapshot, not errors.
 * @throws when the signal aborts, or when the installation lacks its language model
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const snapshot = await buildSnapshot(options, loadTools());
  return { current: () => snapshot, close: async () => undefined };
}

async function buildSnapshot(
  { corpus, onProgress, signal }: LibraryOptions,
  tools: Tools,
): Promise<Snapshot> {
  const { articles, problems } = await loadCorpus(corpus, {
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done, total) => onProgress?.({ step: 'reading', done, total }),
  });
  const segments: Segment[] = [];
  const ends = createSentenceEnds();
  let batch: SplitArticle[] = [];
  let sentences = 0;
  for (const [i, article] of articles.entries()) {
    const split = splitArticle(article, ends);
    if (sentences + split.sentences.length > SENTENCES_A_SEGMENT && batch.length > 0) {
      segments.push(buildSegment(batch, tools.reader));
      batch = [];
      sentences = 0;
    }
    batch.push(split);
    sentences += split.sentences.length;
    if (i % ARTICLES_A_SLICE === 0) {
      onProgress?.({ step: 'indexing', done: i, total: articles.length });
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
  }
  segments.push(buildSegment(batch, tools.reader));
  onProgress?.({ step: 'indexing', done: articles.length, total: articles.length });
  const engine = new Engine(segments, tools);
  return {
    articles,
    problems,
    sentenceCount: engine.sentenceCount,
    ask: (question, askOptions) => engine.ask(question, askOptions),
  };
}

function splitArticle(article: Article, ends: SentenceEnds): SplitArticle {
  return { article, sentences: sentenceSpans(article.text, ends) };
}
