import { expect, test } from 'vitest';
import { createRelations, relationsAmong } from '../../../src/answer/topic/relation-words.ts';
import { tools } from '../stage.ts';

const termOf = (word: string): string => tools.reader.term(word);
const relations = createRelations(termOf);

test.each([
  ['won', 'beat'],
  ['married', 'widow'],
  ['plays', 'portrayed'],
  ['sings', 'recorded'],
  ['bought', 'takeover'],
  ['killed', 'assassinated'],
  ['located', 'lies'],
  ['depends', 'backer'],
  ['button', 'press'],
  ['allowed', 'unsupported'],
  ['controls', 'stronghold'],
  ['enter', 'deployed'],
  ['fair', 'rigged'],
  ['feel', 'optimism'],
  ['sank', 'destroyed'],
  ['viewed', 'dismissed'],
  ['boycotted', 'refused'],
  ['stopped', 'until'],
  ['destination', 'sent'],
  ['complaint', 'accused'],
  ['partner', 'alongside'],
  ['ballot', 'election'],
  ['friction', 'differences'],
  ['interviewed', 'told'],
  ['describe', 'dubbed'],
  ['government', 'regime'],
  ['outcome', 'agreement'],
  ['problem', 'crisis'],
  ['beat', 'eliminated'],
  ['fail', 'yet'],
  ['helped', 'alliance'],
  ['commanded', 'leadership'],
  ['colour', 'orange'],
  ['copy', 'replica'],
  ['gave', 'presented'],
  ['connected', 'ally'],
  ['confident', 'believe'],
  ['says', 'claims'],
  ['approve', 'ratified'],
  ['cheaper', 'cost'],
  ['less', 'limited'],
  ['scored', 'made'],
  ['left', 'moved'],
])('who %s is told by “%s”', (asked, told) => {
  expect(relations(termOf(asked))?.has(termOf(told))).toBe(true);
});

test('people who were killed do not tell how many live there', () => {
  expect(relations(termOf('live'))?.has(termOf('people'))).toBe(false);
});

test('a company is not founded by whoever introduced something, and what is made does not consist of its maker', () => {
  expect(relations(termOf('founded'))?.has(termOf('introduced'))).toBe(false);
  expect(relations(termOf('made'))?.has(termOf('consists'))).toBe(false);
});

test('a word that asks for nothing in particular has no relation', () => {
  expect(relations(termOf('bridge'))).toBeUndefined();
});

test('an election is won by who is elected, a war is not', () => {
  const won = (...asked: string[]) =>
    relationsAmong(relations, asked.map(termOf))(termOf('won'))?.has(termOf('elected'));
  expect(won('won', 'election')).toBe(true);
  expect(won('won', 'percent')).toBe(true);
  expect(won('won', 'war')).toBe(false);
});
