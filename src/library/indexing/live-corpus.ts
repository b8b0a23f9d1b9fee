import { Engine } from '../../answer/engine.ts';
import type { Tools } from '../../answer/load-tools.ts';
import { NAME_DEFAULTS, sentencesForNames } from '../../answer/sentence/name-index.ts';
import { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import type { Corpus } from '../../corpus/load.ts';
import { finishPaced } from '../../scheduling/steps.ts';
import { createPace } from '../../scheduling/time-slices.ts';
import type { Segment } from '../../search/segment.ts';
import type { SentenceEnds } from '../../text/sentence-boundaries.ts';
import type { LibraryOptions } from '../contract.ts';
import { createSnapshot } from '../create-snapshot.ts';
import { readAgain, type Steps } from '../read-again.ts';
import type { Snapshot } from '../snapshot.ts';
import { type CorpusCache, createCorpusCache } from '../stored/corpus-cache.ts';
import { type CorpusState, NOTHING } from '../stored/stored-corpus.ts';
import { EarlyIndex } from './early-index.ts';
import { INDEX_DEFAULTS, indexingThreads } from './index-tools.ts';
import { inSegments, keepArticles, retitled } from './keep-articles.ts';
import { updateSegments } from './update-segments.ts';

/** A corpus in use, with what is needed to bring it up to date. */
export interface Loaded extends CorpusState {
  readonly snapshot: Snapshot;
  readonly at: number;
  /** Articles that are still to be indexed for the first time. */
  readonly toIndex?: number;
}

interface Parts {
  readonly tools: Tools;
  readonly ends: SentenceEnds;
  /** Absolute path of the corpus. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The corpus that answers, and the ways in which another one takes its place: read, indexed, restored, in part. */
export class LiveCorpus {
  readonly #options: LibraryOptions;
  readonly #parts: Parts;
  readonly #cache: CorpusCache;
  readonly #heavy = new HeavyReader();
  #early: EarlyIndex | undefined;
  #loaded: Loaded;
  /** Whether the cache lacks something of what is in use. */
  #unsaved = true;

  constructor(options: LibraryOptions, parts: Parts) {
    this.#options = options;
    this.#parts = parts;
    const onError = (error: unknown) => options.onCacheError?.(error);
    this.#cache = createCorpusCache(options.cache, parts.path, onError);
    const nothing = createSnapshot(new Engine([], parts.tools), []);
    this.#loaded = { ...NOTHING, snapshot: nothing, at: parts.now() };
  }

  get loaded(): Loaded {
    return this.#loaded;
  }

  /** What was saved last; `undefined` when there is nothing of use. */
  restore(): CorpusState | undefined {
    return this.#cache.restore();
  }

  read(earlier: CorpusState, steps: Steps, early?: EarlyIndex): Promise<Corpus> {
    const { followLinks = false } = this.#options;
    const { path, now } = this.#parts;
    const tools = { now, cache: this.#cache, heavy: this.#heavy, followLinks, ...(early && { early }) };
    return readAgain(path, earlier, tools, steps);
  }

  /**
   * Reads a corpus of which nothing has been kept, and indexes it meanwhile. What is done is saved as it comes: whatever
   * ends the program, the next start goes on from there.
   * @returns the corpus, and segments of it for `take`: none when it is small, or there are no threads
   */
  async readAnew(
    steps: Steps,
    onSegment?: (segments: readonly Segment[]) => void,
  ): Promise<{ readonly corpus: Corpus; readonly segments: readonly Segment[] }> {
    const threads = indexingThreads(false);
    if (threads === 0) return { corpus: await this.read(NOTHING, steps), segments: [] };
    const early = new EarlyIndex({
      ...this.#indexTools(steps),
      namedSentences,
      threads,
      onSegment: (segments) => {
        this.#cache.save({ ...NOTHING, segments });
        onSegment?.(segments);
      },
    });
    this.#early = early;
    try {
      const corpus = await this.read(NOTHING, steps, early);
      const found = await early.finish();
      // Which titles several folders have is known now: the threads are at hand.
      const segments = found.length === 0 ? found : await early.again(retitled(corpus.articles, found));
      return { corpus: { ...corpus, articles: inSegments(corpus.articles, segments) }, segments };
    } finally {
      this.#early = undefined;
      await early.close();
    }
  }

  /**
   * Brings the index up to date with a corpus that was read, and uses both.
   * @param segmentSentences see `IndexTools`, also for `onSegment`
   */
  async take(
    corpus: Corpus,
    before: readonly Segment[],
    steps: Steps,
    segmentSentences: number,
    onSegment?: (segments: readonly Segment[]) => void,
  ): Promise<void> {
    const { signal } = steps;
    const segments = await updateSegments(before, corpus.articles, {
      ...this.#indexTools(steps),
      namedSentences: namedSentences(corpus.articles.length),
      segmentSentences,
      ...(onSegment && { onSegment }),
      threads: indexingThreads(this.#loaded.segments.length > 0),
      // The first index is shared as a whole, by whoever opens the library.
      ...(before.length > 0 && this.#options.share && { share: this.#options.share }),
    });
    signal?.throwIfAborted();
    await this.use(corpus, segments, signal);
    this.#unsaved = true;
  }

  #indexTools({ signal, onProgress }: Steps) {
    return {
      reader: this.#parts.tools.reader,
      ends: this.#parts.ends,
      pace: createPace(INDEX_DEFAULTS.slice, signal),
      onProgress: (done: number, total: number) => onProgress?.({ step: 'indexing', done, total }),
      ...this.#cache,
      ...(signal && { signal }),
    };
  }

  /** @param restored the same corpus as it was stored: what suggestions need can be made while it answers */
  async use(
    { problems, readings, dropLines }: Corpus,
    segments: readonly Segment[],
    signal: AbortSignal | undefined,
    restored?: CorpusState,
  ): Promise<void> {
    const pace = createPace(INDEX_DEFAULTS.slice, signal);
    const engine = new Engine(segments, this.#parts.tools);
    const snapshot = createSnapshot(engine, problems, this.#loaded.snapshot.catalog.rows);
    await pace();
    if (this.#options.prepare === true && restored === undefined)
      await finishPaced(snapshot.catalog.prepare(), pace);
    const kept =
      restored === undefined ? await finishPaced(keepArticles(readings, segments), pace) : readings;
    this.#loaded = { readings: kept, dropLines, segments, snapshot, at: this.#parts.now() };
    this.#unsaved = restored === undefined;
    // What was read of the articles before would stay until as much of the new ones has been read.
    this.#cache.bodies.clear();
  }

  /**
   * Has a part of a corpus answer. Should it be stored like this, the next start reads all and indexes what is missing.
   * @param corpus absent while it is still read
   */
  useSome(segments: readonly Segment[], corpus?: Corpus): void {
    const { problems = [], articles } = corpus ?? {};
    const engine = new Engine(segments, this.#parts.tools);
    const toIndex =
      articles === undefined ? (this.#early?.toIndex ?? 0) : articles.length - engine.articles.length;
    const snapshot = createSnapshot(engine, problems);
    this.#loaded = { ...NOTHING, segments, snapshot, at: this.#parts.now(), toIndex };
    this.#unsaved = true;
  }

  /** Remembers that files were read again which say what they said. */
  keepReadings(readings: CorpusState['readings']): void {
    this.#loaded = { ...this.#loaded, readings };
  }

  save(): void {
    if (this.#unsaved) this.#unsaved = !this.#cache.save(this.#loaded);
  }

  /** Ends the thread that reads heavy files; reading again starts another. */
  closeReader(): Promise<void> {
    return this.#heavy.close();
  }
}

/** How many first sentences of each article are read for names, in a corpus of so many articles. */
function namedSentences(articles: number): number {
  return NAME_DEFAULTS.spare * sentencesForNames(articles);
}
