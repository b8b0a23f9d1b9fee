import { resolve } from 'node:path';
import { understandFollowUp } from '../answer/follow-up/understand-follow-up.ts';
import type { Tools } from '../answer/load-tools.ts';
import type { Corpus } from '../corpus/load.ts';
import { SerialQueue } from '../scheduling/serial-queue.ts';
import { createPace } from '../scheduling/time-slices.ts';
import type { Segment } from '../search/segment.ts';
import type { SentenceEnds } from '../text/sentence-boundaries.ts';
import type { Library, LibraryOptions, Meanwhile } from './contract.ts';
import { finishStart } from './indexing/finish-start.ts';
import { INDEX_DEFAULTS } from './indexing/index-tools.ts';
import { LiveCorpus } from './indexing/live-corpus.ts';
import { answerMeanwhile, isLarge } from './indexing/publishing.ts';
import { statusOf } from './library-status.ts';
import { questionTerms } from './question-terms.ts';
import {
  type LastReload,
  type LibraryStatus,
  lastReloadOf,
  type ReloadOptions,
  type ReloadReport,
  reportOf,
} from './reload-report.ts';
import { isSameReading, isUnchanged } from './same-reading.ts';
import { reasonToKeepOld } from './sanity-check.ts';
import type { Snapshot } from './snapshot.ts';
import { NOTHING } from './stored/stored-corpus.ts';
import { type FolderWatch, watchCorpus } from './watch-folder.ts';

/** Holds the corpus in memory and replaces it as a whole. */
export class LiveLibrary implements Library {
  readonly #options: LibraryOptions;
  readonly #tools: Tools;
  readonly #now: () => number;
  readonly #path: string;
  readonly #turns = new SerialQueue();
  readonly #closing = new AbortController();
  readonly #corpus: LiveCorpus;
  #last: LastReload | undefined;
  /** Ends when what was stored has been looked through. */
  #checked = Promise.resolve();
  #watch: FolderWatch | undefined;

  private constructor(options: LibraryOptions, tools: Tools, ends: SentenceEnds) {
    this.#options = options;
    this.#tools = tools;
    this.#now = options.now ?? (() => Date.now());
    this.#path = resolve(options.corpus);
    this.#corpus = new LiveCorpus(options, { tools, ends, path: this.#path, now: this.#now });
  }

  /** @throws the signal's reason, when it was aborted */
  static async open(options: LibraryOptions, tools: Tools, ends: SentenceEnds): Promise<LiveLibrary> {
    const library = new LiveLibrary(options, tools, ends);
    await library.#start();
    if (options.watch !== undefined) await library.#startWatch(options.watch);
    return library;
  }

  current(): Snapshot {
    return this.#corpus.loaded.snapshot;
  }

  reload(options: ReloadOptions = {}): Promise<ReloadReport> {
    const signal = anyOf(this.#closing.signal, options.signal);
    return this.#turns.run(() => this.#reload({ ...options, signal }), signal);
  }

  status(): LibraryStatus {
    const { snapshot, readings, at, toIndex } = this.#corpus.loaded;
    return statusOf(snapshot, {
      bytes: readings.values().reduce((sum, { size }) => sum + size, 0),
      loadedAt: at,
      ...(toIndex !== undefined && { toIndex }),
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
    await this.#corpus.closeReader();
    await this.#turns.run(async () => this.#corpus.save());
  }

  /** Uses what was stored when nothing has changed since; else reads and indexes what has. */
  async #start(): Promise<void> {
    const { meanwhile, prepare, signal } = this.#options;
    const restored = this.#corpus.restore();
    if (restored === undefined) return this.#beginAnew();
    const corpus = await this.#corpus.read(restored, this.#options);
    const before = restored.segments;
    // What was stored in the middle of a first indexing has no readings.
    const isFirst = restored.readings.size === 0;
    if (isSameReading(restored, corpus)) {
      await this.#corpus.use(corpus, before, signal, restored);
      if (prepare === true) this.#checked = this.#check(before);
    } else if (meanwhile !== undefined && isFirst && isLarge(corpus.articles, meanwhile.limits?.from))
      await this.#begin(corpus, before, meanwhile);
    else await this.#corpus.take(corpus, before, this.#options, INDEX_DEFAULTS.firstSegment);
    this.#corpus.save();
    await this.#corpus.closeReader();
  }

  /** Reads and indexes a corpus of which nothing was stored. @returns when the first of a large one answers, or all of it */
  #beginAnew(): Promise<void> {
    const { meanwhile } = this.#options;
    const signal = anyOf(this.#closing.signal, this.#options.signal);
    const steps = { ...this.#options, signal };
    let read: Corpus | undefined;
    const index = (onSegment?: (segments: readonly Segment[]) => void) =>
      this.#turns.run(async () => {
        const { corpus, segments } = await this.#corpus.readAnew(steps, onSegment);
        read = corpus;
        await this.#corpus.closeReader();
        const { sentences } = meanwhile?.limits ?? INDEX_DEFAULTS.meanwhile;
        if (onSegment !== undefined && isLarge(corpus.articles, meanwhile?.limits?.from))
          await this.#corpus.take(corpus, segments, steps, sentences, onSegment);
        else await this.#corpus.take(corpus, segments, steps, INDEX_DEFAULTS.firstSegment);
        this.#corpus.save();
      });
    if (meanwhile === undefined) return index();
    return answerMeanwhile(index, (segments) => this.#corpus.useSome(segments, read), {
      onWhole: () => meanwhile.onWhole(this.status()),
      onError: (error) => signal.aborted || meanwhile.onError(error),
    });
  }

