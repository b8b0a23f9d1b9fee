import type { SentenceSpan } from '../../corpus/article.ts';
import { ByteReader } from '../bytes/byte-reader.ts';
import { outside } from '../bytes/byte-source.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';

/** What of an article is ranked and quoted, in order, as few numbers each. */
export interface UnitTable extends Iterable<SentenceSpan> {
  /** One of them, made anew. */
  at(number: number): SentenceSpan | undefined;
}

/** Each unit by its distance from the one before. */
export function encodeUnits(writer: ByteWriter, units: readonly SentenceSpan[]): void {
  let [before, lastParagraph, lastBlock] = [0, 0, 0];
  for (const { start, end, paragraph, block } of units) {
    writer.signed(start - before);
    writer.varint(end - start);
    writer.signed(paragraph - lastParagraph);
    // Odd numbers say that there is a block.
    if (block === undefined) writer.varint(0);
    else {
      writer.varint(1);
      writer.signed(block - lastBlock);
      lastBlock = block;
    }
    [before, lastParagraph] = [end, paragraph];
  }
}

/** Start, end, paragraph, and the block, raised by one. */
const WIDTH = 4;

/** @throws {RangeError} when it is not what `encodeUnits` wrote */
export function decodeUnits(bytes: Uint8Array): UnitTable {
  const reader = new ByteReader(bytes);
  // No unit takes fewer bytes than it has numbers.
  const room = new Uint32Array(bytes.length);
  let size = 0;
  for (let [end, paragraph, block] = [0, 0, 0]; !reader.isDone; size++) {
    const start = end + reader.signed();
    end = start + reader.varint();
    paragraph += reader.signed();
    const hasBlock = reader.varint();
    if (hasBlock > 1) throw outside();
    if (hasBlock === 1) block += reader.signed();
    room[WIDTH * size] = start;
    room[WIDTH * size + 1] = end;
    room[WIDTH * size + 2] = paragraph;
    room[WIDTH * size + 3] = hasBlock === 1 ? block + 1 : 0;
  }
  const numbers = room.slice(0, WIDTH * size);
  const at = (number: number): SentenceSpan => {
    const place = WIDTH * number;
    const span = {
      start: numbers[place] ?? 0,
      end: numbers[place + 1] ?? 0,
      paragraph: numbers[place + 2] ?? 0,
    };
    const block = numbers[place + 3] ?? 0;
    return block === 0 ? span : { ...span, block: block - 1 };
  };
  return {
    at: (number) => (number < 0 || number >= size ? undefined : at(number)),
    *[Symbol.iterator]() {
      for (let number = 0; number < size; number++) yield at(number);
    },
  };
}
