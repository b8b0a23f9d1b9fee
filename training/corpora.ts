import { Engine } from '../src/answer/engine.ts';
import type { Tools } from '../src/answer/load-tools.ts';
import type { Model } from '../src/answer/ranking/load-model.ts';
import type { Article } from '../src/corpus/article.ts';
import { unitSpans } from '../src/corpus/structure/units.ts';
import { buildSegment } from '../src/search/build-segment.ts';
import type { Segment, SplitArticle } from '../src/search/segment.ts';
import type { SentenceEnds } from '../src/text/sentence-boundaries.ts';

/** A model that knows nothing: with it, candidates come in the order of retrieval. */
export const BLANK_MODEL: Model = {
  corpus: { common: {}, byTrait: {} },
  candidates: {},
  confidence: { weights: {}, answerFrom: { few: 0, many: 0, manyWhole: 0 }, likelyFrom: 0, strongFrom: 0 },
};

/** Sentences a segment holds before the next one is begun. */
const SENTENCES_A_SEGMENT = 250_000;

/** The units of some articles, as the bot makes them. */
export function splitArticles(articles: readonly Article[], ends: SentenceEnds): SplitArticle[] {
  return articles.map((article) => ({ article, sentences: unitSpans(article, ends) }));
}

/** An engine over some articles. */
export function engineOver(articles: Iterable<SplitArticle>, tools: Tools): Engine {
  return new Engine(segmentsOf(articles, tools), tools);
}

/** The segments of some articles, as the bot makes them. */
export function segmentsOf(articles: Iterable<SplitArticle>, tools: Tools): Segment[] {
  const segments: Segment[] = [];
  let batch: SplitArticle[] = [];
  let sentences = 0;
  for (const article of articles) {
    if (sentences + article.sentences.length > SENTENCES_A_SEGMENT && batch.length > 0) {
      segments.push(buildSegment(batch, tools.reader));
      batch = [];
      sentences = 0;
    }
    batch.push(article);
    sentences += article.sentences.length;
  }
  segments.push(buildSegment(batch, tools.reader));
  return segments;
}
