import { expect, test } from 'vitest';
import { raisedText } from '../../../../src/corpus/formats/pdf/raised.ts';

test.each([
  ['about 10', '6', '⁶'],
  ['about 10', '−3', '⁻³'],
  ['400 m', '2', '²'],
  ['30 km', '2', '²'],
  ['where x', '2', '²'],
  ['4,100', '3', ''],
  ['in 1994', '5', ''],
  ['said.', '12', ''],
  ['harbour', '3, 4', ''],
  ['harbour', '[7]', ''],
  ['harbour', 'a', ''],
  ['harbour', '†', ''],
  ['the 19', 'th', 'th'],
  ['Marigold', '™', '™'],
  ['the', 'words', 'words'],
])('%s raised %s', (before, raised, added) => {
  expect(raisedText(before, raised)).toBe(added);
});
