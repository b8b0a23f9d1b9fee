import type { ResourceLimits } from 'node:worker_threads';
import type { Article } from '../../corpus/article.ts';
import { bodySizes, factsOf, KeptArticle } from '../../corpus/kept-article.ts';
import { EqualTitles } from '../../corpus/metadata/equal-titles.ts';
import { openSegment } from '../../search/segment/open-segment.ts';
import type { Segment } from '../../search/segment.ts';
import { makeFile, THREADS } from './index-articles.ts';
import type { IndexTools } from './index-tools.ts';
import { IndexingThreads } from './indexing-threads.ts';
import { MemoryBody } from './memory-body.ts';
import { mergeLast } from './update-segments.ts';

export interface EarlyLimits {
  /** Bytes of articles from which indexing begins while others are read: a thread needs a second to begin. */
  readonly from: number;
  /** Bytes of the articles of one segment. They are in memory until they are indexed. */
  readonly least: number;
  readonly most: number;
  /** So many times as many as in the last one: the threads begin soon, and get more when there is more. */
  readonly growth: number;
  /** Of what is still to come each thread takes this part at once, so that all end at about the same time. */
  readonly rounds: number;
  readonly memory: ResourceLimits;
}

const EARLY_DEFAULTS: EarlyLimits = {
  from: THREADS.from,
  least: 2_500_000,
  // Some 50,000 sentences: larger ones take more memory, here and there, and small ones are put together.
  most: 6_000_000,
  growth: 1.4,
  rounds: THREADS.rounds,
  memory: THREADS.memory,
};

export interface EarlyTools extends Omit<IndexTools, 'namedSentences' | 'segmentSentences' | 'share'> {
  /** How many first sentences of each article are read for names, in a corpus of so many articles. */
  readonly namedSentences: (articles: number) => number;
}

interface Chunk {
  readonly number: number;
  readonly articles: readonly KeptArticle[];
  readonly namedSentences: number;
  readonly file: PromiseWithResolvers<readonly Uint8Array[]>;
}

/**
 * Indexes articles in threads while others are still read: all processors work from the first second to the last, and only
 * what is being indexed is in memory.
 */
export class EarlyIndex {
  readonly #tools: EarlyTools;
  readonly #limits: EarlyLimits;
  readonly #threads: IndexingThreads;
  /** By id. */
  readonly #all = new Map<string, KeptArticle>();
  readonly #titles = new EqualTitles();
  readonly #segments: Segment[] = [];
  /** What was read and waits until there is more of it, and its bytes. */
  #rest: KeptArticle[] = [];
  #size = 0;
  #last = 0;
  #taken = 0;
  /** How much of the files has been read, 0 to 1. */
  #share = 0;
  readonly #waiting: Chunk[] = [];
  #chunks = 0;
  #lanes = 0;
  #opened = Promise.resolve();
  #onRoom: (() => void) | undefined;
  /** By chunk how many of its articles are done: nothing else is kept of one, least of all its file. */
  readonly #done: number[] = [];
  #isRead = false;
  readonly #stopping = new AbortController();

