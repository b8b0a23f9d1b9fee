import { expect, test } from 'vitest';
import { nounPhrases } from '../../../src/answer/passage/noun-phrases.ts';
import { readOne, textOf } from '../reading.ts';
import { tools } from '../stage.ts';

test.each([
  ['without their articles', 'The quarter was filled with the luxurious parks.', 'luxurious parks'],
  ['with their numbers', 'The weavers of the quarter sold two red looms.', 'two red looms'],
])('noun phrases %s', (_, sentence, expected) => {
  const { candidate } = readOne(sentence, sentence);
  const found = nounPhrases(candidate.view, tools.language.tag).map((phrase) => textOf(candidate, phrase));
  expect(found).toContain(expected);
});

test('a phrase that ends with a name is that name’s', () => {
  const sentence = 'They sailed to Osterby.';
  const { candidate } = readOne(sentence, sentence);
  expect(nounPhrases(candidate.view, tools.language.tag)).toEqual([]);
});
