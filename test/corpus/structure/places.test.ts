import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whereOf } from '../../../src/answer/passage/quoted-lines.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { cutLines } from '../../../src/corpus/structure/cut-lines.ts';
import { layOut } from '../../../src/corpus/structure/lay-out.ts';
import { decodeBody, encodeBody } from '../../../src/search/articles/body-codec.ts';

const words = (text: string, ...places: [number, string][]) => ({
  text,
  places: places.map(([at, name]) => ({ at, name })),
});

test('a place is told where it begins, also within a paragraph', () => {
  const { text, places } = layOut([
    { kind: 'paragraph', words: words('One ends. Two begins.', [0, 'p. 1'], [10, 'p. 2']) },
    { kind: 'paragraph', words: words('Still two.', [0, 'p. 2']) },
    { kind: 'table', rows: [{ cells: [words('A', [0, 'p. 3']), words('B')], head: false }] },
  ]);
  expect(places?.map(({ at, name }) => [name, text.slice(at, at + 5)])).toEqual([
    ['p. 1', 'One e'],
    ['p. 2', 'Two b'],
    ['p. 3', 'A\tB'],
  ]);
});

test('a place moves with its words when lines are taken out; one whose line goes begins with the next', () => {
  const text = 'advert\n\nOne.\n\nadvert\n\nTwo.';
  const places = [
    { at: 0, name: 'p. 1' },
    { at: text.lastIndexOf('advert'), name: 'p. 2' },
  ];
  const reasons = text.split('\n').map((line) => (line === 'advert' ? ('advert' as const) : undefined));
  const cut = cutLines(text, [], reasons, [], places);
  expect(cut.text).toBe('One.\n\nTwo.');
  expect(cut.places.map(({ at, name }) => [name, cut.text.slice(at)])).toEqual([
    ['p. 1', 'One.\n\nTwo.'],
    ['p. 2', 'Two.'],
  ]);
});

const article = (text: string, places: Article['places']): Article => ({
  id: 'a', path: 'a.pdf', line: 1, title: 'A', authors: [], tags: [], text, ...(places === undefined ? {} : { places }), hash: 'x',
}); // biome-ignore format: short

test('a quote says the place of the sentence that answers', () => {
  const text = 'One ends. Two begins.';
  const paged = article(text, [
    { at: 0, name: 'p. 1' },
    { at: 10, name: 'p. 2' },
  ]);
  const passage = { article: paged, start: 0, end: 21, sentence: [10, 21] as const, score: 1, alsoIn: [] };
  expect(whereOf(passage)).toEqual(['p. 2']);
  expect(whereOf({ ...passage, sentence: [0, 9] })).toEqual(['p. 1']);
  expect(whereOf({ ...passage, article: article(text, undefined) })).toEqual([]);
});

test('places come back from the store as they were', () => {
  const place = fc.record({ at: fc.nat(1000), name: fc.string() });
  fc.assert(
    fc.property(fc.option(fc.array(place, { minLength: 1 }), { nil: undefined }), (places) => {
      expect(decodeBody(encodeBody(article('words', places), [])).places).toEqual(places);
    }),
  );
});
