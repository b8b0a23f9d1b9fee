import type { Article, CalendarDate } from '../../corpus/article.ts';

/** What answers may be taken from, and how sure they must be. */
export interface Narrowing {
  /** The id of the one article. */
  readonly article?: string | undefined;
  readonly publisher?: string | undefined;
  /** The first and the last day of publication; an article without a day is left out. */
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  /** Strong answers only. */
  readonly sure?: boolean | undefined;
}

/**
 * Narrows a search: an article that may not be quoted weighs nothing, and is never visited, so that the first answer of
 * those that are left comes.
 * @param weightOf what the scores of an article's sentences are multiplied by otherwise; absent: 1
 */
export function narrowedWeights(
  { article: id, publisher, from, to }: Narrowing,
  weightOf: ((article: Article) => number) | undefined,
): ((article: Article) => number) | undefined {
  if ([id, publisher, from, to].every((part) => part === undefined)) return weightOf;
  const mayQuote = (article: Article) =>
    (id === undefined || article.id === id) &&
    (publisher === undefined || article.publisher === publisher) &&
    (from === undefined || (article.published !== undefined && article.published >= from)) &&
    (to === undefined || (article.published !== undefined && article.published <= to));
  return (article) => (mayQuote(article) ? (weightOf?.(article) ?? 1) : 0);
}
