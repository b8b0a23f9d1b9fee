import type { Article, SentenceSpan } from '../../../corpus/article.ts';
import type { DatedEvent, UnresolvedDate } from '../../dated-event.ts';
import { quoteFitness } from '../../quote/quote-fitness.ts';
import { parseDay } from '../../resolve/day-numbers.ts';
import { readEvents } from '../read-events.ts';
import { type DateColumns, NO_PERIOD } from './date-columns.ts';
import type { DateIndex } from './date-index.ts';
import { packTraits } from './date-traits.ts';
import { listPeriods } from './period-lists.ts';
import { countMentions } from './salience.ts';

/** The sentences of an article, in order; `number` is its place among the articles. */
export type SentencesOf = (article: Article, number: number) => readonly SentenceSpan[];

/**
 * Reads the dates of every sentence of a corpus: done once for a corpus, about 20 µs a sentence.
 *
 * @param sentencesOf the sentences of an article, in order
 */
export function buildDateIndex(articles: readonly Article[], sentencesOf: SentencesOf): DateIndex {
  const steps = indexDates(articles, sentencesOf);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** {@link buildDateIndex} in steps of well under a millisecond, so that it can be done between other work. */
export function* indexDates(
  articles: readonly Article[],
  sentencesOf: SentencesOf,
): Generator<undefined, DateIndex, undefined> {
  const periods = new PeriodTable();
  const firstSentence = new Uint32Array(articles.length + 1);
  const publishedPeriod = new Uint32Array(articles.length).fill(NO_PERIOD);
  const starts: number[] = [];
  const ends: number[] = [];
  const paragraphs: number[] = [];
  const boilerplates: number[] = [];
  const rowStarts: number[] = [0];
  const rows = { period: [] as number[], start: [] as number[], end: [] as number[] };
  const traits: number[] = [];
  const repeats: number[] = [];
  const fitness: number[] = [];
  const publishers = new Map<string, number>();
  const publisher = new Uint32Array(articles.length);
  const seen = new Set<number>();
  const unresolved: UnresolvedDate[] = [];
  for (const [number, article] of articles.entries()) {
    const sentences = sentencesOf(article, number);
    if (article.published !== undefined) {
      publishedPeriod[number] = periods.add(parseDay(article.published), parseDay(article.published));
    }
    publisher[number] = numberOf(publishers, article.publisher);
    const dates = yield* readEvents(article, sentences);
    for (const one of dates.unresolved) unresolved.push(one);
    let next = 0;
    for (const [at, sentence] of sentences.entries()) {
      starts.push(sentence.start);
      ends.push(sentence.end);
      paragraphs.push(sentence.paragraph);
      boilerplates.push(dates.boilerplate.has(at) ? 1 : 0);
      let repeat: number | undefined;
      const firstRow = rows.period.length;
      for (let event = dates.events[next]; event?.sentence === sentence; event = dates.events[++next]) {
        repeat ??= wasSeen(seen, article.text.slice(sentence.start, sentence.end));
        rows.period.push(periods.add(parseDay(event.from), parseDay(event.to)));
        rows.start.push(event.expression?.[0] ?? sentence.start);
        rows.end.push(event.expression?.[1] ?? sentence.start);
        traits.push(packTraits(event));
        repeats.push(repeat);
        fitness.push(Math.round(255 * fitnessOf(event, rows.period.length - 1 === firstRow)));
      }
      rowStarts.push(rows.period.length);
    }
    firstSentence[number + 1] = starts.length;
  }
  const columns: DateColumns = {
    articles,
    firstSentence,
    sentenceStart: Uint32Array.from(starts),
    sentenceEnd: Uint32Array.from(ends),
    paragraph: Uint32Array.from(paragraphs),
    boilerplate: Uint8Array.from(boilerplates),
    rowStart: Uint32Array.from(rowStarts),
    period: Uint32Array.from(rows.period),
    expressionStart: Uint32Array.from(rows.start),
    expressionEnd: Uint32Array.from(rows.end),
    traits: Uint16Array.from(traits),
    repeated: Uint8Array.from(repeats),
    fitness: Uint8Array.from(fitness),
    ...periods.columns(),
    publishedPeriod,
    publisher,
  };
  yield;
  const lists = yield* listPeriods(columns);
  yield;
  return { ...columns, ...lists, overall: countMentions(columns, undefined), unresolved };
}

/** Numbers the periods of a corpus in the order they are met. */
class PeriodTable {
  readonly #numbers = new Map<number, number>();
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  add(from: number, to: number): number {
    // Day numbers from 9999 BC to the year 9999 lie within 23 bits on either side of 1970.
    const key = (from + 0x800000) * 0x1000000 + (to + 0x800000);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#from.push(from) - 1;
    this.#to.push(to);
    this.#numbers.set(key, number);
    return number;
  }

  columns(): Pick<DateIndex, 'periodFrom' | 'periodTo'> {
    return { periodFrom: Int32Array.from(this.#from), periodTo: Int32Array.from(this.#to) };
  }
}

function numberOf(publishers: Map<string, number>, name: string | undefined): number {
  if (name === undefined) return 0;
  const known = publishers.get(name) ?? publishers.size + 1;
  publishers.set(name, known);
  return known;
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

/** 1 when the same text came before: syndicated news and repeated notes count once. FNV-1a, 32 bits. */
function wasSeen(seen: Set<number>, text: string): 0 | 1 {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  if (seen.has(hash)) return 1;
  seen.add(hash);
  return 0;
}
