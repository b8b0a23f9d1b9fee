import { expect, test } from 'vitest';
import { owned } from '../../../src/search/bytes/byte-source.ts';

test.each([
  ['small, of Node’s pool', Buffer.from('abc'), 3],
  ['a part of a larger array', new Uint8Array(100).subarray(10, 20), 100],
  ['an array of their own', Buffer.allocUnsafeSlow(5).fill(1), 5],
])('bytes to be kept, %s', (_, bytes, memory) => {
  const kept = owned(bytes);
  expect([...kept]).toEqual([...bytes]);
  expect(kept.buffer.byteLength).toBe(memory);
});
