import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinsNext, normalizeWord, tokenize } from '../../src/text/words.ts';

const words = (text: string): string[] => tokenize(text).map(({ start, end }) => text.slice(start, end));

describe('tokenize', () => {
  test.each([
    ['plain words', 'The bridge reopened.', ['The', 'bridge', 'reopened']],
    [
      'an acronym with its full stops',
      'The U.S. and the U.N. agreed',
      ['The', 'U.S.', 'and', 'the', 'U.N.', 'agreed'],
    ],
    ['a single initial, which is no acronym', 'George W. Bush', ['George', 'W', 'Bush']],
    ['a number with thousands separators', 'more than 380,000 people', ['more', 'than', '380,000', 'people']],
    ['a decimal number', '95.1% of the vote', ['95.1', 'of', 'the', 'vote']],
    ['a number that ends its sentence', 'captured in 2018.', ['captured', 'in', '2018']],
    ['a list of numbers', '1, 2, 3', ['1', '2', '3']],
    ['an ordinal and a unit', 'the 21st century, 5km away', ['the', '21st', 'century', '5km', 'away']],
    ['an apostrophe inside a word', "Dara'a didn’t fall", ["Dara'a", 'didn’t', 'fall']],
    [
      'quotation marks around a word',
      "the ‘sham’ vote and 'this' one",
      ['the', 'sham', 'vote', 'and', 'this', 'one'],
    ],
    ['hyphens, which separate', 'Al-Shaer was re-elected', ['Al', 'Shaer', 'was', 're', 'elected']],
    ['diacritics, composed and not', 'Koçak, Koc\u0327ak', ['Koçak', 'Koc\u0327ak']],
    ['letters and digits of one word', 'the G20 and COVID19', ['the', 'G20', 'and', 'COVID19']],
    ['other scripts', 'Москва и 東京 و دمشق', ['Москва', 'и', '東京', 'و', 'دمشق']],
    ['nothing but marks', '… — !!! 🎉', []],
    ['an empty text', '', []],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('reads a part of a text with offsets into the whole', () => {
    const text = 'Before. The part. After.';
    expect(tokenize(text, 8, 17)).toEqual([
      { start: 8, end: 11 },
      { start: 12, end: 16 },
    ]);
  });

  test('property: tokens are slices in order that do not overlap and begin with a letter or a digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{M}\p{N}]/u);
          last = end;
        }
      }),
    );
  });

  test('property: with a fast way for most words it finds what the expression for all finds', () => {
    const plain =
      /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘`´][\p{L}\p{M}]+)*/gu;
    const unit = fc.constantFrom(..."aZbUS019.,'’`-_ é٣ß\u0301東ǅ𝒜½", '𝟙', '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), fc.nat(8), fc.nat(8), (text, start, less) => {
        const end = Math.max(start, text.length - less);
        const found = tokenize(text, start, end).map((token) => text.slice(token.start, token.end));
        expect(found).toEqual(text.slice(start, end).match(plain) ?? []);
      }),
      { numRuns: 2000 },
    );
  });

  test('property: every letter and digit is in a token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const kept = words(text)
          .join('')
          .replace(/[^\p{L}\p{N}]/gu, '');
        expect(kept).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''));
      }),
    );
  });
});

describe('normalizeWord: spellings that meet', () => {
  test.each([
    ['case', 'Daraa', 'daraa'],
    ['an apostrophe in a name', "Dara'a", 'Daraa'],
    ['a curly apostrophe', 'Dara’a', 'daraa'],
    ['an ayn', 'Daraʼa', 'daraa'],
    ['diacritics', 'Koçak', 'kocak'],
    ['decomposed diacritics', 'Koc\u0327ak', 'koçak'],
    ['letters with strokes', 'Łódź', 'lodz'],
    ['a sharp s', 'Straße', 'strasse'],
    ['ligatures', 'Ærø', 'aero'],
    ['a dotless i', 'Diyarbakır', 'diyarbakir'],
    ['a possessive', 'Assad’s', 'assad'],
    ['a straight possessive', "Assad's", 'ASSAD'],
    ['a plural possessive', 'allies’', 'allies'],
    ['thousands separators', '380,000', '380000'],
    ['an acronym with stops', 'U.N.', 'un'],
    ['the United States', 'U.S.', 'US'],
    ['the United States again', 'U.S.A.', 'USA'],
    ['full-width letters', 'Ｇ２０', 'g20'],
  ])('%s: %s = %s', (_, left, right) => {
    expect(normalizeWord(left)).toBe(normalizeWord(right));
  });

  test.each([
    ['the country and the pronoun', 'US', 'us'],
    ['a decimal point is not a thousands separator', '95.1', '951'],
    ['a decimal comma', '9,5', '95'],
    ['a contraction and its first word', "don't", 'do'],
  ])('%s stay apart: %s ≠ %s', (_, left, right) => {
    expect(normalizeWord(left)).not.toBe(normalizeWord(right));
  });

  test('property: normalising twice is normalising once, for words in Latin letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ÿŁłŞşİı'’]{1,12}$/), (word) => {
        const once = normalizeWord(word).replace(/^(?:us)$/, 'usa');
        expect(normalizeWord(once)).toBe(once);
      }),
    );
  });
});

describe('joinsNext', () => {
  test.each([
    ['a hyphen', 'Al-Shaer', true],
    ['a non-breaking hyphen', 're‑elected', true],
    ['a name’s article before a name', 'Al Shaer', true],
    ['a lower-case article before a name', 'al Shaer', true],
    ['a patronymic', 'bin Salman', true],
    ['an article before a common word', 'as said', false],
    ['two names', 'Rami Makhlouf', false],
    ['a dash with blanks', 'Iran - Russia', false],
    ['a dash', 'Iran–Russia', false],
    ['a line end', 'al\nShaer', false],
  ])('%s: %s → %s', (_, text, expected) => {
    const [left, right] = tokenize(text);
    if (left === undefined || right === undefined) throw new Error('two words are wanted');
    expect(joinsNext(text, left, right)).toBe(expected);
  });
});
