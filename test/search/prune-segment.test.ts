import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Postings } from '../../src/search/postings.ts';
import { pruneSegment } from '../../src/search/prune-segment.ts';
import { buildSegment, type Segment } from '../../src/search/segment.ts';
import { articlesOf, reader } from './segments.ts';

const word = fc.constantFrom('bridge', 'storm', 'pier', 'mayor', 'ferry', 'fog');
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const unit = fc.oneof(words, fc.record({ text: words, under: fc.uniqueArray(words, { maxLength: 2 }) }));
const path = fc
  .tuple(fc.constantFrom('', 'harbour/', 'old town/'), fc.nat(99))
  .map(([f, n]) => `${f}${n}.md`);
const corpus = fc.array(fc.record({ title: words, path, sentences: fc.array(unit, { maxLength: 4 }) }), {
  maxLength: 6,
});

/** All that a segment knows, whatever the numbers of its terms. */
function plain({ vocabulary, articles, bySentence, byArticle, contexts, profiles, ...arrays }: Segment) {
  const listsOf = ({ offsets, docs, tfs }: Postings) =>
    [...vocabulary].map(([term, id]) => {
      const slice = [offsets[id] ?? 0, offsets[id + 1] ?? 0] as const;
      return [term, [...docs.slice(...slice)], [...tfs.slice(...slice)]];
    });
  const wholeOf = (postings: Postings) => [
    postings.totalLength,
    [...postings.lengths],
    listsOf(postings).sort(),
  ];
  const { firstSentence, starts, ends, paragraphs, blocks } = arrays;
  return {
    articles: articles.map(({ id }) => id),
    arrays: [firstSentence, starts, ends, paragraphs, blocks, contexts.of, contexts.first].map((array) => [
      ...array,
    ]),
    indexes: [bySentence, byArticle, contexts.postings].map(wholeOf),
    capitals: [...vocabulary].map(([term, id]) => [term, profiles.total[id]]).sort(),
  };
}

test('property: what is left of a segment is what indexing the rest alone would have given', () => {
  fc.assert(
    fc.property(corpus, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (drafts, keep) => {
      const split = articlesOf(drafts);
      const kept = split.filter((_, i) => keep[i]);
      const steps = pruneSegment(
        buildSegment(split, reader),
        ({ id }) => keep[Number(id.slice(1))] === true,
        reader,
      );
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      expect(plain(step.value)).toEqual(plain(buildSegment(kept, reader)));
    }),
    { numRuns: 50 },
  );
});
