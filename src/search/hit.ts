import { type MatchList, matchMasks } from './match-masks.ts';
import type { Segment } from './segment.ts';

/** A sentence that the search found, with the parts its score was mixed from (all in BM25 units). */
export interface Hit {
  readonly segment: Segment;
  /** Number of the sentence within its segment. */
  readonly sentence: number;
  /** Number of its article within its segment. */
  readonly article: number;
  readonly score: number;
  /** Of its own words alone. */
  readonly own: number;
  /** Of what it stands under: title, folders, headings, lead-in, table head, speaker, term. */
  readonly context: number;
  readonly articleScore: number;
  readonly previous: number;
  readonly next: number;
  readonly masks: HitMasks;
}

/** Which query terms stand where, a bit each. */
interface HitMasks {
  /** In the sentence itself. */
  readonly own: number;
  /** In what it stands under. */
  readonly context: number;
  readonly previous: number;
  readonly next: number;
  /** In it or within three sentences of it. */
  readonly near: number;
}

/** The scores of a segment's sentences, contexts and articles. */
export interface PartScores {
  readonly sentences: Float32Array;
  readonly contexts: Float32Array;
  readonly articles: Float32Array;
}

/** The postings of a query's terms in a segment's sentences and contexts. */
export interface PartLists {
  readonly sentences: readonly MatchList[];
  readonly contexts: readonly MatchList[];
}

/** How many sentences on each side count as near. */
const NEAR = 3;

/** All that is told of a sentence that was found. */
export function describeHit(
  { segment, sentence, article, score }: Pick<Hit, 'segment' | 'sentence' | 'article' | 'score'>,
  { sentences, contexts, articles }: PartScores,
  lists: PartLists,
): Hit {
  const { firstSentence } = segment;
  const first = firstSentence[article] ?? 0;
  const end = firstSentence[article + 1] ?? first;
  const from = Math.max(first, sentence - NEAR);
  const masks = matchMasks(lists.sentences, from, Math.min(end, sentence + NEAR + 1));
  const at = sentence - from;
  const context = segment.contexts.of[sentence] ?? 0;
  return {
    segment,
    sentence,
    article,
    score,
    own: sentences[sentence] ?? 0,
    context: contexts[context] ?? 0,
    articleScore: articles[article] ?? 0,
    previous: sentence > first ? (sentences[sentence - 1] ?? 0) : 0,
    next: sentence + 1 < end ? (sentences[sentence + 1] ?? 0) : 0,
    masks: {
      own: masks[at] ?? 0,
      context: matchMasks(lists.contexts, context, context + 1)[0] ?? 0,
      previous: at > 0 ? (masks[at - 1] ?? 0) : 0,
      next: masks[at + 1] ?? 0,
      near: masks.reduce((all, mask) => all | mask, 0),
    },
  };
}
