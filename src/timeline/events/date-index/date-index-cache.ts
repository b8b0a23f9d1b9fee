import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article, SentenceSpan } from '../../../corpus/article.ts';
import { indexDates, type StoredDatesOf } from './build-date-index.ts';
import type { DateIndex } from './date-index.ts';

/** Articles whose dates are to be read, with their sentences in the order in which they are counted. */
export interface DatedCorpus {
  readonly articles: readonly Article[];
  sentencesOf(article: Article): readonly SentenceSpan[];
  /** What `storeDates` made of one of them when it was indexed. */
  readonly datesOf?: StoredDatesOf;
}

/** Milliseconds of reading after which other work gets its turn. */
const SLICE = 10;

/**
 * The dates of each corpus that is asked for, put together once and kept as long as the corpus is. That is done in
 * slices, so that whoever else needs the event loop is not held up.
 */
export class DateIndexCache {
  readonly #clock: () => number;
  readonly #read = new WeakMap<DatedCorpus, DateIndex>();
  readonly #reading = new WeakMap<DatedCorpus, Promise<DateIndex>>();

  /** @param clock milliseconds, monotonic */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** The dates of a corpus if they have been read already. */
  ready(corpus: DatedCorpus): DateIndex | undefined {
    return this.#read.get(corpus);
  }

  /** The dates of a corpus. However many ask meanwhile, it is read once. */
  of(corpus: DatedCorpus): Promise<DateIndex> {
    const known = this.#reading.get(corpus);
    if (known !== undefined) return known;
    const reading = this.#build(corpus).catch((error: unknown) => {
      this.#reading.delete(corpus);
      throw error;
    });
    this.#reading.set(corpus, reading);
    return reading;
  }

  async #build(corpus: DatedCorpus): Promise<DateIndex> {
    const steps = indexDates(corpus.articles, (article) => corpus.sentencesOf(article), corpus.datesOf);
    for (let sliceEnds = this.#clock() + SLICE; ; ) {
      const { done, value } = steps.next();
      if (done === true) {
        this.#read.set(corpus, value);
        return value;
      }
      if (this.#clock() < sliceEnds) continue;
      await nextTurn();
      sliceEnds = this.#clock() + SLICE;
    }
  }
}
