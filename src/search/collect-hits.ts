import type { Article } from '../corpus/article.ts';
import type { PartScores } from './hit.ts';
import type { Segment } from './segment.ts';
import { TopK } from './top-k.ts';

/** What a sentence gets of the scores of what surrounds it. */
export interface Shares {
  readonly contextShare: number;
  readonly articleShare: number;
  readonly neighbourShare: number;
}

/** What a segment's sentences are ranked by; those of articles that no longer count may have scores, too. */
export interface SegmentScores extends PartScores {
  /** By article: the score of its best sentence. */
  readonly highest: Float32Array;
  /** What the scores of an article's sentences are multiplied by; absent: 1. */
  readonly weightOf: ((article: Article) => number) | undefined;
}

/** How many articles are looked through before the others are held against a threshold. */
const PROMISING_ARTICLES = 64;

/**
 * Offers the sentences of all articles that count and share a term with the query, in themselves, beside them or in what they
 * stand under. The promising articles come first, so that most of the others can be passed over: no sentence of theirs
 * could get in any more.
 * @param base what a sentence's number is raised by to make its key
 */
export function collect(
  { articles: list, removed, firstSentence, contexts: { of: contextOf, first: firstContext } }: Segment,
  base: number,
  { sentences, contexts, articles, highest, weightOf }: SegmentScores,
  { contextShare, articleShare, neighbourShare }: Shares,
  top: TopK,
): void {
  const weightAt = (article: number): number => {
    const of = list[article];
    return weightOf === undefined || of === undefined ? 1 : weightOf(of);
  };
  const bound = (article: number): number => {
    let context = 0;
    const end = firstContext[article + 1] ?? 0;
    for (let c = firstContext[article] ?? end; c < end; c++) {
      if ((contexts[c] ?? 0) > context) context = contexts[c] ?? 0;
    }
    const best = (highest[article] ?? 0) * (1 + neighbourShare) + contextShare * context;
    return best === 0 ? 0 : weightAt(article) * (best + articleShare * (articles[article] ?? 0));
  };
  const visit = (article: number): void => {
    let threshold = top.threshold;
    const weight = weightAt(article);
    const share = articleShare * (articles[article] ?? 0);
    const first = firstSentence[article] ?? 0;
    const end = firstSentence[article + 1] ?? first;
    let previous = 0;
    let own = first < end ? (sentences[first] ?? 0) : 0;
    for (let sentence = first; sentence < end; sentence++) {
      const next = sentence + 1 < end ? (sentences[sentence + 1] ?? 0) : 0;
      const neighbour = Math.max(previous, next);
      const context = contextShare * (contexts[contextOf[sentence] ?? 0] ?? 0);
      const score = weight * (own + context + share + neighbourShare * neighbour);
      if (score >= threshold && (own > 0 || neighbour > 0 || context > 0)) {
        top.offer(base + sentence, score);
        threshold = top.threshold;
      }
      previous = own;
      own = next;
    }
  };
  const bounds = new Float64Array(articles.length);
  for (let article = 0; article < articles.length; article++) bounds[article] = bound(article);
  for (const article of removed) bounds[article] = 0;
  const promising = new TopK(PROMISING_ARTICLES);
  for (let article = 0; article < articles.length; article++) {
    const most = bounds[article] ?? 0;
    if (most > 0) promising.offer(article, most);
  }
  for (const { key, score } of promising.sorted()) {
    if (score < top.threshold) break;
    bounds[key] = 0;
    visit(key);
  }
  // Asked for anew after a visit only: most articles are passed over.
  let { threshold } = top;
  for (let article = 0; article < articles.length; article++) {
    const most = bounds[article] ?? 0;
    if (most === 0 || most < threshold) continue;
    visit(article);
    threshold = top.threshold;
  }
}
