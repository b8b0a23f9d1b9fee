import { expect, test } from 'vitest';
import { trimEndOf, withoutLastWord } from '../../src/text/trim-ends.ts';
import { expectLinear } from '../growth.ts';

test.each([
  ['Ada Quill, ;', /[\s,;]/, 'Ada Quill'],
  [',,,', /,/, ''],
  ['', /,/, ''],
  ['a,b', /,/, 'a,b'],
])('%j without %s at its end', (text, one, expected) => {
  expect(trimEndOf(text, one)).toBe(expected);
});

test.each([
  ['the harbour of Vell', 'the harbour of'],
  ['the  ', 'the'],
  ['Vellmark', 'Vellmark'],
  [' Vellmark', ''],
])('%j without its last word', (text, expected) => {
  expect(withoutLastWord(text)).toBe(expected);
});

test('blank space in the middle is passed once', () => {
  expectLinear((n) => {
    const text = `${' '.repeat(n)}x`;
    return () => [trimEndOf(text, /\s/), withoutLastWord(text)];
  });
});
