import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleHash, titleWords } from '../../../src/search/articles/titles.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { articlesOf, reader } from '../segments.ts';

const key = (title: string) =>
  titleWords({ title }, reader)
    .map(({ term }) => term)
    .join(' ');

test.each([
  ['What I Like About You (song)', 'what i like about you'],
  ['(What a) Song', 'what a song'],
  ['Ferries', 'ferries'],
])('the words of the title %j are %j', (title, words) => {
  expect(key(title)).toBe(words);
});

test('property: a segment tells every article whose title is asked for, in order', () => {
  const word = fc.constantFrom('fog', 'the', 'Pier', '(old)', 'ferry');
  const title = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(title, { maxLength: 12 }), title, (titles, asked) => {
      const drafts = titles.map((one) => ({ title: one, sentences: ['x'] }));
      const { file } = buildSegment(articlesOf(drafts), reader);
      const words = titleWords({ title: asked }, reader);
      fc.pre(words.length > 0);
      const wanted = titles.flatMap((one, i) => (key(one) === key(asked) ? [i] : []));
      expect(file.titles.find(titleHash(words))).toEqual(wanted);
    }),
  );
});
