import type { Gazetteer } from '../../text/gazetteer.ts';
import type { TermReader, Word } from '../../text/terms.ts';
import { normalizeWord } from '../../text/words.ts';

/** What spellings are made with. */
interface Spelling {
  readonly reader: TermReader;
  readonly gazetteer: Gazetteer;
}

/** How else a word is spelt: glued to the next one, a country for its people, a people for its country. */
export function otherSpellings(
  { joined, start, end }: Word,
  text: string,
  { reader, gazetteer }: Spelling,
): string[] {
  const word = normalizeWord(text.slice(start, end));
  const country = gazetteer.countryOf(word) ?? gazetteer.countryOf(word.replace(/s$/, ''));
  const related = [...(country === undefined ? [] : [country]), ...gazetteer.demonymsOf(word)];
  const numbered = isNumberedThing(text.slice(0, start)) ? ordinalsOf(word) : [];
  return [
    ...(joined === undefined ? [] : [joined]),
    ...[...related, ...numbered].map((other) => reader.term(other)),
  ];
}

const ORDINALS = ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const ROMAN = ' i ii iii iv v vi vii viii ix x xi xii'.split(' ');

/** "Season 3", "World War 2": the number tells which one. */
const isNumberedThing = (before: string): boolean =>
  /\b(?:season|series|part|war|chapter|volume|phase|stage|round|book|episode|act|grade|act|version|century|quarter|day|week) (?:no\.? |number )?$/i.test(
    before,
  );

/** "Third" and "III" for 3. */
const ordinalsOf = (word: string): string[] => {
  const ordinal = /^\d{1,2}$/.test(word) ? ORDINALS[Number(word)] : undefined;
  return ordinal === undefined || ordinal === '' ? [] : [ordinal, ROMAN[Number(word)] ?? ordinal];
};

const NONE: Set<string> = new Set();

/** What lies in a place is not its government's: "people in Moscow". */
const LIES_IN = /\b(?:in|of|near|from|at|around) $/i;

/** Terms that stand for the same government: "Russia" and "Russian" for "Moscow", "Moscow" for "Russia". */
export function governmentOf(
  { start, end }: Word,
  text: string,
  { reader, gazetteer }: Spelling,
): Set<string> {
  const word = normalizeWord(text.slice(start, end)).replace(/['’]s?$/, '');
  if (LIES_IN.test(text.slice(0, start))) return NONE;
  const country = gazetteer.governedFrom(word);
  const others =
    country === undefined
      ? gazetteer.seatsOf(gazetteer.countryOf(word.replace(/s$/, '')) ?? word)
      : [country, ...gazetteer.demonymsOf(country)];
  return others.length === 0 ? NONE : new Set(others.map((other) => reader.term(other)));
}
