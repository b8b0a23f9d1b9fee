import { resolve } from 'node:path';
import { Engine } from '../answer/engine.ts';
import { understandFollowUp } from '../answer/follow-up/understand-follow-up.ts';
import type { Tools } from '../answer/load-tools.ts';
import type { CorpusName } from '../answer/sentence/name-index.ts';
import { HeavyReader } from '../corpus/formats/heavy-reader.ts';
import type { Corpus } from '../corpus/load.ts';
import { SerialQueue } from '../scheduling/serial-queue.ts';
import { finishPaced } from '../scheduling/steps.ts';
import { createPace } from '../scheduling/time-slices.ts';
import type { Segment } from '../search/segment.ts';
import type { SentenceEnds } from '../text/sentence-boundaries.ts';
import { compareArticles } from './compare-articles.ts';
import type { Library, LibraryOptions } from './contract.ts';
import { createSnapshot } from './create-snapshot.ts';
import { finishStart } from './indexing/finish-start.ts';
import { INDEX_DEFAULTS, indexingThreads } from './indexing/index-tools.ts';
import { keepArticles } from './indexing/keep-articles.ts';
import { updateSegments } from './indexing/update-segments.ts';
import { statusOf } from './library-status.ts';
import { createNameRenewal } from './name-renewal.ts';
import { questionTerms } from './question-terms.ts';
import { readAgain, type Steps } from './read-again.ts';
import {
  countsOf,
  type LastReload,
  type LibraryStatus,
  lastReloadOf,
  type ReloadOptions,
  type ReloadReport,
} from './reload-report.ts';
import { isSameReading, isUnchanged } from './same-reading.ts';
import { reasonToKeepOld } from './sanity-check.ts';
import type { Snapshot } from './snapshot.ts';
import { type CorpusCache, createCorpusCache } from './stored/corpus-cache.ts';
import { type CorpusState, NOTHING } from './stored/stored-corpus.ts';
import { type FolderWatch, watchCorpus } from './watch-folder.ts';

/** A corpus in use, with what is needed to bring it up to date. */
interface Loaded extends CorpusState {
  readonly snapshot: Snapshot;
  readonly at: number;
}

/** Holds the corpus in memory and replaces it as a whole. */
export class LiveLibrary implements Library {
  readonly #options: LibraryOptions;
  readonly #tools: Tools;
  readonly #now: () => number;
  readonly #corpus: string;
  readonly #ends: SentenceEnds;
  readonly #turns = new SerialQueue();
  readonly #closing = new AbortController();
  readonly #cache: CorpusCache;
  readonly #heavy = new HeavyReader();
  #loaded: Loaded;
  /** The names that are suggested. */
  #suggested: readonly CorpusName[] | undefined;
  readonly #renewNames: ReturnType<typeof createNameRenewal>;
  /** Whether the cache lacks something of what is in use. */
  #unsaved = true;
  #last: LastReload | undefined;
  /** Ends when what was stored has been looked through. */
  #checked = Promise.resolve();
  #watch: FolderWatch | undefined;

