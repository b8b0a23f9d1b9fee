import { crc32 } from 'node:zlib';
import type { Block, Place, SentenceSpan } from '../../corpus/article.ts';
import type { ArticleBody, ReadBody } from '../../corpus/kept-article.ts';
import { decodeBlocks, encodeBlocks } from '../../corpus/structure/block-codec.ts';
import { ByteReader } from '../bytes/byte-reader.ts';
import { outside } from '../bytes/byte-source.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes, numbersOf } from '../bytes/sections.ts';
import { bytesOfSpan } from '../bytes/utf8-span.ts';

/** An article's words, their structure, and what of them is ranked and quoted. */
export interface DecodedBody extends ReadBody {
  readonly units: readonly SentenceSpan[];
  /** One of the units, by its place among them: without reading those behind it. */
  unit(number: number): SentenceSpan | undefined;
}

const CHECKSUM = 4;
/** How the text is written. Only what is no well-formed Unicode takes two bytes a character. */
const ENCODINGS = ['utf8', 'utf16le'] as const;

/** A body as bytes, its checksum first. */
export function encodeBody(
  { text, blocks, places }: ArticleBody,
  units: readonly SentenceSpan[],
): Uint8Array {
  const writer = new ByteWriter();
  const encoding = text.isWellFormed() ? 0 : 1;
  const words = Buffer.from(text, ENCODINGS[encoding]);
  writer.varint(encoding);
  writer.varint(words.length);
  writer.bytes(words);
  const structure = blocks && structureOf(blocks);
  writer.varint(structure === undefined ? 0 : structure.length + 1);
  if (structure !== undefined) writer.bytes(structure);
  writer.varint(places === undefined ? 0 : places.length + 1);
  for (const { at, name } of places ?? []) {
    const bytes = Buffer.from(name);
    writer.varint(at);
    writer.varint(bytes.length);
    writer.bytes(bytes);
  }
  encodeUnits(writer, units);
  const bytes = writer.finish();
  return Buffer.concat([asBytes(Uint32Array.of(crc32(bytes))), bytes]);
}

/** @throws {RangeError} when the bytes are not what `encodeBody` made */
export function decodeBody(stored: Uint8Array): DecodedBody {
  const bytes = stored.subarray(CHECKSUM);
  if (numbersOf(stored.slice(0, CHECKSUM))[0] !== crc32(bytes))
    throw new RangeError('The text of an article is damaged in the stored index');
  const reader = new ByteReader(bytes);
  const encoding = ENCODINGS[reader.varint()];
  const words = reader.bytes(reader.varint());
  const structured = reader.varint();
  const structure = structured === 0 ? undefined : reader.bytes(structured - 1);
  const places = decodeList(reader, (): Place => {
    const at = reader.varint();
    return { at, name: Buffer.from(reader.bytes(reader.varint())).toString() };
  });
  const rest = reader.rest();
  let text: string | undefined;
  let blocks: readonly Block[] | undefined;
  let units: readonly SentenceSpan[] | undefined;
  // Of most articles that are read only a sentence is wanted: the rest is left as bytes, outside of the heap.
  const wholeText = (): string => {
    text ??= textOf(words, encoding);
    return text;
  };
  return {
    get text() {
      return wholeText();
    },
    get blocks() {
      if (structure !== undefined) blocks ??= [...blocksIn(structure, words.length)];
      return blocks;
    },
    block(number) {
      if (blocks !== undefined || structure === undefined || number < 0) return blocks?.[number];
      return blocksIn(structure, words.length, number).next().value;
    },
    get units() {
      units ??= [...decodeUnits(new ByteReader(rest))];
      return units;
    },
    places,
    unit(number) {
      if (units !== undefined) return units[number];
      return number < 0 ? undefined : decodeUnits(new ByteReader(rest), number).next().value;
    },
    slice(start, end) {
      const span = encoding === 'utf8' ? bytesOfSpan(words, start, end) : undefined;
      return span === undefined ? wholeText().slice(start, end) : textOf(words.subarray(...span), 'utf8');
    },
  };
}

function structureOf(blocks: readonly Block[]): Uint8Array {
  const writer = new ByteWriter();
  for (const number of encodeBlocks(blocks)) writer.signed(number);
  return writer.finish();
}

/** @param length of the text at most: no text has more characters than bytes */
function blocksIn(structure: Uint8Array, length: number, from?: number): Generator<Block, undefined> {
  const reader = new ByteReader(structure);
  return decodeBlocks(() => (reader.isDone ? undefined : reader.signed()), length, from);
}

/** A list, or nothing: its length comes first, raised by one. */
function decodeList<T>(reader: ByteReader, next: () => T): T[] | undefined {
  const length = reader.varint();
  return length === 0 ? undefined : Array.from({ length: length - 1 }, next);
}

/** Each unit by its distance from the one before. */
function encodeUnits(writer: ByteWriter, units: readonly SentenceSpan[]): void {
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

/** The units from a place among them on. */
function* decodeUnits(reader: ByteReader, from = 0): Generator<SentenceSpan, undefined> {
  let [before, paragraph, block] = [0, 0, 0];
  for (let number = 0; !reader.isDone; number++) {
    const start = before + reader.signed();
    const end = start + reader.varint();
    paragraph += reader.signed();
    const hasBlock = reader.varint();
    if (hasBlock > 1) throw outside();
    if (hasBlock === 1) block += reader.signed();
    if (number >= from) yield { start, end, paragraph, ...(hasBlock === 1 ? { block } : {}) };
    before = end;
  }
  return undefined;
}

function textOf(bytes: Uint8Array, encoding: BufferEncoding | undefined): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding);
}
