import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import similarity from 'wink-nlp/utilities/similarity.js';
import { type Bag, bagOf, type Likeness, likenessOf } from '../../src/text/similarity.ts';

const one = (): number => 1;
const bag = (text: string, weight: (term: string) => number = one): Bag =>
  bagOf(text.split(' ').filter(Boolean), weight);

describe('bagOf', () => {
  test('adds up the weights of a repeated term', () => {
    expect([...bag('war war peace', (term) => (term === 'war' ? 2 : 3)).weights]).toEqual([
      ['war', 4],
      ['peace', 3],
    ]);
  });

  test('is safe for terms that objects have by themselves', () => {
    expect([...bag('constructor toString __proto__').weights.keys()]).toEqual([
      'constructor',
      'toString',
      '__proto__',
    ]);
  });
});

/** By hand, with every word weighing 1 unless told. */
describe('likenessOf', () => {
  test.each<[keyof Likeness, string, string, string, number]>([
    ['cosine', 'the same words', 'a b', 'a b', 1],
    ['cosine', 'the same in another order', 'a b', 'b a', 1],
    ['cosine', 'nothing shared', 'a b', 'c d', 0],
    ['cosine', 'one of two: 1 / (√2 · √2)', 'a b', 'a c', 0.5],
    ['cosine', 'a repeated word: 2 / (√4 · √5)', 'a a', 'a a b', 4 / (2 * Math.sqrt(5))],
    ['cosine', 'nothing at all', '', 'a', 0],
    ['containment', 'all of it', 'a b', 'a b', 1],
    ['containment', 'all in a longer text: 2 / (2 + 0.1 · 3)', 'a b', 'a b c d e', 2 / 2.3],
    ['containment', 'half of it: 1 / (1 + 0.9 + 0.1)', 'a b', 'a c', 0.5],
    ['containment', 'nothing at all', '', 'a', 0],
    ['overlap', 'the same', 'a b', 'b a', 1],
    ['overlap', 'one of two and of two: 1 / 2', 'a b', 'a c', 0.5],
    ['overlap', 'one of one and of four: 1 / 2', 'a', 'a b c d', 0.5],
    ['overlap', 'repetition does not count', 'a a a', 'a', 1],
    ['overlap', 'nothing at all', '', '', 0],
  ])('%s: %s', (measure, _, left, right, expected) => {
    expect(likenessOf(bag(left), bag(right))[measure]).toBeCloseTo(expected, 9);
  });

  test('in the cosine rare words count more: 9 / (√10 · √10)', () => {
    const idf = (term: string) => (term === 'rare' ? 3 : 1);
    expect(likenessOf(bag('rare common', idf), bag('rare other', idf)).cosine).toBeCloseTo(0.9, 9);
  });
});

test('property: the values are wink-nlp’s', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
  const weight = (term: string) => term.charCodeAt(0) - 95;
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [a, b] = [bagOf(left, weight), bagOf(right, weight)];
      const [setA, setB] = [new Set(left), new Set(right)];
      const { cosine, containment, overlap } = likenessOf(a, b);
      const theirs = similarity.bow.cosine(Object.fromEntries(a.weights), Object.fromEntries(b.weights));
      expect(cosine).toBeCloseTo(theirs, 3);
      expect(containment).toBeCloseTo(similarity.set.tversky(setA, setB, 0.9, 0.1), 3);
      expect(overlap).toBeCloseTo(similarity.set.oo(setA, setB), 3);
    }),
  );
});
