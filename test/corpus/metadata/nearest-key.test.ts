import { expect, test } from 'vitest';
import { METADATA_KEYS } from '../../../src/corpus/metadata/metadata.ts';
import { nearest } from '../../../src/corpus/metadata/nearest-key.ts';

test.each([
  ['titel', 'title'],
  ['tittle', 'title'],
  ['author', 'authors'],
  ['pubished', 'published'],
  ['publihser', 'publisher'],
  ['tag', 'tags'],
  ['urls', 'url'],
  ['category', undefined],
  ['x', undefined],
])('%s was meant as %s', (word, meant) => {
  expect(nearest(word, METADATA_KEYS)).toBe(meant);
});
