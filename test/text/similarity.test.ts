import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import similarity from 'wink-nlp/utilities/similarity.js';
import { type Bag, bagCosine, bagOf, containment, setOverlap } from '../../src/text/similarity.ts';

const one = (): number => 1;
const bag = (text: string, weight: (term: string) => number = one): Bag =>
  bagOf(text.split(' ').filter(Boolean), weight);

describe('bagOf', () => {
  test('adds up the weights of a repeated term and keeps it once in the set', () => {
    const { weights, terms } = bag('war war peace', (term) => (term === 'war' ? 2 : 3));
    expect([...weights]).toEqual([
      ['war', 4],
      ['peace', 3],
    ]);
    expect([...terms]).toEqual(['war', 'peace']);
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
describe('bagCosine', () => {
  test.each([
    ['the same words', 'a b', 'a b', 1],
    ['the same in another order', 'a b', 'b a', 1],
    ['nothing shared', 'a b', 'c d', 0],
    ['one of two: 1 / (√2 · √2)', 'a b', 'a c', 0.5],
    ['a repeated word: 2 / (√4 · √5)', 'a a', 'a a b', 4 / (2 * Math.sqrt(5))],
    ['nothing at all', '', 'a', 0],
  ])('%s', (_, left, right, expected) => {
    expect(bagCosine(bag(left), bag(right))).toBeCloseTo(expected, 4);
  });

  test('rare words count more: 9 / (√10 · √10)', () => {
    const idf = (term: string) => (term === 'rare' ? 3 : 1);
    expect(bagCosine(bag('rare common', idf), bag('rare other', idf))).toBeCloseTo(0.9, 4);
  });
});

test('property: the cosine is wink-nlp’s', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
  const weight = (term: string) => term.charCodeAt(0) - 95;
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [a, b] = [bagOf(left, weight), bagOf(right, weight)];
      const theirs = similarity.bow.cosine(Object.fromEntries(a.weights), Object.fromEntries(b.weights));
      expect(bagCosine(a, b)).toBeCloseTo(theirs, 3);
    }),
  );
});

describe('containment: shared / (shared + 0.9 · missing + 0.1 · extra)', () => {
  test.each([
    ['all of it', 'a b', 'a b', 1],
    ['all of it in a longer text: 2 / (2 + 0.1 · 3)', 'a b', 'a b c d e', 2 / 2.3],
    ['half of it: 1 / (1 + 0.9 + 0.1)', 'a b', 'a c', 0.5],
    ['none of it', 'a b', 'c', 0],
    ['nothing at all', '', 'a', 0],
  ])('%s', (_, part, whole, expected) => {
    expect(containment(bag(part), bag(whole))).toBeCloseTo(expected, 4);
  });
});

describe('setOverlap: shared / √(left · right)', () => {
  test.each([
    ['the same', 'a b', 'b a', 1],
    ['one of two and of two: 1 / 2', 'a b', 'a c', 0.5],
    ['one of one and of four: 1 / 2', 'a', 'a b c d', 0.5],
    ['repetition does not count', 'a a a', 'a', 1],
    ['nothing at all', '', '', 0],
  ])('%s', (_, left, right, expected) => {
    expect(setOverlap(bag(left), bag(right))).toBeCloseTo(expected, 4);
  });
});

test('property: all three lie between 0 and 1, are 1 for a text and itself, and two of them are symmetric', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 12 });
  const measures = [bagCosine, containment, setOverlap];
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [a, b] = [bagOf(left, one), bagOf(right, one)];
      for (const measure of measures) {
        expect(measure(a, b)).toBeGreaterThanOrEqual(0);
        expect(measure(a, b)).toBeLessThanOrEqual(1 + 1e-9);
        expect(measure(a, a)).toBeCloseTo(1, 4);
      }
      expect(bagCosine(a, b)).toBeCloseTo(bagCosine(b, a), 9);
      expect(setOverlap(a, b)).toBeCloseTo(setOverlap(b, a), 9);
    }),
  );
});
