import type { Postings } from '../../src/search/postings/postings.ts';
import { liveArticles, type Segment } from '../../src/search/segment.ts';

/** All that a segment knows of the articles that count, whatever the numbers of its terms and documents. */
export function plain(segment: Segment) {
  const { vocabulary, bySentence, byArticle, contexts, profiles, firstSentence } = segment;
  const live = [...liveArticles(segment)];
  const range = (first: Uint32Array, a: number) =>
    Array.from({ length: (first[a + 1] ?? 0) - (first[a] ?? 0) }, (_, i) => (first[a] ?? 0) + i);
  const sentences = renumber(live.flatMap(([a]) => range(firstSentence, a)));
  const under = renumber(live.flatMap(([a]) => range(contexts.first, a)));
  const terms = Array.from({ length: vocabulary.size }, (_, id) => id);
  const listsOf = (postings: Postings, numbers: ReadonlyMap<number, number>) =>
    terms.flatMap((id) => {
      const { docs, tfs } = postings.list(id);
      if (docs.length === 0) return [];
      return [
        [vocabulary.termOf(id), postings.count(id), Array.from(docs, (doc) => numbers.get(doc)), [...tfs]],
      ];
    });
  const wholeOf = (postings: Postings, numbers: ReadonlyMap<number, number>) => ({
    documents: postings.documents,
    totalLength: postings.totalLength,
    lengths: Array.from(numbers.keys(), (doc) => postings.lengths[doc]),
    lists: listsOf(postings, numbers),
  });
  const stands = (id: number) => byArticle.count(id) + contexts.postings.count(id) > 0;
  return {
    counts: [segment.articleCount, segment.sentenceCount],
    articles: live.map(([a, article]) => [article.id, article.text, segment.file.unitsOf(a)]),
    names: live.map(([a]) => segment.file.names.of(a)),
    contexts: Array.from(sentences.keys(), (sentence) => under.get(contexts.of[sentence] ?? -1)),
    indexes: [
      wholeOf(bySentence, sentences),
      wholeOf(byArticle, renumber(live.map(([a]) => a))),
      wholeOf(contexts.postings, under),
    ],
    totals: terms.filter(stands).map((id) => [vocabulary.termOf(id), profiles.count('total', id)]),
  };
}

function renumber(kept: readonly number[]): ReadonlyMap<number, number> {
  return new Map(kept.map((number, at) => [number, at]));
}
