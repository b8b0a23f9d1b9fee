import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpanFinder } from '../../../src/search/bytes/utf8-span.ts';

test.each([
  ['The ferry', 4, 9, [4, 9]],
  ['Zürich — a city', 7, 8, [8, 11]],
  ['a 🚢 came', 2, 4, [2, 6]],
  ['', 0, 0, [0, 0]],
  // Half of a character, past the end, before the start, backwards.
  ['a 🚢 came', 3, 4, undefined],
  ['a 🚢 came', 0, 3, undefined],
  ['The ferry', 4, 10, undefined],
  ['The ferry', -1, 2, undefined],
  ['The ferry', 4, 2, undefined],
])('in %j the span %i–%i lies at %j', (text, start, end, bytes) => {
  expect(createSpanFinder(Buffer.from(text))(start, end)).toEqual(bytes);
});

test('property: what lies there is the slice, wherever there is one of whole characters', () => {
  const spans = fc.array(fc.tuple(fc.nat(), fc.nat(20)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(99), spans, (few, times, wanted) => {
      // Long enough for places that are remembered.
      const text = few.repeat(times);
      const bytesOf = createSpanFinder(Buffer.from(text));
      for (const [at, length] of wanted) {
        const start = at % (text.length + 2);
        const slice = text.slice(start, start + length);
        const isWithin = start + length <= text.length;
        const bytes = bytesOf(start, start + length);
        const isWhole = [text.slice(0, start), slice].every((part) => part.isWellFormed());
        expect(
          bytes &&
            Buffer.from(text)
              .subarray(...bytes)
              .toString(),
        ).toBe(isWithin && isWhole ? slice : undefined);
      }
    }),
  );
});