  /** Indexes a large corpus for the first time. @returns when the first of it answers; the rest goes on */
  #begin(corpus: Corpus, before: readonly Segment[], meanwhile: Meanwhile): Promise<void> {
    const signal = anyOf(this.#closing.signal, this.#options.signal);
    const { sentences } = meanwhile.limits ?? INDEX_DEFAULTS.meanwhile;
    const steps = { ...this.#options, signal };
    const index = (onSegment: (segments: readonly Segment[]) => void) =>
      this.#turns.run(() => this.#corpus.take(corpus, before, steps, sentences, onSegment));
    return answerMeanwhile(index, (segments) => this.#corpus.useSome(segments, corpus), {
      onWhole: () => {
        this.#corpus.save();
        meanwhile.onWhole(this.status());
      },
      onError: (error) => signal.aborted || meanwhile.onError(error),
    });
  }

  async #reload(options: ReloadOptions): Promise<ReloadReport> {
    const started = performance.now();
    const before = this.#corpus.loaded;
    const corpus = await this.#corpus.read(before, options);
    const reason = reasonToKeepOld(before.snapshot.articles.length, corpus, options.confirmed ?? false);
    const swapped = reason === undefined && !isUnchanged(before.snapshot.problems, before, corpus);
    if (swapped) {
      await this.#corpus.take(corpus, before.segments, options, INDEX_DEFAULTS.nextSegment);
    } else if (reason === undefined) this.#corpus.keepReadings(corpus.readings);
    const report = reportOf(before.snapshot, this.current(), corpus, {
      ms: performance.now() - started,
      swapped,
      ...(reason === undefined ? {} : { reason }),
    });
    this.#last = lastReloadOf(report, this.#now(), options.by);
    return report;
  }

  /** Looks through what was stored while it answers already; what is damaged is made anew from the corpus. */
  async #check(segments: readonly Segment[]): Promise<void> {
    const { signal } = this.#closing;
    const damage = await finishStart(this.current(), segments, createPace(INDEX_DEFAULTS.slice, signal));
    if (damage === undefined || signal.aborted) return;
    this.#options.onCacheError?.(damage);
    const rebuilt = this.#turns.run(async () => {
      const corpus = await this.#corpus.read(NOTHING, { signal });
      if (reasonToKeepOld(this.current().articles.length, corpus, false) !== undefined) return;
      await this.#corpus.take(corpus, [], { signal }, INDEX_DEFAULTS.firstSegment);
      this.#corpus.save();
    });
    await rebuilt.catch((error: unknown) => signal.aborted || this.#options.onCacheError?.(error));
  }

  async #startWatch({ onReload, onError }: NonNullable<LibraryOptions['watch']>): Promise<void> {
    const reload = () => {
      this.reload({ by: 'watch' }).then(onReload, (error: unknown) => {
        if (!this.#closing.signal.aborted) onError(error);
      });
    };
    this.#watch = await watchCorpus(this.#path, { onChange: reload, onError });
  }
}

function anyOf(signal: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other === undefined ? signal : AbortSignal.any([signal, other]);
}
