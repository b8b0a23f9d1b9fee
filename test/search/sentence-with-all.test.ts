import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSegment } from '../../src/search/build-segment.ts';
import { withoutArticles } from '../../src/search/segment/remove-articles.ts';
import { isSentenceWithAll } from '../../src/search/sentence-with-all.ts';
import { articlesOf, reader } from './segments.ts';

const word = fc.constantFrom('fog', 'pier', 'storm', 'mayor');
const sentences = fc.array(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  { maxLength: 4 },
);

test('property: tells what reading all sentences tells, those that are gone left out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(sentences, { maxLength: 3 }), { maxLength: 3 }),
      fc.uniqueArray(fc.constantFrom('fog', 'pier', 'storm', 'mayor', 'moon'), {
        minLength: 1,
        maxLength: 3,
      }),
      (corpus, terms) => {
        const segments = corpus.map((articles) => {
          const split = articlesOf(articles.map((list) => ({ title: 'moon', sentences: list })));
          // The first article of each is gone.
          return withoutArticles(
            buildSegment(split, reader),
            new Set(split.slice(0, 1).keys()),
            buildSegment(split.slice(0, 1), reader),
          );
        });
        const left = corpus.flatMap((articles) => articles.slice(1).flat());
        const wanted = left.some((sentence) => terms.every((term) => sentence.split(' ').includes(term)));
        expect(isSentenceWithAll(segments, terms)).toBe(wanted);
      },
    ),
  );
});
