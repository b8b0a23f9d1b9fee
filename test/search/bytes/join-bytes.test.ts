import { expect, test } from 'vitest';
import { joinBytes } from '../../../src/search/bytes/join-bytes.ts';

test.each<[string, number[][], number[]]>([
  ['nothing', [], []],
  ['one piece', [[1, 2]], [1, 2]],
  ['several, an empty one among them', [[1], [], [2, 3]], [1, 2, 3]],
])('%s', (_, pieces, all) => {
  const joined = joinBytes(pieces.map((piece) => Uint8Array.from(piece)));
  expect([...joined]).toEqual(all);
  expect(joined.buffer.byteLength).toBe(all.length);
});
