import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader } from '../../../src/search/bytes/byte-reader.ts';
import { ByteWriter } from '../../../src/search/bytes/byte-writer.ts';

test('numbers near nothing take one byte', () => {
  const writer = new ByteWriter();
  for (const number of [0, 1, 127]) writer.varint(number);
  for (const number of [0, -1, 63, -64]) writer.signed(number);
  expect(writer.size).toBe(7);
  writer.varint(128);
  expect(writer.size).toBe(9);
});

test('the room that it is given is no bound', () => {
  const writer = new ByteWriter(3);
  for (let number = 0; number < 100; number++) writer.varint(number);
  expect([...writer.finish()]).toEqual(Array.from({ length: 100 }, (_, number) => number));
});

test('property: everything is read as it was written, however much it is', () => {
  const one = fc.oneof(
    fc.maxSafeNat(),
    fc.integer(),
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(900, 3000, 5000).map((length) => new Uint8Array(length).fill(7)),
  );
  fc.assert(
    fc.property(fc.array(one, { maxLength: 60 }), (things) => {
      const writer = new ByteWriter();
      for (const thing of things)
        if (typeof thing !== 'number') writer.bytes(thing);
        else if (thing < 0) writer.signed(thing);
        else writer.varint(thing);
      const written = writer.finish();
      expect(written.length).toBe(writer.size);
      expect(Buffer.concat(writer.pieces()).equals(written)).toBe(true);
      const reader = new ByteReader(written);
      const read = (thing: number | Uint8Array) =>
        typeof thing !== 'number'
          ? new Uint8Array(reader.bytes(thing.length))
          : thing < 0
            ? reader.signed()
            : reader.varint();
      expect(things.map(read)).toEqual(
        things.map((thing) => (typeof thing === 'number' ? thing : new Uint8Array(thing))),
      );
      expect(reader.isDone).toBe(true);
    }),
  );
});

test('bytes that are written directly stand where they were written', () => {
  const writer = new ByteWriter();
  writer.varint(5);
  for (const most of [10, 2000])
    writer.directly(most, (bytes, at) => {
      bytes.set([1, 2, 3], at);
      return at + 3;
    });
  writer.varint(6);
  expect([...writer.finish()]).toEqual([5, 1, 2, 3, 1, 2, 3, 6]);
});
