import { expect, test } from 'vitest';
import { labelledDefinition } from '../../../src/answer/definition/labelled.ts';

/** What is told of a sloop, the first time it is named. */
const toldOfSloop = (text: string): string | undefined => {
  const start = text.search(/sloop/i);
  const found = labelledDefinition(text, { start, end: start + 'sloop'.length, certainty: 1 });
  return found && text.slice(...found.focus);
};

test.each([
  ['sloop: a boat with one mast', 'a boat with one mast'],
  ['**Sloop**: sailing with one mast. It is fast.', 'sailing with one mast'],
  ['sloop – a boat with one mast', 'a boat with one mast'],
  ['In a sloop, the mast stands forward.', 'the mast stands forward'],
])('%s', (text, expected) => {
  expect(toldOfSloop(text)).toBe(expected);
});

test.each([
  // Somebody of that name speaks, or it is a place in which something happens.
  'Sloop: It rained on the roof.',
  'In Sloop, the ferry was late.',
  'The sloop: a boat.',
  'In a sloop, Ada Quill went to sea.',
])('%s explains nothing', (text) => {
  expect(toldOfSloop(text)).toBeUndefined();
});
