import type { Article, SentenceSpan } from '../../../corpus/article.ts';
import { fnv1a } from '../../../text/scanning/fnv1a.ts';
import type { DatedEvent } from '../../dated-event.ts';
import { quoteFitness } from '../../quote/quote-fitness.ts';
import { parseDay } from '../../resolve/day-numbers.ts';
import type { ArticleDates } from '../read-events.ts';
import type { DateColumns } from './date-columns.ts';
import { packTraits } from './date-traits.ts';
import type { PeriodTable } from './period-table.ts';

type SentenceColumns = Omit<
  DateColumns,
  'articles' | 'firstSentence' | 'publishedPeriod' | 'publisher' | 'periodFrom' | 'periodTo'
>;

/** One date of a sentence; all are numbers of their columns. */
interface Row {
  readonly period: number;
  readonly start: number;
  readonly end: number;
  readonly traits: number;
  readonly fitness: number;
  readonly hash: number;
  readonly repeated: number;
}

/** Collects the sentences of a corpus with their dates, article by article. */
export class SentenceTable {
  readonly #periods: PeriodTable;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #paragraphs: number[] = [];
  readonly #boilerplate: number[] = [];
  readonly #rowStarts: number[] = [0];
  readonly #period: number[] = [];
  readonly #expressionStarts: number[] = [];
  readonly #expressionEnds: number[] = [];
  readonly #traits: number[] = [];
  readonly #fitness: number[] = [];
  readonly #hashes: number[] = [];
  readonly #repeated: number[] = [];
  /** Hashes of the sentences with dates so far: syndicated news and repeated notes count once. */
  readonly #seen = new Set<number>();

  constructor(periods: PeriodTable) {
    this.#periods = periods;
  }

  /** Sentences so far. */
  get size(): number {
    return this.#starts.length;
  }

  /** Adds an article's sentences as they were read; `dates` refers to these very spans. */
  addRead(article: Article, sentences: readonly SentenceSpan[], { events, boilerplate }: ArticleDates): void {
    let next = 0;
    for (const [at, sentence] of sentences.entries()) {
      this.#addSentence(sentence, boilerplate.has(at) ? 1 : 0);
      let known: { readonly hash: number; readonly repeated: number } | undefined;
      for (let event = events[next]; event?.sentence === sentence; event = events[++next]) {
        const isFirst = known === undefined;
        known ??= this.#know(fnv1a(article.text.slice(sentence.start, sentence.end)) >>> 0);
        const [start, end] = event.expression ?? [sentence.start, sentence.start];
        const fitness = Math.round(255 * fitnessOf(event, isFirst));
        const period = this.#periods.add(parseDay(event.from), parseDay(event.to));
        this.#addRow({ period, start, end, traits: packTraits(event), fitness, ...known });
      }
      this.#rowStarts.push(this.#period.length);
    }
  }

  /** Adds the sentences of an article as an earlier index has them. @param number of the article there */
  addKept(index: DateColumns, number: number): void {
    const at = (column: ArrayLike<number>, i: number): number => column[i] ?? 0;
    for (let s = at(index.firstSentence, number); s < at(index.firstSentence, number + 1); s++) {
      const [start, end, paragraph] = [
        at(index.sentenceStart, s),
        at(index.sentenceEnd, s),
        at(index.paragraph, s),
      ];
      this.#addSentence({ start, end, paragraph }, at(index.boilerplate, s));
      const [from, to] = [at(index.rowStart, s), at(index.rowStart, s + 1)];
      if (from < to) {
        const known = this.#know(at(index.sentenceHash, from));
        for (let row = from; row < to; row++) {
          const old = at(index.period, row);
          this.#addRow({
            period: this.#periods.add(at(index.periodFrom, old), at(index.periodTo, old)),
            start: at(index.expressionStart, row),
            end: at(index.expressionEnd, row),
            traits: at(index.traits, row),
            fitness: at(index.fitness, row),
            ...known,
          });
        }
      }
      this.#rowStarts.push(this.#period.length);
    }
  }

  columns(): SentenceColumns {
    return {
      sentenceStart: Uint32Array.from(this.#starts),
      sentenceEnd: Uint32Array.from(this.#ends),
      paragraph: Uint32Array.from(this.#paragraphs),
      boilerplate: Uint8Array.from(this.#boilerplate),
      rowStart: Uint32Array.from(this.#rowStarts),
      period: Uint32Array.from(this.#period),
      expressionStart: Uint32Array.from(this.#expressionStarts),
      expressionEnd: Uint32Array.from(this.#expressionEnds),
      traits: Uint16Array.from(this.#traits),
      sentenceHash: Uint32Array.from(this.#hashes),
      repeated: Uint8Array.from(this.#repeated),
      fitness: Uint8Array.from(this.#fitness),
    };
  }

  #addSentence({ start, end, paragraph }: SentenceSpan, boilerplate: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#paragraphs.push(paragraph);
    this.#boilerplate.push(boilerplate);
  }

  #addRow({ period, start, end, traits, fitness, hash, repeated }: Row): void {
    this.#period.push(period);
    this.#expressionStarts.push(start);
    this.#expressionEnds.push(end);
    this.#traits.push(traits);
    this.#fitness.push(fitness);
    this.#hashes.push(hash);
    this.#repeated.push(repeated);
  }

  /** @returns the hash of a sentence, and whether an equal one came before */
  #know(hash: number): { readonly hash: number; readonly repeated: 0 | 1 } {
    const repeated = this.#seen.has(hash) ? 1 : 0;
    this.#seen.add(hash);
    return { hash, repeated };
  }
}

function fitnessOf(
  { article, sentence, expression, precision, planned }: DatedEvent,
  first: boolean,
): number {
  if (!expression) return 1;
  const [start, end] = [expression[0] - sentence.start, expression[1] - sentence.start];
  const coarse = precision === 'year';
  return quoteFitness(
    article.text.slice(sentence.start, sentence.end),
    { start, end },
    { first, coarse, planned },
  );
}
