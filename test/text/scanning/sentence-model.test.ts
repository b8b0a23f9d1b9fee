import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadForgetfulModel } from '../../../src/text/scanning/forgetful-model.ts';
import { loadSentenceModel } from '../../../src/text/scanning/sentence-model.ts';

const ends = loadSentenceModel();

/** The text cut at the ends that were found. */
const cut = (text: string): string[] | undefined => {
  const at = ends(text);
  return at?.map((end, i) => text.slice(at[i - 1] ?? 0, end).trim());
};

test.each([
  ['One came. Two went! Did they? Yes', ['One came.', 'Two went!', 'Did they?', 'Yes']],
  ['He met Mr. Lee at 5 p.m. The door was open.', ['He met Mr. Lee at 5 p.m.', 'The door was open.']],
  [
    'It sank (at 3.15 a.m.). “All of it.” Nobody saw.',
    ['It sank (at 3.15 a.m.).', '“All of it.”', 'Nobody saw.'],
  ],
  ['one line\nand the other\n\nand a third', ['one line\nand the other', 'and a third']],
  ['It said "gone." It rained.', ['It said "gone."', 'It rained.']],
  ['a\u3000b.\u3000c', ['a\u3000b.\u3000c']],
  ['', []],
  [' \n ', []],
])('%j', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('a text that wink-nlp would give back otherwise is not cut', () => {
  expect(ends('It was he. Whomst’d’ve. And she.')).toEqual(undefined);
});

test('what a word is cut into does not depend on the words before it', () => {
  const text = 'It was said by A.J. Brown of the Titans. Nobody heard it.';
  expect(cut(`A.J was there. ${text}`)).toEqual(['A.J was there.', ...(cut(text) ?? [])]);
});

describe('property: ends are those that wink-nlp finds', () => {
  const model = loadForgetfulModel(['sbd']);
  const lastWords = (sentences: readonly string[]): string[] =>
    sentences.map((sentence) => sentence.trim().split(/\s+/).at(-1) ?? '').filter(Boolean);
  const word = fc.constantFrom(
    ...`the storm said that btw Btw cannot wanna it’s don't Mr. Mrs. U.S. e.g. p.m. St. Inc. No. Sen. Then However Rami He 3.5
      2019 ($4bn) (the “Yes “no" "Ah no” it." end. end.” end!) what? ?! … wait... :) – - — , ; www.example.com me@example.com
      . ! ) ' " ” 1. A. a. I. 5. [1] co-op re-elected café Ünal Москва. 東京。 #tag @us hello, world; end.[2] \u2019
      miss gov. approx. Jan. on It. the.) 1,000 McDonald’s. end.’ a.m.). J.K. -- end.- (b) etc. etc.” No." no.' “The ‘the "The 'tis [the {the '20s end?' end!” X.” ok."`.split(
      /\s+/,
    ),
  );
  const blank = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n\n\n',
    '\t',
    '\u00a0',
    '\u2003',
  );
  const text = fc
    .array(fc.tuple(word, blank), { minLength: 1, maxLength: 60 })
    .map((parts) => parts.flat().join(''));

  test('in any text of words that it knows how to cut', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const sentences = model.read(whole, (document) => document.sentences().out());
        expect(lastWords(cut(whole) ?? [])).toEqual(lastWords(sentences));
      }),
      { numRuns: 1000 },
    );
  });
});
