import { fnv1a } from '../../text/scanning/fnv1a.ts';
import { ByteReader } from '../bytes/byte-reader.ts';
import { outside } from '../bytes/byte-source.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes, numbersOf, type Sections } from '../bytes/sections.ts';

/** The terms of a segment, numbered in their order; kept as bytes. */
export interface Vocabulary {
  readonly size: number;
  /** The number of a term. */
  get(term: string): number | undefined;
  has(term: string): boolean;
  termOf(id: number): string;
  /** As the term was first spelt in the corpus, for suggestions. */
  surfaceOf(id: number): string;
  /** The numbers of the terms that begin like this: from the first up to, not including, the second. */
  startingWith(prefix: string): readonly [from: number, to: number];
}

/** Places of the hash table that a term has, at least. */
const ROOM = 1.5;

/**
 * @param terms in order (by `<`), without repeats
 * @param surfaces of the same terms
 */
export function vocabularySections(
  terms: readonly string[],
  surfaces: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const writer = new ByteWriter();
  const offsets = new Uint32Array(terms.length + 1);
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(terms.length, 1) * ROOM)));
  for (const [id, term] of terms.entries()) {
    const [bytes, surface = term] = [Buffer.from(term), surfaces[id]];
    writer.varint(bytes.length);
    writer.bytes(bytes);
    if (surface !== term) writer.bytes(Buffer.from(surface));
    offsets[id + 1] = writer.size;
    let slot = hashOf(term) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  }
  return new Map([
    ['terms.bytes', writer.finish()],
    ['terms.offsets', asBytes(offsets)],
    ['terms.slots', asBytes(slots)],
  ]);
}

/** @throws {RangeError} when a section is missing or damaged */
export function openVocabulary(sections: Sections): Vocabulary {
  const bytes = sections.whole('terms.bytes');
  const offsets = numbersOf(sections.whole('terms.offsets'));
  const slots = numbersOf(sections.whole('terms.slots'));
  const size = offsets.length - 1;
  if (size < 0 || offsets[size] !== bytes.length || slots.length <= size) throw outside();
  const recordOf = (id: number) => bytes.subarray(offsets[id] ?? 0, offsets[id + 1] ?? 0);
  const termOf = (id: number): string => {
    const reader = new ByteReader(recordOf(id));
    return reader.isDone ? '' : textOf(reader.bytes(reader.varint()));
  };
  const get = (term: string): number | undefined => {
    let slot = hashOf(term) & (slots.length - 1);
    for (let id = slots[slot] ?? 0; id !== 0; id = slots[slot] ?? 0) {
      if (isTerm(bytes, offsets[id - 1] ?? 0, term) ?? termOf(id - 1) === term) return id - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    return undefined;
  };
  const firstFrom = (wanted: string): number => {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (termOf(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    size,
    get,
    has: (term) => get(term) !== undefined,
    termOf,
    surfaceOf(id) {
      const reader = new ByteReader(recordOf(id));
      if (reader.isDone) return '';
      const term = reader.bytes(reader.varint());
      return textOf(reader.isDone ? term : reader.rest());
    },
    startingWith: (prefix) => [firstFrom(prefix), firstFrom(`${prefix}\uffff`)],
  };
}

function hashOf(term: string): number {
  const hash = fnv1a(term);
  return hash ^ (hash >>> 15);
}

/** Whether a record is of this term; `undefined` when it has other than ASCII characters. */
function isTerm(bytes: Uint8Array, start: number, term: string): boolean | undefined {
  const length = bytes[start] ?? 0;
  for (let i = 0; i < term.length; i++) if (term.charCodeAt(i) > 127) return undefined;
  if (term.length > 127) return undefined;
  if (length !== term.length) return false;
  for (let i = 0; i < length; i++) if (bytes[start + 1 + i] !== term.charCodeAt(i)) return false;
  return true;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
