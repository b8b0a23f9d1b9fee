import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { condense } from '../../../src/text/scanning/condense.ts';

describe('condense', () => {
  test.each([
    [
      'what stands between an ordinary word and the next full stop goes',
      'She said that the Prime Minister of Samoa, 62, would go. He did.',
      'She said go. He did.',
    ],
    [
      'from a sentence on, the first ordinary word stays',
      'It rained. Then the long bridge was closed for all of us. Mr. Lee saw it.',
      'It rained. Then the us. Mr. Lee saw it.',
    ],
    ['a few characters stay', 'He saw it all. Yes', 'He saw it all. Yes'],
    [
      'so do names without an ordinary word',
      'Rami Al-Shaer Advised Moscow.',
      'Rami Al-Shaer Advised Moscow.',
    ],
    [
      'a blank that is no space ends it',
      'at the end of one long line\nand the other',
      'at the line\nand the other',
    ],
    ['the last word stays', 'He saw a long and winding road  ', 'He saw road  '],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(condense(text).text).toBe(expected);
  });

  test('tells where what stayed was before', () => {
    const text = 'She said that the Prime Minister would go. He did and so would everybody else but me.';
    const { text: short, originalsOf } = condense(text);
    const ends = [short.indexOf('.') + 1, short.length];
    expect(originalsOf(ends)).toEqual([text.indexOf('.') + 1, text.length]);
  });
});

describe('the model', () => {
  let lastWords: (text: string) => string[];
  beforeAll(() => {
    const nlp = winkNlp(model, ['sbd']);
    const sentencesOf = (text: string): string[] => nlp.readDoc(text).sentences().out();
    lastWords = (text) => sentencesOf(text).map((sentence) => sentence.trim().split(/\s+/).at(-1) ?? '');
  });

  const word = fc.constantFrom(
    ...`the storm said that btw cannot wanna it’s don't Mr. Mrs. U.S. e.g. p.m. St. Inc. No. Sen. Then However Rami He 3.5
      2019 ($4bn) (the “Yes “no" "Ah no” it." end. end.” end!) what? ?! … wait... :) – - — , ; www.example.com me@example.com
      . ! ) ' " ” 1. A. a. I. 5. [1] co-op re-elected café Ünal Москва. 東京。 #tag @us hello, world; end.[2] \u2019
      miss gov. approx. Jan. on`.split(/\s+/),
  );
  const blank = fc.constantFrom(' ', ' ', ' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '\u00a0');
  const text = fc
    .array(fc.tuple(word, blank), { minLength: 1, maxLength: 60 })
    .map((parts) => parts.flat().join(''));

  test('property: finds the same ends in a text without those words', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(lastWords(condense(whole).text)).toEqual(lastWords(whole));
      }),
      { numRuns: 400 },
    );
  });
});
