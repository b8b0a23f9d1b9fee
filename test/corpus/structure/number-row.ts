import type { NumberRow } from '../../../src/corpus/structure/block-codec.ts';
import { ByteReader } from '../../../src/search/bytes/byte-reader.ts';
import { ByteWriter } from '../../../src/search/bytes/byte-writer.ts';

/** Numbers as they are stored. */
export function rowOf(numbers: readonly number[]): NumberRow {
  const writer = new ByteWriter();
  for (const number of numbers) writer.signed(number);
  return new ByteReader(writer.finish());
}
