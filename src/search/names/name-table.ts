import { type ByteSource, bytesInMemory } from '../bytes/byte-source.ts';
import { numbersOf, type Sections } from '../bytes/sections.ts';

/** Texts by number. */
type StoredTexts = (number: number) => string;

/** What finding a name takes. Names are numbered by what their spellings have in common: their key. */
export interface NameTable {
  /** Read by position. */
  readonly spellingOf: StoredTexts;
  readonly keyOf: StoredTexts;
  /** The spellings of name n are `firsts[n]` to `firsts[n + 1]`. */
  readonly firsts: Uint32Array;
  /** Name and where in its key a word begins, for each word, in the order of what follows. */
  readonly endings: Uint32Array;
}

/** @throws {RangeError} when a section is missing or damaged */
export function openNameTable(sections: Sections): NameTable {
  return {
    spellingOf: openTexts(sections, 'names.spellings', sections.part('names.spellings.bytes')),
    keyOf: openTexts(sections, 'names.keys', bytesInMemory(sections.whole('names.keys.bytes'))),
    firsts: numbersOf(sections.whole('names.firsts')),
    endings: numbersOf(sections.whole('names.endings')),
  };
}

function openTexts(sections: Sections, name: string, source: ByteSource): StoredTexts {
  const offsets = numbersOf(sections.whole(`${name}.offsets`));
  return (number) => {
    const start = offsets[number] ?? 0;
    const { buffer, byteOffset, length } = source.read(start, (offsets[number + 1] ?? start) - start);
    return Buffer.from(buffer, byteOffset, length).toString();
  };
}
