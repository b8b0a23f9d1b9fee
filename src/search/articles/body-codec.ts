import { crc32 } from 'node:zlib';
import type { Block, Place, SentenceSpan } from '../../corpus/article.ts';
import type { ArticleBody, ReadBody } from '../../corpus/kept-article.ts';
import { createBlockIndex, decodeBlocks, encodeBlocks } from '../../corpus/structure/block-codec.ts';
import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes, numbersOf } from '../bytes/sections.ts';
import { createSpanFinder, type SpanFinder } from '../bytes/utf8-span.ts';
import { decodeUnits, encodeUnits, type UnitTable } from './unit-table.ts';

/** An article's words, their structure, and what of them is ranked and quoted. */
export interface DecodedBody extends ReadBody {
  readonly units: readonly SentenceSpan[];
  /** One of the units, by its place among them: without reading those behind it. */
  unit(number: number): SentenceSpan | undefined;
}

const CHECKSUM = 4;
/** Bytes that a unit takes, and what stands beside words and units, in nearly all bodies. */
const UNIT = 8;
const BESIDE_WORDS = 1024;
/** How the text is written. Only what is no well-formed Unicode takes two bytes a character. */
const ENCODINGS = ['utf8', 'utf16le'] as const;

/** A body as bytes, its checksum first. */
export function encodeBody(
  { text, blocks, places }: ArticleBody,
  units: readonly SentenceSpan[],
): Uint8Array {
  const encoding = text.isWellFormed() ? 0 : 1;
  const length = Buffer.byteLength(text, ENCODINGS[encoding]);
  // One piece of memory does for nearly all: what lies outside of the heap is collected late.
  const writer = new ByteWriter(CHECKSUM + length + BESIDE_WORDS + UNIT * units.length);
  writer.bytes(new Uint8Array(CHECKSUM));
  writer.varint(encoding);
  writer.varint(length);
  writer.directly(length, (bytes, at) => at + bufferOf(bytes).write(text, at, ENCODINGS[encoding]));
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
  bytes.set(asBytes(Uint32Array.of(crc32(bytes.subarray(CHECKSUM)))));
  return bytes;
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
  return new StoredParts({ encoding, words, structure, units: reader.rest() }, places);
}

interface BodyBytes {
  readonly encoding: (typeof ENCODINGS)[number] | undefined;
  readonly words: Uint8Array;
  readonly structure: Uint8Array | undefined;
  readonly units: Uint8Array;
}

/**
 * Of most articles that are read only a few sentences are wanted, but those again and again: what tells where they stand is
 * made once, and the rest is left as bytes, outside of the heap.
 */
class StoredParts implements DecodedBody {
  readonly places: readonly Place[] | undefined;
  readonly #bytes: BodyBytes;
  #text: string | undefined;
  #blocks: readonly Block[] | undefined;
  #blockIndex: ReturnType<typeof createBlockIndex> | undefined;
  #units: readonly SentenceSpan[] | undefined;
  #unitTable: UnitTable | undefined;
  #spanFinder: SpanFinder | undefined;

  constructor(bytes: BodyBytes, places: readonly Place[] | undefined) {
    this.#bytes = bytes;
    this.places = places;
  }

  get text(): string {
    this.#text ??= textOf(this.#bytes.words, this.#bytes.encoding);
    return this.#text;
  }

  get blocks(): readonly Block[] | undefined {
    const { structure, words } = this.#bytes;
    // No text has more characters than bytes.
    if (structure !== undefined) this.#blocks ??= decodeBlocks(new ByteReader(structure), words.length);
    return this.#blocks;
  }

  block(number: number): Block | undefined {
    const { structure, words } = this.#bytes;
    if (structure === undefined || number < 0) return undefined;
    this.#blockIndex ??= createBlockIndex(new ByteReader(structure), words.length);
    return this.#blockIndex(number);
  }

  get units(): readonly SentenceSpan[] {
    this.#units ??= [...this.#table];
    return this.#units;
  }

  unit(number: number): SentenceSpan | undefined {
    return this.#table.at(number);
  }

  slice(start: number, end: number): string {
    const { encoding, words } = this.#bytes;
    if (encoding !== 'utf8') return this.text.slice(start, end);
    this.#spanFinder ??= createSpanFinder(words);
    const span = this.#spanFinder(start, end);
    return span === undefined ? this.text.slice(start, end) : textOf(words.subarray(...span), encoding);
  }

  get #table(): UnitTable {
    this.#unitTable ??= decodeUnits(this.#bytes.units);
    return this.#unitTable;
  }
}

function structureOf(blocks: readonly Block[]): Uint8Array {
  const writer = new ByteWriter();
  for (const number of encodeBlocks(blocks)) writer.signed(number);
  return writer.finish();
}

/** A list, or nothing: its length comes first, raised by one. */
function decodeList<T>(reader: ByteReader, next: () => T): T[] | undefined {
  const length = reader.varint();
  return length === 0 ? undefined : Array.from({ length: length - 1 }, next);
}

function textOf(bytes: Uint8Array, encoding: BufferEncoding | undefined): string {
  return bufferOf(bytes).toString(encoding);
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
