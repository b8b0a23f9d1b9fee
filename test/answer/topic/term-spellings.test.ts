import { expect, test } from 'vitest';
import { otherSpellings } from '../../../src/answer/topic/term-spellings.ts';
import { tools } from '../stage.ts';

const spellings = (question: string, at: number): string[] => {
  const word = tools.reader.read(question)[at];
  return word === undefined ? [] : otherSpellings(word, question, tools, () => true);
};
const termOf = (word: string): string => tools.reader.term(word);

test.each([
  ['when did season 3 end', 3, 'third'],
  ['who won world war 2', 4, 'ii'],
  ['who was marginalised', 2, 'marginalized'],
  ['who organizes it', 1, 'organises'],
  ['who harboured them', 1, 'harbored'],
  ['who is the syrian president', 3, 'syria'],
])('“%s”: word %j is spelt “%s” too', (question, at, other) => {
  expect(spellings(question, at)).toContain(termOf(other));
});

test.each([
  ['who has 3 looms', 2],
  ['when did season 30 end', 3],
  ['who wove the looms', 1],
])('“%s”: word %j has no other spelling', (question, at) => {
  expect(spellings(question, at)).toEqual([]);
});
