import type { Spelling } from '../../text/terms.ts';
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

/** What a word tells of its neighbours, and that it is capitalised. */
export interface Company {
  readonly capital: boolean;
  readonly stop: boolean;
  /** Comes before places, "the" before institutions, "Mr" before people. */
  readonly locates: boolean;
  readonly isThe: boolean;
  readonly titles: boolean;
  /** Comes after people, and after what has staff. */
  readonly speaks: boolean;
  readonly staffs: boolean;
}

export function companyOf({ letters, stop }: Spelling): Company {
  const lower = letters.toLowerCase();
  return {
    capital: opensWithCapital(letters, 0),
    stop,
    locates: LOCATING.has(lower),
    isThe: lower === 'the',
    titles: TITLES.has(lower),
    speaks: SPEAKING.has(letters),
    staffs: STAFF.has(lower),
  };
}

/** A word's term number, and its company. */
export interface CountedWord {
  readonly id: number;
  readonly company: Company;
}

/** Counts the company that terms keep, sentence by sentence. */
export class TermProfileBuilder {
  readonly #counts = mapColumns(() => new Counters());

  add(words: readonly CountedWord[]): void {
    const { total, capital, located, articled, follows, staffed, personal, given } = this.#counts;
    let before: CountedWord | undefined;
    let previousCapital = false;
    let previousTitled = false;
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word === undefined) continue;
      const { id, company } = word;
      total.bump(id);
      let titled = false;
      if (company.capital) {
        titled = before?.company.titles ?? false;
        const after = words[i + 1]?.company;
        const speaks = after?.speaks ?? false;
        capital.bump(id);
        if (before?.company.locates) located.bump(id);
        if (before?.company.isThe) articled.bump(id);
        if (previousCapital) follows.bump(id);
        if (after?.staffs) staffed.bump(id);
        if (speaks || titled) personal.bump(id);
        if (previousCapital && (speaks || previousTitled)) given.bump(before?.id ?? 0);
      }
      before = word;
      previousCapital = company.capital && !company.stop;
      previousTitled = titled;
    }
  }

  /** @param numbers the number that each term is to have */
  build(numbers: Uint32Array): TermProfiles {
    return mapColumns((column) => {
      const counts = new Uint16Array(numbers.length);
      for (const [id, number] of numbers.entries())
        counts[number] = Math.min(this.#counts[column].of(id), MOST_COUNT);
      return counts;
    });
  }
}

/** Counts by number, for as many numbers as there are. */
class Counters {
  #counts = new Uint32Array(1 << 10);

  bump(id: number): void {
    if (id >= this.#counts.length) {
      const counts = new Uint32Array(2 ** Math.ceil(Math.log2(id + 1)));
      counts.set(this.#counts);
      this.#counts = counts;
    }
    this.#counts[id] = (this.#counts[id] ?? 0) + 1;
  }

  of(id: number): number {
    return this.#counts[id] ?? 0;
  }
}
