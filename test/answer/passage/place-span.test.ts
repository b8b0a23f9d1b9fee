import { expect, test } from 'vitest';
import { placeSpan } from '../../../src/answer/passage/place-span.ts';
import { readOne } from '../reading.ts';
import { tools } from '../stage.ts';

const place = (question: string, sentence: string): string | undefined => {
  const { topic, candidate } = readOne(question, sentence, 'It rained on the roof.');
  const span = placeSpan(candidate, topic, tools.language.tag);
  return span && sentence.slice(...span);
};

test.each([
  ['where are the cones', 'The cones are cells in the retina of the eye.', 'the retina'],
  ['where do glands secrete', 'In spring the glands secrete into the bloodstream.', 'the bloodstream'],
  ['where are the boats kept', 'The boats are kept in a small barn behind the mill.', 'a small barn'],
])('%s: %s', (question, sentence, expected) => {
  expect(place(question, sentence)).toBe(expected);
});

test.each([
  ['where are the boats kept', 'The boats are kept in summer.'],
  ['where are the boats of the mill', 'The boats float in the mill.'],
])('%s: %s tells no place', (question, sentence) => {
  expect(place(question, sentence)).toBeUndefined();
});
