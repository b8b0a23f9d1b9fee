import { expect, test } from 'vitest';
import { varyArticle } from '../../benchmarks/vary-article.ts';
import type { SplitArticle } from '../../src/search/segment.ts';

function split(...sentences: readonly string[]): SplitArticle {
  const text = sentences.join(' ');
  let end = -1;
  return {
    article: { id: 'a', path: 'a.txt', line: 1, title: 'A', authors: [], tags: [], text, hash: '' },
    sentences: sentences.map((sentence, paragraph) => {
      const start = end + 1;
      end = start + sentence.length;
      return { start, end, paragraph };
    }),
  };
}

test('a varied article has as many sentences, every fourth word from the other one', () => {
  const own = split('One two three four five.', 'Six seven eight!');
  const varied = varyArticle(own, split('red green blue'), 'b');
  const { text } = varied.article;
  expect(varied.article.id).toBe('b');
  expect(varied.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'One two three green five.',
    'Six seven blue!',
  ]);
});
