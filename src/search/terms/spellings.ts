import { letterSet } from '../../text/edit-distance.ts';
import { normalizeWord } from '../../text/words.ts';
import { outside } from '../bytes/byte-source.ts';
import { asBytes, numbersOf, type Sections, smallNumbersOf } from '../bytes/sections.ts';

/** Longer words are no words that slipped. */
const LONGEST = 42;

/** The words of a segment by the length of their spelling, with what tells that two can't be alike. */
export interface Spellings {
  /** Terms, by length and then by number. Those with a digit, and those longer than any word, are left out. */
  readonly terms: Uint32Array;
  /** Of the same terms: the letters of their spelling (`letterSet`), and its first character's code. */
  readonly letters: Uint32Array;
  readonly initials: Uint16Array;
  /** Spellings of n characters stand from `first[n]` to `first[n + 1]`. */
  readonly first: Uint32Array;
}

/** @param surfaces of the terms, by their numbers */
export function spellingSections(surfaces: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const byLength: { id: number; spelling: string }[][] = Array.from({ length: LONGEST + 1 }, () => []);
  for (const [id, surface] of surfaces.entries()) {
    const spelling = normalizeWord(surface);
    if (!/\d/.test(spelling)) byLength[spelling.length]?.push({ id, spelling });
  }
  const first = new Uint32Array(LONGEST + 2);
  for (const [length, words] of byLength.entries()) first[length + 1] = (first[length] ?? 0) + words.length;
  const words = byLength.flat();
  return new Map([
    ['spellings.terms', asBytes(Uint32Array.from(words, ({ id }) => id))],
    ['spellings.letters', asBytes(Uint32Array.from(words, ({ spelling }) => letterSet(spelling)))],
    ['spellings.initials', asBytes(Uint16Array.from(words, ({ spelling }) => spelling.charCodeAt(0)))],
    ['spellings.first', asBytes(first)],
  ]);
}

/** @throws {RangeError} when a section is missing or damaged */
export function openSpellings(sections: Sections): Spellings {
  const numbers = (name: string) => numbersOf(sections.whole(`spellings.${name}`));
  const spellings = {
    terms: numbers('terms'),
    letters: numbers('letters'),
    initials: smallNumbersOf(sections.whole('spellings.initials')),
    first: numbers('first'),
  };
  if (spellings.first.at(-1) !== spellings.terms.length) throw outside();
  return spellings;
}
