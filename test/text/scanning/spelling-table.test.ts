import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpellingTable } from '../../../src/text/scanning/spelling-table.ts';

test('keeps one value a spelling, wherever it stands', () => {
  const table = new SpellingTable<{ spelling: string }>();
  const text = 'tea for two, two for tea';
  const at = (start: number, end: number) => table.get(text, start, end, (spelling) => ({ spelling }));
  expect(at(0, 3)).toEqual({ spelling: 'tea' });
  expect(at(21, 24)).toBe(at(0, 3));
  expect(at(0, 2)).not.toBe(at(0, 3));
  expect(table.size).toBe(2);
});

test('forgets all at once', () => {
  const table = new SpellingTable<object>();
  const first = table.get('tea', 0, 3, () => ({}));
  table.clear();
  expect(table.size).toBe(0);
  expect(table.get('tea', 0, 3, () => ({}))).not.toBe(first);
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
        const found = table.get(text, start, start + spelling.length, (made) => {
          expect(made).toBe(spelling);
          return i;
        });
        expect(found).toBe(plain.get(spelling));
        start += spelling.length;
      }
      expect(table.size).toBe(plain.size);
    }),
  );
});
