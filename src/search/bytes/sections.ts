import { crc32 } from 'node:zlib';
import { type ByteSource, outside, owned } from './byte-source.ts';

/*
 * One file: a head (name of the format, its version, order of bytes, length and checksum of the directory), the
 * directory (JSON), and the sections, each from an address that any typed array may start at.
 */
const MAGIC = 'footnote-index\0\0';
const FORMAT = 1;
/** Reads differently on a machine with the other order of bytes. */
const ORDER = 0x01020304;
const HEAD = MAGIC.length + 16;
const ALIGNMENT = 8;
/** Bytes that are checked between two pauses: less than a millisecond's work. */
const PIECE = 1 << 19;

interface Section {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

/** A file of sections that has been opened; only its directory has been read. */
export interface Sections {
  /** Reads a section whole, and checks it. @throws {RangeError} when it is missing or damaged */
  whole(name: string): Uint8Array;
  /**
   * Reads and checks all sections, piece by piece: for those of which parts are read without being checked.
   * @returns a generator, to stop between two pieces
   * @throws {RangeError} when one is damaged
   */
  check(): Generator<undefined, void>;
  /** Where a section lies, for reading parts of it. @throws {RangeError} when it is missing */
  part(name: string): ByteSource;
}

/** A section's bytes, in one piece or in several. */
export type SectionBytes = Uint8Array | readonly Uint8Array[];

/** The parts of a file, one after the other. */
export function layOutSections(sections: ReadonlyMap<string, SectionBytes>): Uint8Array[] {
  // The directory tells offsets from its own end, so that its length does not count.
  let offset = 0;
  const directory: Section[] = [];
  const parts: Uint8Array[] = [];
  for (const [name, bytes] of sections) {
    const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const checksum = pieces.reduce((sum, piece) => crc32(piece, sum), 0);
    directory.push({ name, offset, length, checksum });
    parts.push(...pieces, padding(length));
    offset += aligned(length);
  }
  const text = Buffer.from(JSON.stringify(directory.map((one) => Object.values(one))));
  const head = Buffer.alloc(HEAD);
  head.write(MAGIC, 'latin1');
  // In the order of this machine's bytes, as the sections are.
  head.set(asBytes(Uint32Array.of(FORMAT, ORDER, text.length, crc32(text))), MAGIC.length);
  return [head, text, padding(HEAD + text.length), ...parts];
}

/** @throws {RangeError} when it is no such file, one of another version or machine, or cut short */
export function openSections(source: ByteSource): Sections {
  const head = source.read(0, HEAD);
  const [format, order, length = 0, checksum] = numbersOf(head.slice(MAGIC.length));
  if (Buffer.from(head).toString('latin1', 0, MAGIC.length) !== MAGIC) throw outside();
  if (format !== FORMAT || order !== ORDER)
    throw new RangeError('The stored index is of another version or machine');
  const text = source.read(HEAD, length);
  if (crc32(text) !== checksum) throw outside();
  const start = aligned(HEAD + length);
  const sections = new Map(readDirectory(text).map((section) => [section.name, section]));
  const find = (name: string): Section => {
    const section = sections.get(name);
    if (section === undefined) throw new RangeError(`The stored index has no section ${name}`);
    return section;
  };
  for (const section of sections.values())
    if (start + section.offset + section.length > source.size) throw outside();
  return {
    whole(name) {
      const section = find(name);
      const bytes = owned(source.read(start + section.offset, section.length));
      if (crc32(bytes) !== section.checksum) throw damaged(name);
      return bytes;
    },
    *check() {
      // One piece of memory for all: a large file is read through, and nothing of it is kept.
      const piece = new Uint8Array(PIECE);
      for (const { name, offset, length, checksum } of sections.values()) {
        let sum = 0;
        for (let at = 0; at < length; at += PIECE) {
          sum = crc32(source.read(start + offset + at, Math.min(PIECE, length - at), piece), sum);
          yield;
        }
        if (sum !== checksum) throw damaged(name);
      }
    },
    part(name) {
      const section = find(name);
      return {
        size: section.length,
        read(offset, size, into) {
          if (offset < 0 || size < 0 || offset + size > section.length) throw outside();
          return source.read(start + section.offset + offset, size, into);
        },
      };
    },
  };
}

function damaged(name: string): RangeError {
  return new RangeError(`Section ${name} of the stored index is damaged`);
}

function readDirectory(text: Uint8Array): Section[] {
  const rows: unknown = JSON.parse(Buffer.from(text).toString());
  if (!Array.isArray(rows)) throw outside();
  return rows.map((row: unknown): Section => {
    const [name, offset, length, checksum]: readonly unknown[] = Array.isArray(row) ? row : [];
    if (typeof name !== 'string' || typeof offset !== 'number') throw outside();
    if (typeof length !== 'number' || typeof checksum !== 'number') throw outside();
    return { name, offset, length, checksum };
  });
}

/** The bytes of a typed array, as this machine orders them. */
export function asBytes(array: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** The numbers of a section that a `Uint32Array` was stored in. */
export function numbersOf(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = onBoundary(bytes, Uint32Array.BYTES_PER_ELEMENT);
  return new Uint32Array(buffer, byteOffset, Math.floor(length / Uint32Array.BYTES_PER_ELEMENT));
}

/** The numbers of a section that a `Uint16Array` was stored in. */
export function smallNumbersOf(bytes: Uint8Array): Uint16Array {
  const { buffer, byteOffset, length } = onBoundary(bytes, Uint16Array.BYTES_PER_ELEMENT);
  return new Uint16Array(buffer, byteOffset, Math.floor(length / Uint16Array.BYTES_PER_ELEMENT));
}

function onBoundary(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function padding(length: number): Uint8Array {
  return new Uint8Array(aligned(length) - length);
}
