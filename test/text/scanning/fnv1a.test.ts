import { expect, test } from 'vitest';
import { fnv1a } from '../../../src/text/scanning/fnv1a.ts';

/* The values for ASCII are those of the authors' test vectors. */
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('%j', (text, hash) => {
  expect(fnv1a(text) >>> 0).toBe(hash);
});

test('of a part, and going on from it', () => {
  expect(fnv1a('a foobar b', undefined, 2, 8)).toBe(fnv1a('foobar'));
  expect(fnv1a('bar', fnv1a('foo'))).toBe(fnv1a('foobar'));
});
