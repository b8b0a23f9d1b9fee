import { lowerBound } from './lower-bound.ts';
import type { MatchList } from './match-masks.ts';
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
  const around = masksAround(lists.sentences, sentence, from, Math.min(end, sentence + NEAR + 1));
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
    masks: { ...around, context: masksAround(lists.contexts, context, context, context + 1).own },
  };
}

/**
 * Which terms stand in a document, in those beside it, and in any from `from` to `to` (exclusive); found by bisection in
 * the postings. A search asks for some hundreds of documents: no list of masks is made.
 */
function masksAround(
  lists: readonly MatchList[],
  document: number,
  from: number,
  to: number,
): Omit<HitMasks, 'context'> {
  let [own, previous, next, near] = [0, 0, 0, 0];
  for (const { docs, bit } of lists) {
    for (let i = lowerBound(docs, from, 0, docs.length); i < docs.length; i++) {
      const found = docs[i] ?? to;
      if (found >= to) break;
      near |= 1 << bit;
      if (found === document) own |= 1 << bit;
      else if (found === document - 1) previous |= 1 << bit;
      else if (found === document + 1) next |= 1 << bit;
    }
  }
  return { own, previous, next, near };
}
