import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, uniqueNames } from '../../../src/discord/sources/unique-names.ts';

const named = (name: string, ...marks: string[]) => ({
  name,
  folded: foldName(name),
  marks: () => marks,
});

describe('unique names', () => {
  it.each<[string, ReturnType<typeof named>[], string[]]>([
    [
      'stay as they are when nobody shares them',
      [named('Tides', 'a'), named('Ferries', 'b')],
      ['Tides', 'Ferries'],
    ],
    [
      'get the file when they are shared',
      [named('Digest', 'a.md'), named('Digest', 'b.md')],
      ['Digest · a.md', 'Digest · b.md'],
    ],
    [
      'get more when the file is shared too',
      [named('Digest', 'x.jsonl', 'x.jsonl:1'), named('Digest', 'x.jsonl', 'x.jsonl:2')],
      ['Digest · x.jsonl:1', 'Digest · x.jsonl:2'],
    ],
    [
      'are shared when nobody sees the difference',
      [named('Digest', 'a'), named('digest', 'b'), named('Di\u200bgest', 'c')],
      ['Digest · a', 'digest · b', 'Di\u200bgest · c'],
    ],
    [
      'do not become what another is called',
      [named('Digest', 'a', 'k1'), named('Digest', 'b', 'k2'), named('Digest · a', 'c')],
      ['Digest · k1', 'Digest · k2', 'Digest · a'],
    ],
    [
      'keep the end of a long path',
      [named('Digest', `${'x/'.repeat(40)}one.md`), named('Digest', `${'x/'.repeat(40)}two.md`)],
      [`Digest · …${'x/'.repeat(40).slice(-38)}one.md`, `Digest · …${'x/'.repeat(40).slice(-38)}two.md`],
    ],
  ])('%s', (_, things, expected) => {
    expect(uniqueNames(things)).toEqual(expected);
  });

  it.each([
    'Weekly digest · Herald',
    'a  b',
    ' a',
    'ﬁne',
    'soft\u00adhyphen',
    '“Quoted” – ‘so’',
    'ÄRGER',
  ])('%j is folded alike however it is written', (name) => {
    expect(foldName(` ${name.toUpperCase()}\u200b `)).toBe(foldName(name));
  });

  it('are never alike, and never too long for Discord', () => {
    const word = fc.oneof(
      fc.constantFrom('Weekly digest', 'x'.repeat(100), '#news'),
      fc.string({ maxLength: 100 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 12 }), (pairs) => {
        const names = uniqueNames(
          pairs.map(([name, path], index) => named(name, path, `key-${String(index).padStart(12, '0')}`)),
        );
        expect(new Set(names.map(foldName)).size).toBe(names.length);
        expect(names.every(({ length }) => length <= 100)).toBe(true);
      }),
    );
  });
});
