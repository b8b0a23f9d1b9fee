import type { Article } from '../../corpus/article.ts';
import { unitSpans } from '../../corpus/structure/units.ts';
import type { SplitArticle } from '../../search/segment.ts';
import type { SentenceEnds } from '../../text/sentence-boundaries.ts';
import { storeDates } from '../../timeline/events/date-index/stored-dates.ts';

/** An article with its sentences, and their dates beside it: a timeline need not read its words again. In steps. */
export function* splitArticle(
  article: Article,
  ends: SentenceEnds,
): Generator<undefined, SplitArticle, undefined> {
  const sentences = unitSpans(article, ends);
  yield;
  return { article, sentences, notes: yield* storeDates(article, sentences) };
}
