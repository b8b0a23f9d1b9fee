import { expect, test } from 'vitest';
import { OTHER } from '../../../src/text/scanning/sentence-machine.ts';
import { loadSignModel } from '../../../src/text/scanning/word-signs.ts';

const MOST = 3;
const model = loadSignModel(MOST);
const [stop = OTHER] = model.signsOf('.')?.signs ?? [];
const [quote = OTHER] = model.signsOf('"')?.signs ?? [];

test.each([
  ['house', [OTHER], [5]],
  ['house.', [OTHER, stop], [5, 6]],
  ['etc.', [model.abbreviation], [4]],
  ['it."', [OTHER, stop, quote], [2, 3, 4]],
  ['a\u3000b', [OTHER, OTHER], [1, 3]],
])('%j', (word, signs, ends) => {
  expect(model.signsOf(word)).toMatchObject({ signs, ends });
});

test('a straight mark behind a space is another sign', () => {
  expect(model.signsOf('"')?.spaced).not.toBe(quote);
  expect(model.signsOf('.')?.spaced).toBe(stop);
});

test('what is blank ends nowhere of its own', () => {
  expect(model.signsOf('\n\n')?.ends).toEqual([0]);
});

test('a word that wink-nlp gives back otherwise has no signs', () => {
  expect(model.signsOf('Whomst’d’ve')).toBe(undefined);
});

test('words that are forgotten have the same signs when they come again', () => {
  const first = model.signsOf('U.S.');
  for (let i = 0; i < 2 * MOST; i++) model.signsOf(`zq${i}.`);
  expect(model.signsOf('U.S.')).toEqual(first);
});
