import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceEnds as ends } from '../language.ts';

/** The text cut at the ends that were found. */
const cut = (text: string): string[] => {
  const at = ends(text);
  return at.map((end, i) => text.slice(at[i - 1] ?? 0, end));
};

test.each([
  ['One. Two.', ['One.', ' Two.']],
  ['  One.\n\n Two\u00a0three.  ', ['  One.', '\n\n Two\u00a0three.']],
  ['Ends nowhere', ['Ends nowhere']],
  ['', []],
  [' \n ', []],
])('%j', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('a word longer than any word is not given to the model, its neighbours are', () => {
  const monster = 'x'.repeat(300);
  expect(cut(`One. Two.\n${monster}. More! Yes\nThree. Mr. Four.`)).toEqual([
    'One.',
    ' Two.',
    `\n${monster}.`,
    ' More!',
    ' Yes',
    '\nThree.',
    ' Mr. Four.',
  ]);
});

test('whatever the text, ends go up and the last one is where its last character ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const found = ends(text);
      expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b));
      expect(found.at(-1) ?? 0).toBe(text.trimEnd().length);
    }),
  );
});
