import type { Spelling } from '../../text/terms.ts';
import { opensWithCapital } from '../../text/words.ts';

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

/** What a word tells of its neighbours, and that it is capitalised: bits of one number. */
const CAPITAL = 1;
const STOP = 2;
/** Comes before places, "the" before institutions, "Mr" before people. */
const LOCATES = 4;
const IS_THE = 8;
const TITLES_NAME = 16;
/** Comes after people, and after what has staff. */
const SPEAKS = 32;
const STAFFS = 64;
const COMPANY_BITS = 7;

/** A word's term number and its company, as one number. */
export function countedWord(id: number, { letters, stop }: Pick<Spelling, 'letters' | 'stop'>): number {
  const lower = letters.toLowerCase();
  const company =
    (opensWithCapital(letters, 0) ? CAPITAL : 0) |
    (stop ? STOP : 0) |
    (LOCATING.has(lower) ? LOCATES : 0) |
    (lower === 'the' ? IS_THE : 0) |
    (TITLES.has(lower) ? TITLES_NAME : 0) |
    (SPEAKING.has(letters) ? SPEAKS : 0) |
    (STAFF.has(lower) ? STAFFS : 0);
  return (id << COMPANY_BITS) | company;
}

/** The term number of a counted word. */
export function termOfWord(word: number): number {
  return word >>> COMPANY_BITS;
}

/** Counts the company that terms keep, sentence by sentence. */
export class TermProfileBuilder {
  readonly #counts = mapColumns(() => new Counters());

  /** @param words those of one sentence, made by `countedWord` */
  add(words: readonly number[]): void {
    const { total } = this.#counts;
    let before = 0;
    let previousCapital = false;
    let previousTitled = false;
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? 0;
      total.bump(termOfWord(word));
      const isCapital = (word & CAPITAL) !== 0;
      const titled = isCapital && (before & TITLES_NAME) !== 0;
      if (isCapital) {
        const neighbours = { before, after: words[i + 1] ?? 0 };
        this.#count(termOfWord(word), neighbours, { titled, previousCapital, previousTitled });
      }
      before = word;
      previousCapital = isCapital && (word & STOP) === 0;
      previousTitled = titled;
    }
  }

  /** Counts a word with a capital letter. */
  #count(
    id: number,
    { before, after }: { readonly before: number; readonly after: number },
    { titled, previousCapital, previousTitled }: Readonly<Record<string, boolean>>,
  ): void {
    const { capital, located, articled, follows, staffed, personal, given } = this.#counts;
    const speaks = (after & SPEAKS) !== 0;
    capital.bump(id);
    if ((before & LOCATES) !== 0) located.bump(id);
    if ((before & IS_THE) !== 0) articled.bump(id);
    if (previousCapital) follows.bump(id);
    if ((after & STAFFS) !== 0) staffed.bump(id);
    if (speaks || titled) personal.bump(id);
    if (previousCapital && (speaks || previousTitled)) given.bump(termOfWord(before));
  }

  /** @param numbers the number that each term is to have */
  build(numbers: Uint32Array): ProfileCounts<Uint32Array> {
    return mapColumns((column) => {
      const counts = new Uint32Array(numbers.length);
      for (const [id, number] of numbers.entries()) counts[number] = this.#counts[column].of(id);
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
