import { expect, test } from 'vitest';
import type { Block } from '../../../src/corpus/article.ts';
import { decodeBlocks, encodeBlocks } from '../../../src/corpus/structure/block-codec.ts';
import { rowOf } from './number-row.ts';

test('a row with more empty cells than letters is stored and restored', () => {
  const row: Block = {
    kind: 'row',
    start: 0,
    end: 1,
    context: [],
    cells: [
      [0, 0],
      [0, 0],
      [0, 1],
    ],
  };
  expect(decodeBlocks(rowOf(encodeBlocks([row])), 1)).toEqual([row]);
});
