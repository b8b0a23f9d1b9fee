import { describe, expect, test } from 'vitest';
import { loadOpposites, loadOtherWords, loadSynonyms } from '../../src/text/other-words.ts';
import { tools } from '../language.ts';

const { reader } = tools;
const termOf = (word: string): string => reader.term(word);
const otherWords = loadOtherWords(termOf);
const opposites = loadOpposites();

describe('other words for a word', () => {
  test.each([
    ['marry', 'marriage'],
    ['advise', 'advisor'],
    ['die', 'death'],
    ['sing', 'song'],
    ['info', 'information'],
    ['shortcut', 'hotkey'],
    ['vid', 'video'],
    ['first', 'earliest'],
    ['truce', 'ceasefire'],
    ['america', 'usa'],
    ['thing', 'item'],
  ])('%s, %s: each stands for the other', (one, other) => {
    expect(otherWords(termOf(one))).toContain(termOf(other));
    expect(otherWords(termOf(other))).toContain(termOf(one));
  });

  test.each(['osterby', 'the', ''])('“%s” has none', (word) => {
    expect(otherWords(termOf(word))).toEqual([]);
  });
});

describe('words that mean the same, or a kind of it', () => {
  const synonyms = loadSynonyms();
  test.each([
    ['bastion', 'stronghold'],
    ['detain', 'jail'],
    ['blame', 'accuse'],
    ['vanish', 'disappear'],
    ['infant', 'newborn'],
    ['cost', 'price'],
  ])('%s and %s', (one, other) => {
    expect(synonyms(termOf(one))).toContain(termOf(other));
    expect(synonyms(termOf(other))).toContain(termOf(one));
  });

  test.each([
    ['best', 'worst'],
    ['wife', 'husband'],
    ['russia', 'ukraine'],
    ['dog', 'cat'],
  ])('not %s and %s', (one, other) => {
    expect(synonyms(termOf(one))).not.toContain(termOf(other));
  });
});

test.each([
  ['best', 'worst'],
  ['more', 'less'],
  ['import', 'export'],
  ['increase', 'decrease'],
])('%s and %s are opposites', (one, other) => {
  expect(opposites(termOf(one))).toContain(termOf(other));
  expect(opposites(termOf(other))).toContain(termOf(one));
});
