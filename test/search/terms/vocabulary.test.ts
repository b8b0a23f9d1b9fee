import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { layOutSections, openSections } from '../../../src/search/bytes/sections.ts';
import { openSpellings, spellingSections } from '../../../src/search/terms/spellings.ts';
import { openVocabulary, vocabularySections } from '../../../src/search/terms/vocabulary.ts';

const opened = (sections: ReadonlyMap<string, Uint8Array>) =>
  openSections(bytesInMemory(Buffer.concat(layOutSections(sections))));

const vocabularyOf = (words: ReadonlyMap<string, string>) => {
  const terms = [...words.keys()].sort();
  return openVocabulary(
    opened(
      vocabularySections(
        terms,
        terms.map((term) => words.get(term) ?? term),
      ),
    ),
  );
};

test('property: every term has a number, every number its term and spelling; others have none', () => {
  const term = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 300 }));
  fc.assert(
    fc.property(fc.dictionary(term, term), term, (words, other) => {
      const known = new Map(Object.entries(words).map(([a, b]) => [a.toWellFormed(), b.toWellFormed()]));
      const vocabulary = vocabularyOf(known);
      expect(vocabulary.size).toBe(known.size);
      for (const [word, surface] of known) {
        const id = vocabulary.get(word) ?? -1;
        expect([vocabulary.termOf(id), vocabulary.surfaceOf(id)]).toEqual([
          word,
          surface === '' ? word : surface,
        ]);
      }
      expect(vocabulary.has(other.toWellFormed())).toBe(known.has(other.toWellFormed()));
    }),
  );
});

test('the terms with one beginning stand together', () => {
  const vocabulary = vocabularyOf(
    new Map(['psyche', 'pier', 'psycho', 'psalm', 'zoo'].map((term) => [term, term])),
  );
  const [from, to] = vocabulary.startingWith('psyc');
  expect(Array.from({ length: to - from }, (_, i) => vocabulary.termOf(from + i))).toEqual([
    'psyche',
    'psycho',
  ]);
  expect(vocabulary.startingWith('q')).toEqual([4, 4]);
});

test('spellings stand by their length, without figures', () => {
  const { terms, first, initials } = openSpellings(
    opened(spellingSections(['Pier', 'b52', 'Fog', 'Café', 'of'])),
  );
  const ofLength = (length: number) => [...terms.subarray(first[length], first[length + 1])];
  expect([2, 3, 4, 5].map(ofLength)).toEqual([[4], [2], [0, 3], []]);
  expect(String.fromCharCode(...initials)).toBe('ofpc');
});
