import { expect, test } from 'vitest';
import { loadForgetfulModel, readLexicon } from '../../../src/text/scanning/forgetful-model.ts';

const MOST = 50;
const model = loadForgetfulModel(['sbd', 'pos'], { words: MOST });
const TEXT = 'It was said by A.J. Brown of the Zwerq Titans. Nobody heard it.';
const look = () =>
  model.read(TEXT, (document, its) => ({
    sentences: document.sentences().out(),
    words: document.tokens().out(),
    tags: document.tokens().out(its.pos),
    shapes: document.tokens().out(its.shape),
  }));
/** The number of a word; those beyond the lexicon get rising ones. */
const numberOf = (word: string) =>
  model.read(word, (document, its) => Number(document.tokens().itemAt(0).out(its.uniqueId)));

test('what it finds in a text does not depend on what it has read before, nor on how much', () => {
  const first = look();
  expect(first.sentences).toHaveLength(2);
  for (let i = 0; i < 3 * MOST; i++) {
    model.read(`A.J was in Zwerq${i} with zq${i} and ÆØ${i}.`, () => undefined);
    expect(look()).toEqual(first);
  }
});

test('words are forgotten, so that their numbers do not rise without end', () => {
  const first = numberOf('qxzvwqxz');
  const numbers = Array.from({ length: 10 * MOST }, (_, i) => numberOf(`qxzv${i}qxz`));
  expect(Math.max(...numbers) - first).toBeLessThan(3 * MOST);
  expect(numberOf('house')).toBeLessThan(first);
});

test('models of one lexicon know nothing of what the others have read', () => {
  const lexicon = readLexicon();
  const [one, other] = [0, 1].map(() => loadForgetfulModel(['sbd', 'pos'], { words: MOST, lexicon }));
  const seen = (of: typeof one) => of?.read(TEXT, (document, its) => document.tokens().out(its.shape));
  const first = seen(other);
  for (let i = 0; i < 3 * MOST; i++) {
    one?.read(`A.J was in Zwerq${i} with zq${i} and ÆØ${i}.`, () => undefined);
    if (i % 10 === 0) other?.read(`The ÆØ${i} of zq${i}.`, () => undefined);
    expect(seen(other)).toEqual(first);
    expect(seen(one)).toEqual(first);
  }
  expect([one?.has('house'), other?.has('house'), other?.has('Zwerq1')]).toEqual([true, true, false]);
});

test('tells which words of the lexicon have some characters', () => {
  const marked = loadForgetfulModel(['sbd']).withAny('.!?');
  expect([marked.has('etc.'), marked.has('a.m.'), marked.has('ferry')]).toEqual([true, true, false]);
  expect(marked.size).toBeLessThan(1000);
});
