import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLetters } from '../../src/text/find-letters.ts';

const found = (word: string, text: string): string[] =>
  findLetters(word)(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['al shaer', 'Rami Al-Shaer and AlShaer, not Al-Shaeri', ['Al-Shaer', 'AlShaer']],
  ['U.S.', 'the US, the U.S. and us all', ['US', 'U.S', 'us']],
  ['Óscar', 'Said óscar; and Oscar.', ['óscar']],
  ['an an', 'an an an', ['an an', 'an an']], // finds overlap
  ['al shaer', 'Al --- Shaer', []], // too far apart
  ['sun', 'sunak unsun sun2 2sun', []], // part of another word
  ['𝒜b', 'x𝒜b 𝒜b𝒜 𝒜b', ['𝒜b']],
  ['?!', 'what ?!', []],
])('%s in %s', (word, text, expected) => {
  expect(found(word, text)).toEqual(expected);
});

test('finds what trying each start in turn finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', ' ', '-'), maxLength: 40 });
  fc.assert(
    fc.property(letters, letters, (word, text) => {
      const sought = word.toLowerCase().replace(/[^ab]/g, '');
      const expected: string[] = [];
      for (let start = 0; start < text.length; start++) {
        for (let end = start + 1; end <= text.length; end++) {
          const part = text.slice(start, end);
          const whole = /^[ab]/i.test(part) && /[ab]$/i.test(part) && !/[^ab]{3}/i.test(part);
          const apart = !/[ab]/i.test(text.charAt(start - 1)) && !/[ab]/i.test(text.charAt(end));
          if (whole && apart && part.toLowerCase().replace(/[^ab]/g, '') === sought) expected.push(part);
        }
      }
      expect(found(word, text).sort()).toEqual(expected.sort());
    }),
  );
});
