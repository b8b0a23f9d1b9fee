import { type Postings, withoutDocuments } from '../postings/postings.ts';
import type { Segment } from '../segment.ts';
import { MOST_COUNT, mapColumns, type TermProfiles } from '../terms/term-profiles.ts';

/** What a term's lists and company count when some articles of a file no longer do; by term. */
export interface Remaining {
  readonly removed: ReadonlySet<number>;
  readonly sentences: Uint32Array;
  readonly contexts: Uint32Array;
  readonly wholes: Uint32Array;
  readonly profiles: TermProfiles;
}

/**
 * A segment in which some articles no longer count: it answers as one that never had them. (Counts of a term's company
 * that had saturated stay so, and a term's spelling may be one from an article that went.)
 * @param gone numbers of articles that count so far
 * @param index of those articles alone
 */
export function withoutArticles(segment: Segment, gone: ReadonlySet<number>, index: Segment): Segment {
  if (gone.size === 0) return segment;
  const numbers = Uint32Array.from({ length: index.vocabulary.size }, (_, id) => {
    return segment.vocabulary.get(index.vocabulary.termOf(id)) ?? segment.vocabulary.size;
  });
  const less = (from: Postings, those: Postings) => subtract(from.counts.slice(), those.counts, numbers);
  return leave(segment, {
    removed: segment.removed.union(gone),
    sentences: less(segment.bySentence, index.bySentence),
    contexts: less(segment.contexts.postings, index.contexts.postings),
    wholes: less(segment.byArticle, index.byArticle),
    profiles: mapColumns((column) =>
      subtract(segment.profiles[column].slice(), index.profiles[column], numbers, MOST_COUNT),
    ),
  });
}

/** A segment of whose articles only some count. */
export function leave(segment: Segment, remaining: Remaining): Segment {
  const { firstSentence, contexts, articles, file } = segment;
  const isGone = Uint8Array.from(articles, (_, article) => (remaining.removed.has(article) ? 1 : 0));
  const bySentence = withoutDocuments(file.bySentence, spread(isGone, firstSentence), remaining.sentences);
  return {
    ...segment,
    removed: remaining.removed,
    sentenceCount: bySentence.documents,
    articleCount: articles.length - remaining.removed.size,
    bySentence,
    contexts: {
      ...contexts,
      postings: withoutDocuments(file.contexts, spread(isGone, contexts.first), remaining.contexts),
    },
    byArticle: withoutDocuments(file.byArticle, isGone, remaining.wholes),
    profiles: remaining.profiles,
  };
}

function subtract<Counts extends Uint32Array | Uint16Array>(
  counts: Counts,
  less: Counts,
  numbers: Uint32Array,
  saturated = Number.POSITIVE_INFINITY,
): Counts {
  for (const [id, number] of numbers.entries()) {
    const count = counts[number] ?? 0;
    if (count < saturated) counts[number] = Math.max(0, count - (less[id] ?? 0));
  }
  return counts;
}

/** By document what is known of its article; article a's documents are `first[a]` to `first[a + 1]`. */
function spread(byArticle: Uint8Array, first: Uint32Array): Uint8Array {
  const out = new Uint8Array(first.at(-1) ?? 0);
  for (const [article, value] of byArticle.entries()) out.fill(value, first[article], first[article + 1]);
  return out;
}