  constructor(tools: EarlyTools, limits: EarlyLimits = EARLY_DEFAULTS) {
    const signals = [this.#stopping.signal, ...(tools.signal === undefined ? [] : [tools.signal])];
    this.#tools = { ...tools, signal: AbortSignal.any(signals) };
    this.#limits = limits;
    this.#threads = new IndexingThreads(limits.memory);
  }

  /** About how many articles have not been indexed yet. */
  get toIndex(): number {
    const indexed = this.#segments.reduce((sum, { articleCount }) => sum + articleCount, 0);
    return Math.max(0, this.#articles - indexed);
  }

  /**
   * Takes an article that was read.
   * @returns one like it: its words are in memory until they lie in the file of a segment; the same article when its id is
   *   taken, since the first one is indexed
   */
  take(article: Article): Article {
    if (this.#all.has(article.id)) return article;
    const taken = new KeptArticle(factsOf(article), new MemoryBody(article));
    this.#all.set(taken.id, taken);
    this.#titles.add(taken);
    // As it will be called in the end, as far as one can tell: what is not is indexed again.
    const title = this.#titles.titleOf(taken);
    this.#rest.push(title === taken.title ? taken : taken.withFacts({ ...factsOf(taken), title }));
    this.#size += taken.bodySize;
    if (this.#size >= this.#nextSize()) this.#beginRest();
    return taken;
  }

  /** How far the files have been read. */
  look(done: number, total: number): void {
    this.#share = total > 0 ? done / total : 0;
  }

  /** Whoever reads waits for it, when more was read than the threads can take. */
  room(): Promise<void> | undefined {
    if (this.#waiting.length < this.#tools.threads) return undefined;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onRoom = resolve;
    return promise;
  }

  /**
   * Indexes the rest: everything has been read.
   * @returns segments of all that was taken, in its order; none when that is so little that no thread was started
   * @throws the signal's reason, when it was aborted
   */
  async finish(): Promise<readonly Segment[]> {
    this.#isRead = true;
    if (this.#last > 0 && this.#rest.length > 0) this.#beginRest();
    await this.#opened;
    this.#settle(await mergeLast(this.#segments, true, this.#tools));
    this.#tools.signal?.throwIfAborted();
    return this.#segments;
  }

  /**
   * Indexes some of the articles once more, whose titles have become others since they were taken.
   * @returns all segments: those that have the articles as they were, too
   */
  async again(articles: readonly KeptArticle[]): Promise<readonly Segment[]> {
    if (articles.length > 0) this.#begin(articles, bodySizes(articles));
    await this.#opened;
    return this.#segments;
  }

  /** Ends the threads, whatever they do. */
  async close(): Promise<void> {
    this.#stopping.abort(new Error('Nobody waits for the segments'));
    await this.#threads.close();
  }

  /** About how many articles there are in all. */
  get #articles(): number {
    const known = this.#all.size;
    return this.#isRead || this.#share === 0 ? known : Math.max(known, Math.round(known / this.#share));
  }

  #nextSize(): number {
    const { from, least, most, growth, rounds } = this.#limits;
    if (this.#last === 0) return from;
    const read = this.#taken + this.#size;
    const toCome = this.#share === 0 ? Number.POSITIVE_INFINITY : read / this.#share - this.#taken;
    const part = toCome / (rounds * this.#tools.threads);
    return Math.max(least, Math.min(most, growth * this.#last, part));
  }

  /** Has what waits indexed; by all threads, when there is nothing else for them. */
  #beginRest(): void {
    const isAlone = this.#lanes === 0 || this.#isRead;
    const most = Math.ceil(this.#size / (isAlone ? this.#tools.threads : 1));
    let articles: KeptArticle[] = [];
    let size = 0;
    for (const article of this.#rest) {
      articles.push(article);
      size += article.bodySize;
      if (size < most) continue;
      this.#begin(articles, size);
      [articles, size] = [[], 0];
    }
    if (articles.length > 0) this.#begin(articles, size);
    [this.#rest, this.#size] = [[], 0];
  }

  #begin(articles: readonly KeptArticle[], size: number): void {
    this.#last = size;
    this.#taken += size;
    const namedSentences = this.#tools.namedSentences(this.#articles);
    const file = Promise.withResolvers<readonly Uint8Array[]>();
    this.#waiting.push({ number: this.#chunks++, articles, namedSentences, file });
    this.#opened = this.#opened.then(async () => this.#open(await file.promise));
    // Whoever finishes hears of it.
    this.#opened.catch(() => undefined);
    file.promise.catch(() => undefined);
    if (this.#lanes < this.#tools.threads) void this.#lane();
  }

  /** One thread's work. */
  async #lane(): Promise<void> {
    this.#lanes++;
    for (let chunk = this.#waiting.shift(); chunk !== undefined; chunk = this.#waiting.shift()) {
      const { number, articles, namedSentences, file } = chunk;
      this.#onRoom?.();
      const onDone = (done: number): void => this.#tell(number, done);
      const made = makeFile(articles, this.#threads, { ...this.#tools, namedSentences }, onDone);
      await made.then(file.resolve, file.reject);
      onDone(articles.length);
    }
    this.#lanes--;
  }

  #tell(chunk: number, done: number): void {
    this.#done[chunk] = done;
    if (!this.#isRead) return;
    const all = this.#done.reduce((sum, count) => sum + count, 0);
    this.#tools.onProgress?.(Math.min(all, this.#all.size), this.#all.size);
  }

  async #open(parts: readonly Uint8Array[]): Promise<void> {
    const segment = openSegment(this.#tools.keep(parts), this.#tools.bodies);
    this.#segments.push(segment);
    this.#settle(segment);
    this.#settle(await mergeLast(this.#segments, false, this.#tools));
    this.#tools.onSegment?.(this.#segments);
  }

  /** The words of what was read need not be in memory any more. */
  #settle(segment: Segment | undefined): void {
    for (const stored of segment?.articles ?? [])
      if (stored instanceof KeptArticle) this.#all.get(stored.id)?.becomeLike(stored);
  }
}
