import { outside } from '../bytes/byte-source.ts';
import { asBytes, numbersOf, type Sections, smallNumbersOf } from '../bytes/sections.ts';
import { mapColumns, type ProfileColumn, type ProfileCounts } from './term-profiles.ts';

/** In which company the terms of a segment stand: a gazetteer that the corpus itself teaches. */
export interface TermProfiles {
  /** Occurrences of a term, by its number. */
  count(column: ProfileColumn, term: number): number;
}

/** The columns, in the order in which they are stored. */
export const PROFILE_COLUMNS: readonly ProfileColumn[] = Object.values(mapColumns((column) => column));

/** Nearly all counts take two bytes. This one says that the count stands in a list apart. */
const LARGE = 65_535;

/** @param counts by term */
export function profileSections(counts: ProfileCounts<Uint32Array>): [name: string, Uint8Array][] {
  const terms = counts.total.length;
  const small = new Uint16Array(terms * PROFILE_COLUMNS.length);
  const large: number[] = [];
  for (const [c, column] of PROFILE_COLUMNS.entries())
    for (const [term, count] of counts[column].entries()) {
      const place = c * terms + term;
      small[place] = Math.min(count, LARGE);
      if (count >= LARGE) large.push(place, count);
    }
  return [
    ['profiles', asBytes(small)],
    ['profiles.large', asBytes(Uint32Array.from(large))],
  ];
}

/** @throws {RangeError} when a section is missing or damaged, or not that of so many terms */
export function openProfiles(sections: Sections, terms: number): TermProfiles {
  const small = smallNumbersOf(sections.whole('profiles'));
  const pairs = numbersOf(sections.whole('profiles.large'));
  if (small.length !== terms * PROFILE_COLUMNS.length) throw outside();
  const large = new Map<number, number>();
  for (let at = 0; at + 1 < pairs.length; at += 2) large.set(pairs[at] ?? 0, pairs[at + 1] ?? 0);
  return {
    count(column, term) {
      const place = PROFILE_COLUMNS.indexOf(column) * terms + term;
      const count = small[place] ?? 0;
      return count < LARGE ? count : (large.get(place) ?? count);
    },
  };
}
