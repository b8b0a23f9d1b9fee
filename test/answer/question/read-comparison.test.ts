import { expect, test } from 'vitest';
import { readComparison } from '../../../src/answer/question/read-comparison.ts';

test.each([
  ['what is the difference between a sloop and a ketch?', 'sloop', 'ketch'],
  [
    'difference between positive and negative reinforcement',
    'positive reinforcement',
    'negative reinforcement',
  ],
  ['difference between path signals and one way path signals', 'path signals', 'one way path signals'],
  ["what's the difference between short term and long term memory", 'short term', 'long term memory'],
  ['how does a sloop differ from a ketch', 'sloop', 'ketch'],
  ['sloop vs ketch', 'sloop', 'ketch'],
])('%s', (question, one, other) => {
  expect(readComparison(question)).toEqual({ one, other });
});

test.each([
  'what is a sloop',
  'who won between the wars',
  'is there a difference',
  'what is the difference',
])('%s compares nothing', (question) => {
  expect(readComparison(question)).toBeUndefined();
});
