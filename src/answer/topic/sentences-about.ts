import type { Article } from '../../corpus/article.ts';
import { type MatchList, matchMasks } from '../../search/match-masks.ts';
import { liveArticles, type Segment } from '../../search/segment.ts';
import { maskOf } from '../features/lexical.ts';
import type { SentenceViews } from '../sentence/sentence-views.ts';
import { isOwnArticle } from './own-article.ts';
import { queryOf, type Topic } from './topic.ts';

/**
 * The sentences that are about a topic: each has a word of it, and all of its words stand in the sentence, the ones
 * beside it or the article's title. Of an article entitled with the topic, all sentences are about it.
 * @returns numbers of sentences, counted through all segments in order, ascending
 */
export function sentencesAbout(
  segments: readonly Segment[],
  topic: Topic,
  views: SentenceViews,
): Uint32Array {
  const found: number[] = [];
  let base = 0;
  for (const segment of segments) {
    const masks = matchMasks(matchListsOf(segment, topic), 0, segment.firstSentence.at(-1) ?? 0);
    collect(segment, masks, base, topic, views, found);
    base += segment.sentenceCount;
  }
  return Uint32Array.from(found);
}

/**
 * Which of some articles are about a topic, and which of their sentences, numbered within each article, ascending. Only the
 * segments that hold one of them are looked at: of new articles, the newest.
 */
export function articlesAbout(
  segments: readonly Segment[],
  articles: ReadonlySet<Article>,
  topic: Topic,
  views: SentenceViews,
): Map<Article, number[]> {
  const found = new Map<Article, number[]>();
  for (const segment of segments) {
    if (!segment.articles.some((article) => articles.has(article))) continue;
    const sentences = sentencesAbout([segment], topic, views);
    let at = 0;
    let first = 0;
    for (const [number, article] of liveArticles(segment)) {
      const count = (segment.firstSentence[number + 1] ?? 0) - (segment.firstSentence[number] ?? 0);
      const own: number[] = [];
      for (
        let sentence = sentences[at];
        sentence !== undefined && sentence < first + count;
        sentence = sentences[++at]
      )
        own.push(sentence - first);
      if (own.length > 0 && articles.has(article)) found.set(article, own);
      first += count;
    }
  }
  return found;
}

function matchListsOf({ vocabulary, bySentence }: Segment, topic: Topic): MatchList[] {
  return queryOf(topic).flatMap(({ term, bit }) => {
    const id = vocabulary.get(term);
    return id === undefined ? [] : [{ ...bySentence.list(id), bit }];
  });
}

function collect(
  segment: Segment,
  masks: Uint32Array,
  base: number,
  topic: Topic,
  views: SentenceViews,
  found: number[],
): void {
  // Not by shifting: with 31 words that turns negative.
  const all = 2 ** topic.terms.length - 1;
  if (all === 0) return;
  let next = base;
  for (const [a, article] of liveArticles(segment)) {
    const first = segment.firstSentence[a] ?? 0;
    const end = segment.firstSentence[a + 1] ?? first;
    // Articles that no longer count have no numbers.
    const shift = next - first;
    next += end - first;
    if (isOwnArticle(article, topic, views)) {
      for (let s = first; s < end; s++) found.push(shift + s);
      continue;
    }
    let title: number | undefined;
    for (let s = first; s < end; s++) {
      const own = masks[s] ?? 0;
      if (own === 0) continue;
      const beside = (s > first ? (masks[s - 1] ?? 0) : 0) | (s + 1 < end ? (masks[s + 1] ?? 0) : 0);
      if ((own | beside) !== all) {
        title ??= maskOf(topic, (term) => views.title(article).terms.has(term));
        if ((own | beside | title) !== all) continue;
      }
      found.push(shift + s);
    }
  }
}
