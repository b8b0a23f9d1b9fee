import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeFacts } from '../../../src/corpus/kept-article.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { applyChanges, storeChanges } from '../../../src/search/segment/changes-codec.ts';
import { openSegment } from '../../../src/search/segment/open-segment.ts';
import { withoutArticles } from '../../../src/search/segment/remove-articles.ts';
import type { Segment } from '../../../src/search/segment.ts';
import { articlesOf, query, reader, searcherOf, segmentOf, sentenceOf } from '../segments.ts';
import { plain } from '../segments-plain.ts';

const word = fc.constantFrom('bridge', 'storm', 'pier', 'mayor', 'ferry', 'fog');
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const unit = fc.oneof(words, fc.record({ text: words, under: fc.uniqueArray(words, { maxLength: 2 }) }));
const path = fc
  .tuple(fc.constantFrom('', 'harbour/', 'old town/'), fc.nat(99))
  .map(([f, n]) => `${f}${n}.md`);
const drafts = fc.array(fc.record({ title: words, path, sentences: fc.array(unit, { maxLength: 4 }) }), {
  maxLength: 6,
});
const some = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });

/** Takes articles out as the library does: by an index of them alone. */
function without(segment: Segment, split: ReturnType<typeof articlesOf>, gone: readonly boolean[]): Segment {
  const numbers = split.flatMap((_, i) => (gone[i] && !segment.removed.has(i) ? [i] : []));
  const index = buildSegment(
    numbers.flatMap((i) => split[i] ?? []),
    reader,
  );
  return withoutArticles(segment, new Set(numbers), index);
}

const again = (segment: Segment) =>
  applyChanges(openSegment(segment.file.source), bytesInMemory(Buffer.concat(storeChanges(segment))));

describe('a segment without some of its articles', () => {
  test('property: knows what indexing the others alone would have given, also stored and restored', () => {
    fc.assert(
      fc.property(drafts, some, some, (corpus, first, then) => {
        const split = articlesOf(corpus);
        const left = without(without(buildSegment(split, reader), split, first), split, then);
        const rest = buildSegment(
          split.filter((_, i) => !first[i] && !then[i]),
          reader,
        );
        expect(plain(left)).toEqual(plain(rest));
        expect(plain(again(left))).toEqual(plain(rest));
      }),
      { numRuns: 60 },
    );
  });

  test('property: finds the same sentences with the same scores', () => {
    fc.assert(
      fc.property(drafts, some, fc.array(word, { minLength: 1, maxLength: 3 }), (corpus, gone, asked) => {
        const split = articlesOf(corpus);
        const found = (segment: Segment) =>
          searcherOf([segment])
            .search(query(asked.join(' ')), 100)
            .map((hit) => [hit.score, hit.segment.articles[hit.article]?.id, sentenceOf(hit)]);
        const rest = split.filter((_, i) => !gone[i]);
        expect(found(without(buildSegment(split, reader), split, gone))).toEqual(
          found(buildSegment(rest, reader)),
        );
      }),
    );
  });

  test('keeps the facts that were changed', () => {
    const segment = segmentOf({ sentences: ['fog'] });
    const articles = segment.articles.map((article) => changeFacts(article, { publisher: 'The Post' }));
    expect(again({ ...segment, articles }).articles).toMatchObject([{ id: 'a0', publisher: 'The Post' }]);
  });

  test('changes of another segment are refused', () => {
    const [one, other] = [segmentOf({ sentences: ['fog'] }), segmentOf({ sentences: ['fog pier'] })];
    const stored = bytesInMemory(Buffer.concat(storeChanges(one)));
    expect(() => applyChanges(other, stored)).toThrow(RangeError);
  });
});
