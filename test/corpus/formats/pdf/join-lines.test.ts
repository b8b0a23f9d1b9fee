import { expect, test } from 'vitest';
import { joinLines } from '../../../../src/corpus/formats/pdf/join-lines.ts';

const vocabulary = {
  words: new Set(['ferry', 'below', 'forgotten', 'recalled', 'law', 'well', 'known']),
  hyphenated: new Set(['half-forgotten', 'co-operate']),
};

test.each([
  ['the har-', 'bour was shut', 'the harbour was shut'],
  ['the har\u2010', 'bour was shut', 'the harbour was shut'],
  ['the har\u00AD', 'bour was shut', 'the harbour was shut'],
  ['they were re-', 'called', 'they were recalled'],
  ['a half-', 'forgotten promise', 'a half-forgotten promise'],
  ['a half-for-', 'gotten promise', 'a half-forgotten promise'],
  ['they co-', 'operate', 'they co-operate'],
  ['a well-', 'known pilot', 'a well-known pilot'],
  ['her mother-in-', 'law', 'her mother-in-law'],
  ['the Anglo-', 'Saxon boats', 'the Anglo-Saxon boats'],
  ['THE HAR-', 'BOUR', 'THE HARBOUR'],
  ['the light be -', 'low the bank', 'the light below the bank'],
  ['the ferry -', 'known to all -', 'the ferry - known to all -'],
  ['from 1990-', '1994', 'from 1990-1994'],
  ['the end.', 'The next', 'the end. The next'],
])('%s ⏎ %s', (text, next, joined) => {
  expect(joinLines(text, next, vocabulary)).toBe(joined);
});
