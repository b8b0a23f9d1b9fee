import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader } from '../../../src/search/bytes/byte-reader.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { ByteWriter } from '../../../src/search/bytes/byte-writer.ts';
import { asBytes, layOutSections, numbersOf, openSections } from '../../../src/search/bytes/sections.ts';

const SECTIONS = new Map([
  ['words', Buffer.from('the old bridge')],
  ['none', new Uint8Array()],
  ['numbers', asBytes(Uint32Array.of(7, 70_000, 4_000_000_000))],
]);
const file = () => Buffer.concat(layOutSections(SECTIONS));

describe('a file of sections', () => {
  test('gives every section back, whole and in parts', () => {
    const sections = openSections(bytesInMemory(file()));
    expect(Buffer.from(sections.whole('words')).toString()).toBe('the old bridge');
    expect(sections.whole('none')).toHaveLength(0);
    expect([...numbersOf(sections.whole('numbers'))]).toEqual([7, 70_000, 4_000_000_000]);
    expect(Buffer.from(sections.part('words').read(4, 3)).toString()).toBe('old');
    expect(() => sections.part('words').read(10, 9)).toThrow(RangeError);
    expect(() => sections.whole('other')).toThrow(/no section other/);
  });

  test('property: cut short anywhere, or with any byte another, it is refused', () => {
    const readAll = (bytes: Uint8Array) => {
      const sections = openSections(bytesInMemory(bytes));
      return Array.from(SECTIONS.keys(), (name) => Buffer.from(sections.whole(name)));
    };
    const whole = file();
    const intact = readAll(whole);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        // The padding between two sections is nobody's.
        try {
          expect(readAll(damaged)).toEqual(intact);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        if (at < whole.length - 8) expect(() => readAll(whole.subarray(0, at))).toThrow(RangeError);
      }),
      { numRuns: 500 },
    );
  });

  test('can be checked as a whole, piece by piece', () => {
    const large = new Map([['large', Buffer.alloc(2_000_000, 'bridge')]]);
    const whole = Buffer.concat(layOutSections(large));
    const pieces = (bytes: Uint8Array) => [...openSections(bytesInMemory(bytes)).check()].length;
    expect(pieces(whole)).toBe(4);
    whole[1_500_000] = 0;
    expect(() => pieces(whole)).toThrow('Section large of the stored index is damaged');
  });

  test.each([
    ['nothing', ''],
    ['another file', 'Once upon a time there was no index at all, only some words in a row.'],
  ])('%s is refused', (_, text) => {
    expect(() => openSections(bytesInMemory(Buffer.from(text)))).toThrow(RangeError);
  });

  test('one of another version is refused in words that say so', () => {
    const later = file();
    later.writeUInt32LE(99, 16);
    expect(() => openSections(bytesInMemory(later))).toThrow(/another version or machine/);
  });
});

describe('numbers of few bytes', () => {
  test('property: come back as they were', () => {
    const numbers = fc.array(fc.oneof(fc.maxSafeNat(), fc.nat(200)));
    fc.assert(
      fc.property(numbers, fc.array(fc.integer()), (plain, signed) => {
        const writer = new ByteWriter();
        for (const number of plain) writer.varint(number);
        for (const number of signed) writer.signed(number);
        const reader = new ByteReader(writer.finish());
        expect(plain.map(() => reader.varint())).toEqual(plain);
        expect(signed.map(() => reader.signed())).toEqual(signed);
        expect(reader.isDone).toBe(true);
        expect(() => reader.varint()).toThrow(RangeError);
      }),
    );
  });
});
