import type { Gazetteer } from '../../text/gazetteer.ts';
import type { TermReader, Word } from '../../text/terms.ts';
import { normalizeWord } from '../../text/words.ts';

/** What spellings are made with. */
interface Spelling {
  readonly reader: TermReader;
  readonly gazetteer: Gazetteer;
}

/**
 * How else a word is spelt: glued to the next one, a country for its people, a people for its country, an ordinal for the
 * number of a season, as overseas.
 * @param has whether the corpus has a term: few words are spelt otherwise overseas
 */
export function otherSpellings(
  { joined, start, end }: Word,
  text: string,
  { reader, gazetteer }: Spelling,
  has: (term: string) => boolean,
): string[] {
  const word = normalizeWord(text.slice(start, end));
  const country = gazetteer.countryOf(word) ?? gazetteer.countryOf(word.replace(/s$/, ''));
  const related = [...(country === undefined ? [] : [country]), ...gazetteer.demonymsOf(word)];
  const numbered = isNumberedThing(text.slice(0, start)) ? (NUMBERED.get(word) ?? []) : [];
  return [
    ...(joined === undefined ? [] : [joined]),
    ...[...related, ...numbered].map((other) => reader.term(other)),
    ...overseas(word).flatMap((other) => (has(reader.term(other)) ? [reader.term(other)] : [])),
  ];
}

/** The number, its ordinal, and as the Romans wrote it where that is no common letter. */
const NUMBERED: ReadonlyMap<string, readonly string[]> = new Map([
  ['1', ['first']],
  ['2', ['second', 'ii']],
  ['3', ['third', 'iii']],
  ['4', ['fourth', 'iv']],
  ['5', ['fifth']],
  ['6', ['sixth', 'vi']],
  ['7', ['seventh', 'vii']],
  ['8', ['eighth', 'viii']],
  ['9', ['ninth', 'ix']],
  ['10', ['tenth']],
  ['11', ['eleventh', 'xi']],
  ['12', ['twelfth', 'xii']],
]);

/** "Marginalised" for "marginalized", "honour" for "honor", and the other way round. */
function overseas(word: string): string[] {
  if (word.length < 6) return [];
  const other = word
    .replace(/i([sz])(e[ds]?|ing|ations?)$/, (_, letter, end) => `i${letter === 's' ? 'z' : 's'}${end}`)
    .replace(/(?<=[lnbvd])ou?r(?=(?:ed|ing|s|ite|able)?$)/, (end) => (end === 'our' ? 'or' : 'our'));
  return other === word ? [] : [other];
}

/** "Season 3", "World War 2": the number tells which one. */
const isNumberedThing = (before: string): boolean =>
  /\b(?:season|series|part|war|chapter|volume|phase|stage|round|book|episode|act|grade|version|century|quarter|day|week) (?:no\.? |number )?$/i.test(
    before,
  );

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
