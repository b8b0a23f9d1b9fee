import { type Postings, withoutDocuments } from '../postings/postings.ts';
import type { Segment } from '../segment.ts';
import { type CountOf, type LostCounts, loseCounts } from './lost-counts.ts';

/** What a segment is left with when some articles of its file no longer count. */
export interface Remaining {
  readonly removed: ReadonlySet<number>;
  readonly lost: LostCounts;
}

/**
 * A segment in which some articles no longer count: it answers as one that never had them. (But a term's spelling may be
 * one from an article that went.)
 * @param gone numbers of articles that count so far
 * @param index of those articles alone
 */
export function withoutArticles(segment: Segment, gone: ReadonlySet<number>, index: Segment): Segment {
  if (gone.size === 0) return segment;
  const terms = Int32Array.from({ length: index.vocabulary.size }, (_, id) => {
    return segment.vocabulary.get(index.vocabulary.termOf(id)) ?? -1;
  });
  const countOf: CountOf = (counted, term) => {
    if (counted === 'sentences') return index.bySentence.count(term);
    if (counted === 'contexts') return index.contexts.postings.count(term);
    if (counted === 'wholes') return index.byArticle.count(term);
    return index.profiles.count(counted, term);
  };
  return leave(segment, {
    removed: segment.removed.union(gone),
    lost: loseCounts(segment.lost, terms, countOf),
  });
}

/** A segment of whose articles only some count. */
export function leave(segment: Segment, { removed, lost }: Remaining): Segment {
  const { firstSentence, contexts, articles, file } = segment;
  const without = (postings: Postings, counted: 'sentences' | 'contexts' | 'wholes', first?: Uint32Array) =>
    withoutDocuments(postings, documentsOf(removed, first), (term) => lost.of(counted, term));
  const bySentence = without(file.bySentence, 'sentences', firstSentence);
  return {
    ...segment,
    removed,
    lost,
    sentenceCount: bySentence.documents,
    articleCount: articles.length - removed.size,
    bySentence,
    contexts: { ...contexts, postings: without(file.contexts, 'contexts', contexts.first) },
    byArticle: without(file.byArticle, 'wholes'),
    profiles: {
      count: (column, term) => Math.max(0, file.profiles.count(column, term) - lost.of(column, term)),
    },
  };
}

/** The documents of some articles; article a's are `first[a]` to `first[a + 1]`, or itself. */
function* documentsOf(articles: Iterable<number>, first?: Uint32Array): Generator<number> {
  for (const article of articles) {
    const end = first === undefined ? article + 1 : (first[article + 1] ?? 0);
    for (let doc = first === undefined ? article : (first[article] ?? end); doc < end; doc++) yield doc;
  }
}
