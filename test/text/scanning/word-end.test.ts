import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordEnd } from '../../../src/text/scanning/word-end.ts';

test.each([
  ['a word', 'ferry, and', 'ferry'],
  ['a word with figures', 'A320 and', 'A320'],
  ['an apostrophe inside', "don't", "don't"],
  ['a curly one', 'Dara’a-Balad', 'Dara’a'],
  ['several', "rock'n'roll", "rock'n'roll"],
  ['a quotation mark behind', 'ferries’ crews', 'ferries'],
  ['figures behind an apostrophe', "May'21", 'May'],
  ['an acronym', 'U.S. forces', 'U.S.'],
  ['an initial', 'J. Quill', 'J'],
  ['two small letters', 'e.g. this', 'e'],
  ['separators of a number', '380,000.50, and', '380,000.50'],
  ['letters of a number', '21st', '21st'],
  ['a mark that follows a letter', 'Koc\u0327ak', 'Koc\u0327ak'],
  ['another script', 'Łódź–', 'Łódź'],
  ['no word', '“ferry', ''],
  ['a dash', '—', ''],
])('%s: %s', (_, text, word) => {
  expect(text.slice(0, wordEnd(text, 0, text.length))).toBe(word);
});

/** The rule as one expression: what `wordEnd` has to agree with. */
const WORD =
  /^(?:(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘`´][\p{L}\p{M}]+)*)/u;

test('property: it ends where the expression ends, within any limit', () => {
  const unit = fc.constantFrom(..."aZé\u03273½.,'’‘`´ʼ-–—“” \n\u00a0\u2060_$中😀");
  const texts = fc.array(unit, { maxLength: 14 }).map((units) => units.join(''));
  fc.assert(
    fc.property(texts, fc.nat(14), fc.nat(14), (text, from, limit) => {
      const [at, end] = [Math.min(from, text.length), Math.min(limit, text.length)];
      fc.pre(at < end);
      expect(wordEnd(text, at, end)).toBe(at + (WORD.exec(text.slice(at, end))?.[0].length ?? 0));
    }),
    { numRuns: 3000 },
  );
});

test('property: nothing that is left out unasked is part of any word', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (code) => {
      const text = String.fromCharCode(code);
      expect(wordEnd(text, 0, 1)).toBe(WORD.exec(text)?.[0].length ?? 0);
      expect(wordEnd(`a${text}`, 0, 2)).toBe(WORD.exec(`a${text}`)?.[0].length ?? 0);
    }),
    { numRuns: 2000 },
  );
});