  private constructor(options: LibraryOptions, tools: Tools, ends: SentenceEnds) {
    this.#options = options;
    this.#tools = tools;
    this.#ends = ends;
    this.#now = options.now ?? (() => Date.now());
    this.#corpus = resolve(options.corpus);
    const onError = (error: unknown) => options.onCacheError?.(error);
    this.#cache = createCorpusCache(options.cache, this.#corpus, onError);
    this.#renewNames = createNameRenewal({
      slice: INDEX_DEFAULTS.slice,
      signal: this.#closing.signal,
      onError,
    });
    this.#loaded = { ...NOTHING, snapshot: createSnapshot(new Engine([], tools), []), at: this.#now() };
  }

  /** @throws the signal's reason, when it was aborted */
  static async open(options: LibraryOptions, tools: Tools, ends: SentenceEnds): Promise<LiveLibrary> {
    const library = new LiveLibrary(options, tools, ends);
    const restored = library.#cache.restore();
    const corpus = await library.#read(restored ?? NOTHING, options);
    if (restored !== undefined && isSameReading(restored, corpus)) {
      await library.#use(corpus, restored.segments, options.signal, restored);
      library.#unsaved = false;
      if (options.prepare === true) library.#checked = library.#check(restored.segments);
    } else await library.#take(corpus, restored?.segments ?? [], options, INDEX_DEFAULTS.firstSegment);
    library.#save();
    await library.#heavy.close();
    if (options.watch !== undefined) await library.#startWatch(options.watch);
    return library;
  }

  current(): Snapshot {
    return this.#loaded.snapshot;
  }

  reload(options: ReloadOptions = {}): Promise<ReloadReport> {
    const { signal } = options;
    const either = AbortSignal.any([this.#closing.signal, ...(signal === undefined ? [] : [signal])]);
    return this.#turns.run(() => this.#reload({ ...options, signal: either }), either);
  }

  status(): LibraryStatus {
    return statusOf(this.#loaded.snapshot, {
      bytes: this.#loaded.readings.values().reduce((sum, { size }) => sum + size, 0),
      loadedAt: this.#loaded.at,
      reloading: this.#turns.count,
      watching: this.#watch !== undefined,
      ...(this.#last === undefined ? {} : { lastReload: this.#last }),
    });
  }

  readonly terms: Library['terms'] = (question) => questionTerms(question, this.#tools);
  readonly understand: Library['understand'] = (...asked) => understandFollowUp(...asked, this.#tools);

  async close(): Promise<void> {
    this.#watch?.close();
    this.#watch = undefined;
    this.#closing.abort(new Error('The library has been closed'));
    await this.#checked;
    await this.#heavy.close();
    await this.#turns.run(async () => this.#save());
  }

  async #reload(options: ReloadOptions): Promise<ReloadReport> {
    const started = performance.now();
    const before = this.#loaded;
    const corpus = await this.#read(before, options);
    const old = before.snapshot.articles;
    const comparison = compareArticles(old, corpus.articles);
    const reason = reasonToKeepOld(old.length, corpus, options.confirmed ?? false);
    const swapped = reason === undefined && !isUnchanged(before.snapshot.problems, before, corpus);
    if (swapped) {
      await this.#take(corpus, before.segments, options, INDEX_DEFAULTS.nextSegment);
    } else if (reason === undefined) this.#loaded = { ...before, readings: corpus.readings };
    const report: ReloadReport = {
      ...comparison,
      failed: corpus.problems.filter(({ severity }) => severity === 'error'),
      before: countsOf(before.snapshot),
      after: countsOf(this.#loaded.snapshot),
      ms: performance.now() - started,
      swapped,
      ...(reason === undefined ? {} : { reason }),
    };
    this.#last = lastReloadOf(report, this.#now(), options.by);
    return report;
  }

  #read(earlier: CorpusState, steps: Steps): Promise<Corpus> {
    const { followLinks = false } = this.#options;
    const tools = { now: this.#now, cache: this.#cache, heavy: this.#heavy, followLinks };
    return readAgain(this.#corpus, earlier, tools, steps);
  }

  /** Brings the index up to date with a corpus that was read, and uses both. */
  async #take(
    corpus: Corpus,
    before: readonly Segment[],
    { signal, onProgress }: Steps,
    segmentSentences: number,
  ): Promise<void> {
    const segments = await updateSegments(before, corpus.articles, {
      reader: this.#tools.reader,
      ends: this.#ends,
      pace: createPace(INDEX_DEFAULTS.slice, signal),
      onProgress: (done, total) => onProgress?.({ step: 'indexing', done, total }),
      segmentSentences,
      ...this.#cache,
      threads: indexingThreads(this.#loaded.segments.length > 0),
      ...(signal && { signal }),
      // The first index is shared as a whole, by whoever opens the library.
      ...(before.length > 0 && this.#options.share && { share: this.#options.share }),
    });
    signal?.throwIfAborted();
    await this.#use(corpus, segments, signal);
    this.#unsaved = true;
  }

  /** @param restored the same corpus as it was stored: what suggestions need can be made while it answers */
  async #use(
    { problems, readings, dropLines }: Corpus,
    segments: readonly Segment[],
    signal: AbortSignal | undefined,
    restored?: CorpusState,
  ): Promise<void> {
    const engine = new Engine(segments, this.#tools);
    const snapshot = createSnapshot(engine, problems);
    const earlier = this.#suggested;
    let names = restored?.names;
    if (this.#options.prepare === true) {
      const pace = createPace(INDEX_DEFAULTS.slice, signal);
      if (restored === undefined) await finishPaced(snapshot.catalog.prepare(), pace);
      if (earlier === undefined) names ??= await engine.readNames(pace);
      this.#suggested = names ?? earlier;
      engine.useNames(this.#suggested ?? []);
    }
    const kept = restored === undefined ? keepArticles(readings, segments) : readings;
    const state = { readings: kept, dropLines, segments };
    this.#loaded = { ...state, ...(names && { names }), snapshot, at: this.#now() };
    // After a reload those of the corpus before are suggested until they have been read.
    if (this.#options.prepare === true && names === undefined)
      this.#renewNames(engine, (read) => {
        engine.useNames(read);
        this.#suggested = read;
        if (this.#loaded.snapshot === snapshot) this.#loaded = { ...this.#loaded, names: read };
      });
  }

  /** Looks through what was stored while it answers already; what is damaged is made anew from the corpus. */
  async #check(segments: readonly Segment[]): Promise<void> {
    const { signal } = this.#closing;
    const pace = createPace(INDEX_DEFAULTS.slice, signal);
    const damage = await finishStart(this.#loaded.snapshot, segments, pace);
    if (damage === undefined || signal.aborted) return;
    this.#options.onCacheError?.(damage);
    const rebuilt = this.#turns.run(async () => {
      const corpus = await this.#read(NOTHING, { signal });
      if (reasonToKeepOld(this.#loaded.snapshot.articles.length, corpus, false) !== undefined) return;
      await this.#take(corpus, [], { signal }, INDEX_DEFAULTS.firstSegment);
      this.#save();
    });
    await rebuilt.catch((error: unknown) => signal.aborted || this.#options.onCacheError?.(error));
  }

  #save(): void {
    if (this.#unsaved) this.#unsaved = !this.#cache.save(this.#loaded);
  }

  async #startWatch({ onReload, onError }: NonNullable<LibraryOptions['watch']>): Promise<void> {
    const reload = () => {
      this.reload({ by: 'watch' }).then(onReload, (error: unknown) => {
        if (!this.#closing.signal.aborted) onError(error);
      });
    };
    this.#watch = await watchCorpus(this.#corpus, { onChange: reload, onError });
  }
}
