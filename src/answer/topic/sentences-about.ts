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
