import type { Article } from '../../../corpus/article.ts';
import type { ByteReader } from '../../../search/bytes/byte-reader.ts';
import type { UnresolvedDate } from '../../dated-event.ts';
import { parseDay } from '../../resolve/day-numbers.ts';
import type { DateColumns } from './date-columns.ts';
import { GrowingColumn } from './growing-column.ts';
import type { PeriodTable } from './period-table.ts';

type SentenceColumns = Omit<
  DateColumns,
  'articles' | 'firstSentence' | 'publishedPeriod' | 'publisher' | 'periodFrom' | 'periodTo'
>;

const bytes = () => new GrowingColumn((length) => new Uint8Array(length));
const numbers = () => new GrowingColumn((length) => new Uint32Array(length));

/** Collects the sentences of a corpus with their dates, article by article. */
export class SentenceTable {
  readonly #periods: PeriodTable;
  readonly #starts = numbers();
  readonly #ends = numbers();
  readonly #paragraphs = numbers();
  readonly #boilerplate = bytes();
  readonly #rowStarts = numbers();
  readonly #period = numbers();
  readonly #expressionStarts = numbers();
  readonly #expressionEnds = numbers();
  readonly #traits = new GrowingColumn((length) => new Uint16Array(length));
  readonly #fitness = bytes();
  readonly #hashes = numbers();
  readonly #repeated = bytes();
  /** Hashes of the sentences with dates so far: syndicated news and repeated notes count once. */
  readonly #seen = new Set<number>();

  constructor(periods: PeriodTable) {
    this.#periods = periods;
    this.#rowStarts.push(0);
  }

  /** Sentences so far. */
  get size(): number {
    return this.#starts.size;
  }

  /**
   * Adds an article's sentences.
   * @param dates as `openDates` gives them
   * @returns what could not be placed
   */
  add(article: Article, dates: ByteReader): UnresolvedDate[] {
    let [before, paragraph] = [0, 0];
    let day = article.published === undefined ? 0 : parseDay(article.published);
    for (let left = dates.varint(); left > 0; left--) {
      const kind = dates.varint();
      const start = before + dates.signed();
      before = start + dates.varint();
      paragraph += dates.signed();
      this.#starts.push(start);
      this.#ends.push(before);
      this.#paragraphs.push(paragraph);
      this.#boilerplate.push(kind & 1);
      if (kind > 1) day = this.#addRows(dates, kind >>> 1, start, day);
      this.#rowStarts.push(this.#period.size);
    }
    return readUnresolved(article, dates);
  }

  columns(): SentenceColumns {
    return {
      sentenceStart: this.#starts.finish(),
      sentenceEnd: this.#ends.finish(),
      paragraph: this.#paragraphs.finish(),
      boilerplate: this.#boilerplate.finish(),
      rowStart: this.#rowStarts.finish(),
      period: this.#period.finish(),
      expressionStart: this.#expressionStarts.finish(),
      expressionEnd: this.#expressionEnds.finish(),
      traits: this.#traits.finish(),
      sentenceHash: this.#hashes.finish(),
      repeated: this.#repeated.finish(),
      fitness: this.#fitness.finish(),
    };
  }

  /** @returns the day that the next row is told from */
  #addRows(dates: ByteReader, count: number, sentenceStart: number, day: number): number {
    const hash = dates.varint();
    const repeated = this.#seen.has(hash) ? 1 : 0;
    this.#seen.add(hash);
    let from = day;
    for (let left = count; left > 0; left--) {
      from += dates.signed();
      this.#period.push(this.#periods.add(from, from + dates.signed()));
      const start = sentenceStart + dates.signed();
      this.#expressionStarts.push(start);
      this.#expressionEnds.push(start + dates.signed());
      this.#traits.push(dates.varint());
      this.#fitness.push(dates.varint());
      this.#hashes.push(hash);
      this.#repeated.push(repeated);
    }
    return from;
  }
}

function readUnresolved(article: Article, dates: ByteReader): UnresolvedDate[] {
  const unresolved: UnresolvedDate[] = [];
  while (!dates.isDone) {
    const sentence = { start: dates.varint(), end: dates.varint(), paragraph: dates.varint() };
    const expression = [dates.varint(), dates.varint()] as const;
    const value = Buffer.from(dates.bytes(dates.varint())).toString();
    unresolved.push({ article, sentence, expression, value });
  }
  return unresolved;
}
