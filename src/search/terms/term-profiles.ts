import type { Word } from '../../text/terms.ts';
import { opensWithCapital } from '../../text/words.ts';
import { outside } from '../bytes/byte-source.ts';
import { asBytes, smallNumbersOf } from '../bytes/sections.ts';

/** What is counted of a term's occurrences. */
export interface ProfileCounts<Count> {
  readonly total: Count;
  /** Written with a capital letter. */
  readonly capital: Count;
  /** Capitalised after "in", "at", "near", …: places. */
  readonly located: Count;
  /** Capitalised before "said", "told", …, or after "Mr", "President", …: people. */
  readonly personal: Count;
  /** Capitalised right after another capitalised word: surnames, second halves of names. */
  readonly follows: Count;
  /** Capitalised after "the": institutions, teams, areas. */
  readonly articled: Count;
  /** Capitalised before a capitalised word that someone is called by: given names. */
  readonly given: Count;
  /** Capitalised before "CEO", "shares", "employees", "fans", …: companies, teams, institutions. */
  readonly staffed: Count;
}

export type ProfileColumn = keyof ProfileCounts<unknown>;

/** Makes something of each column. */
export function mapColumns<Count>(make: (column: ProfileColumn) => Count): ProfileCounts<Count> {
  return {
    total: make('total'),
    capital: make('capital'),
    located: make('located'),
    personal: make('personal'),
    follows: make('follows'),
    articled: make('articled'),
    given: make('given'),
    staffed: make('staffed'),
  };
}

/**
 * In which company a term stands in the corpus: a gazetteer that the corpus itself teaches. Counts of occurrences,
 * by term number of the segment, saturating at 65,535.
 */
export type TermProfiles = ProfileCounts<Uint16Array>;

/** A count that has come so far may stand for more. */
export const MOST_COUNT = 65_535;

const LOCATING = new Set(['in', 'at', 'near', 'from', 'outside', 'across', 'to', 'around', 'throughout']);
const SPEAKING = new Set(
  `said says told added tweeted wrote announced testified argued explained insisted noted admitted recalled warned
   joked replied tells who born`.split(/\s+/),
);
const TITLES = new Set(
  `mr mrs ms dr president minister secretary senator sen rep gov governor mayor judge justice king queen prince princess
   actor actress singer coach captain general director star ceo pope rapper author sir lady spokesman spokeswoman
   spokesperson officer chancellor professor attorney chairman congressman player comedian leader`.split(
    /\s+/,
  ),
);

const STAFF = new Set(
  `ceo cfo chairman founder executive executives employees employee workers staff spokesperson spokesman spokeswoman
   shares stock shareholders investors inc corp co ltd llc plc headquarters stores store customers users subscribers
   app brand products franchise players fans coach quarterback pitcher striker midfielder students researchers
   professor campus alumni`.split(/\s+/),
);

const COLUMNS: readonly ProfileColumn[] = Object.values(mapColumns((column) => column));

/** The columns, one after the other. */
export function storeProfiles(profiles: TermProfiles): Uint8Array {
  return Buffer.concat(COLUMNS.map((column) => asBytes(profiles[column])));
}

/** @throws {RangeError} when it is not what `storeProfiles` made for so many terms */
export function readProfiles(stored: Uint8Array, terms: number): TermProfiles {
  const counts = smallNumbersOf(stored);
  if (counts.length !== terms * COLUMNS.length) throw outside();
  return mapColumns((column) => {
    const start = COLUMNS.indexOf(column) * terms;
    return counts.subarray(start, start + terms);
  });
}

/** Counts the company that terms keep, sentence by sentence. */
export class TermProfileBuilder {
  readonly #counts = mapColumns((): number[] => []);

  /** @param ids the term number of each word */
  add(text: string, words: readonly Word[], ids: readonly number[]): void {
    let previousCapital = false;
    let previousTitled = false;
    let before = '';
    for (const [i, word] of words.entries()) {
      const id = ids[i] ?? 0;
      const capital = opensWithCapital(text, word.start);
      this.#bump('total', id);
      const titled = capital && TITLES.has(before);
      if (capital) {
        this.#bump('capital', id);
        if (LOCATING.has(before)) this.#bump('located', id);
        if (before === 'the') this.#bump('articled', id);
        if (previousCapital) this.#bump('follows', id);
        const next = words[i + 1];
        const after = next === undefined ? '' : text.slice(next.start, next.end);
        const speaks = SPEAKING.has(after);
        if (STAFF.has(after.toLowerCase())) this.#bump('staffed', id);
        if (speaks || titled) this.#bump('personal', id);
        if (previousCapital && (speaks || previousTitled)) this.#bump('given', ids[i - 1] ?? 0);
      }
      before = text.slice(word.start, word.end).toLowerCase();
      previousCapital = capital && !word.stop;
      previousTitled = titled;
    }
  }

  /** @param numbers the number that each term is to have */
  build(numbers: Uint32Array): TermProfiles {
    return mapColumns((column) => {
      const counts = new Uint16Array(numbers.length);
      for (const [id, count] of this.#counts[column].entries())
        counts[numbers[id] ?? 0] = Math.min(count, MOST_COUNT);
      return counts;
    });
  }

  #bump(column: ProfileColumn, id: number): void {
    const counts = this.#counts[column];
    while (counts.length <= id) counts.push(0);
    counts[id] = (counts[id] ?? 0) + 1;
  }
}
