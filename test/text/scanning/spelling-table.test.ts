import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpellingTable } from '../../../src/text/scanning/spelling-table.ts';

test('keeps one value a spelling, wherever it stands', () => {
  const table = new SpellingTable<{ spelling: string }>();
  const text = 'tea for two, two for tea';
  const at = (start: number, end: number) =>
    table.valueOf(table.numberOf(text, start, end, (spelling) => ({ spelling })));
  expect(at(0, 3)).toEqual({ spelling: 'tea' });
  expect(at(21, 24)).toBe(at(0, 3));
  expect(at(0, 2)).not.toBe(at(0, 3));
  expect(table.size).toBe(2);
});

test('numbers spellings as they come, and forgets all when there are too many', () => {
  const table = new SpellingTable<object>(2);
  const numberOf = (word: string) => table.numberOf(word, 0, word.length, () => ({}));
  expect(['tea', 'two', 'tea'].map(numberOf)).toEqual([0, 1, 0]);
  const before = table.valueOf(0);
  expect(table.forgotten).toBe(0);
  expect(numberOf('for')).toBe(0);
  expect(table.forgotten).toBe(1);
  expect(table.valueOf(0)).not.toBe(before);
  expect(numberOf('tea')).toBe(1);
});

test('property: it is a map from what is cut out', () => {
  const spellings = fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 3000 });
  fc.assert(
    fc.property(spellings, (list) => {
      const table = new SpellingTable<number>();
      const plain = new Map<string, number>();
      const text = list.join('');
      let start = 0;
      for (const [i, spelling] of list.entries()) {
        if (!plain.has(spelling)) plain.set(spelling, i);
        const number = table.numberOf(text, start, start + spelling.length, (made) => {
          expect(made).toBe(spelling);
          return i;
        });
        expect(number).toBeLessThan(table.size);
        expect(table.valueOf(number)).toBe(plain.get(spelling));
        start += spelling.length;
      }
      expect(table.size).toBe(plain.size);
    }),
  );
});
