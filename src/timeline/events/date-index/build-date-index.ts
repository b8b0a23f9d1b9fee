import type { Article, SentenceSpan } from '../../../corpus/article.ts';
import { finish } from '../../../scheduling/steps.ts';
import type { UnresolvedDate } from '../../dated-event.ts';
import { parseDay } from '../../resolve/day-numbers.ts';
import { type DateColumns, NO_PERIOD } from './date-columns.ts';
import type { DateIndex } from './date-index.ts';
import { listPeriods } from './period-lists.ts';
import { PeriodTable } from './period-table.ts';
import { countMentions } from './salience.ts';
import { SentenceTable } from './sentence-table.ts';
import { openDates, storeDates } from './stored-dates.ts';

/** The sentences of an article, in order; `number` is its place among the articles. */
export type SentencesOf = (article: Article, number: number) => readonly SentenceSpan[];

/** What `storeDates` made of an article when it was indexed, if it did. */
export type StoredDatesOf = (article: Article) => Uint8Array | undefined;

/** Reads the dates of every sentence of a corpus, about 20 µs a sentence. */
export function buildDateIndex(articles: readonly Article[], sentencesOf: SentencesOf): DateIndex {
  return finish(indexDates(articles, sentencesOf));
}

/**
 * {@link buildDateIndex} in steps of well under a millisecond, so that it can be done between other work.
 *
 * @param storedDates the dates that have been read before; articles without them, or of which other facts are known by
 *   now, are read
 */
export function* indexDates(
  articles: readonly Article[],
  sentencesOf: SentencesOf,
  storedDates: StoredDatesOf = () => undefined,
): Generator<undefined, DateIndex, undefined> {
  const periods = new PeriodTable();
  const firstSentence = new Uint32Array(articles.length + 1);
  const publishedPeriod = new Uint32Array(articles.length).fill(NO_PERIOD);
  const sentences = new SentenceTable(periods);
  const publishers = new Map<string, number>();
  const publisher = new Uint32Array(articles.length);
  const unresolved: UnresolvedDate[] = [];
  for (const [number, article] of articles.entries()) {
    if (article.published !== undefined) {
      publishedPeriod[number] = periods.add(parseDay(article.published), parseDay(article.published));
    }
    publisher[number] = numberOf(publishers, article.publisher);
    let dates = openDates(article, storedDates(article));
    dates ??= openDates(article, yield* storeDates(article, sentencesOf(article, number)));
    if (dates !== undefined) for (const one of sentences.add(article, dates)) unresolved.push(one);
    firstSentence[number + 1] = sentences.size;
    yield;
  }
  const columns: DateColumns = {
    articles,
    firstSentence,
    ...sentences.columns(),
    ...periods.columns(),
    publishedPeriod,
    publisher,
  };
  yield;
  const lists = yield* listPeriods(columns);
  yield;
  return { ...columns, ...lists, overall: countMentions(columns, undefined), unresolved };
}

function numberOf(publishers: Map<string, number>, name: string | undefined): number {
  if (name === undefined) return 0;
  const known = publishers.get(name) ?? publishers.size + 1;
  publishers.set(name, known);
  return known;
}
