import { describe, expect, test } from 'vitest';
import { isStopWord, STOP_WORDS } from '../../src/text/stop-words.ts';
import { normalizeWord } from '../../src/text/words.ts';

describe('STOP_WORDS', () => {
  test.each(
    `who whom whose what which when where why how is was the a of and to in didn’t doesn't what's I you many`.split(
      ' ',
    ),
  )('%s carries no topic', (word) => {
    expect(STOP_WORDS).toContain(normalizeWord(word));
  });

  test.each('people war US said year new not-a-word killed president May'.split(' '))('%s does', (word) => {
    expect(STOP_WORDS).not.toContain(normalizeWord(word));
  });

  test.each([
    ["she'd", true],
    ['she’d', true],
    ['shed', false],
    ['ill', false],
    ["I'll", true],
    ['dont', true],
    ['bridge', false],
  ])('%s carries no topic: %j', (letters, expected) => {
    expect(isStopWord(normalizeWord(letters), letters)).toBe(expected);
  });

  test('every entry is spelt as words are looked up', () => {
    expect([...STOP_WORDS].filter((word) => normalizeWord(word) !== word)).toEqual([]);
  });
});
