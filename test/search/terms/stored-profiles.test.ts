import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { layOutSections, openSections } from '../../../src/search/bytes/sections.ts';
import { openProfiles, profileSections } from '../../../src/search/terms/stored-profiles.ts';
import { mapColumns } from '../../../src/search/terms/term-profiles.ts';

const open = (parts: Uint8Array[], terms: number) =>
  openProfiles(openSections(bytesInMemory(Buffer.concat(parts))), terms);

test('property: counts come back as they were, also those that need more than two bytes', () => {
  const count = fc.oneof(fc.nat(3), fc.integer({ min: 65_533, max: 65_537 }), fc.nat(2 ** 31));
  fc.assert(
    fc.property(fc.nat(5), fc.array(count, { minLength: 40, maxLength: 40 }), (terms, all) => {
      const rest = all.values();
      const counts = mapColumns(() => Uint32Array.from({ length: terms }, () => rest.next().value ?? 0));
      const profiles = open(layOutSections(new Map(profileSections(counts))), terms);
      const found = mapColumns((column) =>
        Uint32Array.from({ length: terms }, (_, term) => profiles.count(column, term)),
      );
      expect(found).toEqual(counts);
    }),
  );
});

test('counts of another number of terms are refused', () => {
  const parts = layOutSections(new Map(profileSections(mapColumns(() => Uint32Array.of(1, 2)))));
  expect(() => open(parts, 3)).toThrow(RangeError);
});
