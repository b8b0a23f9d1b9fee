import { type MatchTerm, matchMasks } from '../../search/match-masks.ts';
import type { Segment } from '../../search/segment.ts';
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
    const masks = matchMasks(segment.bySentence, matchTermsOf(segment, topic), 0, segment.starts.length);
    collect(segment, masks, base, topic, views, found);
    base += segment.starts.length;
  }
  return Uint32Array.from(found);
}

function matchTermsOf({ vocabulary }: Segment, topic: Topic): MatchTerm[] {
  return queryOf(topic).flatMap(({ term, bit }) => {
    const id = vocabulary.get(term);
    return id === undefined ? [] : [{ id, bit }];
  });
}

function collect(
  { articles, firstSentence }: Segment,
  masks: Uint32Array,
  base: number,
  topic: Topic,
  views: SentenceViews,
  found: number[],
): void {
  // Not by shifting: with 31 words that turns negative.
  const all = 2 ** topic.terms.length - 1;
  if (all === 0) return;
  for (const [a, article] of articles.entries()) {
    const first = firstSentence[a] ?? 0;
    const end = firstSentence[a + 1] ?? first;
    if (isOwnArticle(article, topic, views)) {
      for (let s = first; s < end; s++) found.push(base + s);
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
      found.push(base + s);
    }
  }
}
