import type { Article } from '../../corpus/article.ts';
import { factsOf, KeptArticle } from '../../corpus/kept-article.ts';
import { unitSpans } from '../../corpus/structure/units.ts';
import type { SplitArticle } from '../../search/segment.ts';
import type { SentenceEnds } from '../../text/sentence-boundaries.ts';
import type { TermReader } from '../../text/terms.ts';
import { storeDates } from '../../timeline/events/date-index/stored-dates.ts';
import { readNames } from './read-names.ts';

/** What splitting needs besides the article. */
export interface SplittingTools {
  readonly reader: TermReader;
  readonly ends: SentenceEnds;
  /** How many of an article's first sentences are read for names. */
  readonly namedSentences: number;
}

/**
 * An article with its sentences, and their dates and names beside it: neither timelines nor suggestions need read its
 * words again. In steps.
 */
export function* splitArticle(
  kept: Article,
  { reader, ends, namedSentences }: SplittingTools,
): Generator<undefined, SplitArticle, undefined> {
  const article = withWords(kept);
  const sentences = unitSpans(article, ends);
  yield;
  const names = yield* readNames(article, sentences, namedSentences, reader);
  return { article, sentences, names, notes: yield* storeDates(article, sentences) };
}

/** Of an article that is kept elsewhere each look at its words may read them all. */
function withWords(article: Article): Article {
  if (!(article instanceof KeptArticle)) return article;
  const { text, blocks, places } = article;
  return { ...factsOf(article), text, ...(blocks && { blocks }), ...(places && { places }) };
}
