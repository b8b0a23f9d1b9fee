import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/scheduling/steps.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { mergeSegments } from '../../../src/search/segment/merge-segments.ts';
import { openSegment } from '../../../src/search/segment/open-segment.ts';
import { withoutArticles } from '../../../src/search/segment/remove-articles.ts';
import type { Segment, SplitArticle } from '../../../src/search/segment.ts';
import { articlesOf, reader, search } from '../segments.ts';
import { plain } from '../segments-plain.ts';

const word = fc.constantFrom(
  'bridge',
  'storm',
  'Pier',
  'Mayor Lee said',
  'in Samoa',
  'the ferry',
  'fog-bound',
  'fog',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const unit = fc.oneof(words, fc.record({ text: words, under: fc.uniqueArray(words, { maxLength: 2 }) }));
const drafts = fc.array(fc.record({ title: words, sentences: fc.array(unit, { maxLength: 4 }) }), {
  maxLength: 8,
});

const merged = (segments: readonly Segment[]): Buffer => Buffer.concat(finish(mergeSegments(segments)));

/** The articles cut into lists at some places. */
function cutUp(articles: readonly SplitArticle[], cuts: readonly number[]): SplitArticle[][] {
  const places = [0, ...cuts.map((cut) => cut % (articles.length + 1)), articles.length].sort(
    (a, b) => a - b,
  );
  return places.slice(1).map((to, i) => articles.slice(places[i], to));
}

function without(segment: Segment, articles: readonly SplitArticle[], gone: readonly boolean[]): Segment {
  const numbers = articles.flatMap((_, i) => (gone[i] ? [i] : []));
  const index = buildSegment(
    numbers.flatMap((i) => articles[i] ?? []),
    reader,
  );
  return withoutArticles(segment, new Set(numbers), index);
}

describe('segments that are merged', () => {
  test('answer as one', () => {
    const [one, other] = [articlesOf([{ sentences: ['fog'] }]), articlesOf([{ sentences: ['no fog'] }], 1)];
    const file = merged([buildSegment(one, reader), buildSegment(other, reader)]);
    expect(search([openSegment(bytesInMemory(file))], 'fog')).toEqual(['fog', 'no fog']);
  });

  test('an abbreviation stays one, whatever it was spelt like first', () => {
    const spelt = ['Nato met', 'NATO met', 'nato met'].map((text, i) =>
      buildSegment(articlesOf([{ sentences: [text] }], i), reader),
    );
    const { vocabulary } = openSegment(bytesInMemory(merged(spelt)));
    expect(vocabulary.surfaceOf(vocabulary.get('nato') ?? -1)).toBe('NATO');
    expect(vocabulary.surfaceOf(vocabulary.get('met') ?? -1)).toBe('met');
  });

  test('property: are, byte for byte, the file that indexing all of their articles makes', () => {
    fc.assert(
      fc.property(drafts, fc.array(fc.nat(), { maxLength: 3 }), (corpus, cuts) => {
        const articles = articlesOf(corpus);
        const segments = cutUp(articles, cuts).map((some) => buildSegment(some, reader));
        expect(merged(segments).equals(read(buildSegment(articles, reader)))).toBe(true);
      }),
    );
  });

  test('property: have nothing of the articles that went before', () => {
    const some = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(drafts, fc.nat(), some, (corpus, cut, gone) => {
        const articles = articlesOf(corpus);
        const [left = [], right = []] = cutUp(articles, [cut]);
        const segments = [
          without(buildSegment(left, reader), left, gone),
          without(buildSegment(right, reader), right, gone.slice(left.length)),
        ];
        const rest = articles.filter((_, i) => !gone[i]);
        expect(plain(openSegment(bytesInMemory(merged(segments))))).toEqual(
          plain(buildSegment(rest, reader)),
        );
      }),
    );
  });
});

const read = ({ file: { source } }: Segment): Buffer => Buffer.from(source.read(0, source.size));
