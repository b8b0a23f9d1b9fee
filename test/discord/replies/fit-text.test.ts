import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, oneLine, textRoom, wholeCharacters } from '../../../src/discord/replies/fit-text.ts';

describe('textRoom', () => {
  it.each([
    ['', 3310],
    ['x'.repeat(1000), 2976],
    ['x'.repeat(3900), 100],
    ['漢'.repeat(1000), 2310],
    ['漢'.repeat(4000), 0],
  ])('beside %j … there is room for %i units of whatever characters', (text, room) => {
    expect(textRoom(text)).toBe(room);
    const all = text + '漢'.repeat(room);
    if (room > 0) expect(all.length <= 4000 && Buffer.byteLength(all) + 20 * 12 <= 10_170).toBe(true);
  });
});

describe('clip', () => {
  it.each([
    ['short', 10, 'short'],
    ['cut after a word', 10, 'cut after…'],
    ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
    ['12345678😀', 10, '12345678😀'],
    ['12345678😀0', 10, '12345678…'],
    ['ab 👩‍👩‍👧 cd', 8, 'ab…'],
  ])('%j in %i → %j', (text, max, clipped) => {
    expect(clip(text, max)).toBe(clipped);
  });

  it('is never too long and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        const clipped = clip(text.toWellFormed(), max);
        expect(clipped.length).toBeLessThanOrEqual(max);
        expect(clipped.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('wholeCharacters', () => {
  it('keeps to the limit even where a character never ends', () => {
    const zalgo = `a${'\u0301'.repeat(500)}`;
    expect(wholeCharacters(zalgo, 100)).toBe(100);
    expect(wholeCharacters('😀😀', 3)).toBe(2);
    expect(wholeCharacters('abc', 9)).toBe(3);
  });
});

describe('oneLine', () => {
  it('folds blank space', () => expect(oneLine('  a\n\tb  ')).toBe('a b'));
});
