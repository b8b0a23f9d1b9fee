import type { Word } from '../text/terms.ts';

/**
 * In which company a term stands in the corpus: a gazetteer that the corpus itself teaches. Counts of occurrences,
 * by term number of the segment, saturating at 65,535.
 */
export interface TermProfiles {
  readonly total: Uint16Array;
  /** Written with a capital letter. */
  readonly capital: Uint16Array;
  /** Capitalised after "in", "at", "near", …: places. */
  readonly located: Uint16Array;
  /** Capitalised before "said", "told", …, or after "Mr", "President", …: people. */
  readonly personal: Uint16Array;
  /** Capitalised right after another capitalised word: surnames, second halves of names. */
  readonly follows: Uint16Array;
  /** Capitalised after "the": institutions, teams, areas. */
  readonly articled: Uint16Array;
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

/** Counts the company that terms keep, sentence by sentence. */
export class TermProfileBuilder {
  readonly #counts: number[] = [];

  /** @param ids the term number of each word */
  add(text: string, words: readonly Word[], ids: readonly number[]): void {
    let previousCapital = false;
    let before = '';
    for (const [i, word] of words.entries()) {
      const id = ids[i] ?? 0;
      const first = text.charCodeAt(word.start);
      const capital =
        first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text.slice(word.start, word.start + 2));
      this.#bump(id, 0);
      if (capital) {
        this.#bump(id, 1);
        if (LOCATING.has(before)) this.#bump(id, 2);
        if (before === 'the') this.#bump(id, 5);
        if (previousCapital) this.#bump(id, 4);
        const next = words[i + 1];
        const speaks = next !== undefined && SPEAKING.has(text.slice(next.start, next.end));
        if (speaks || TITLES.has(before)) this.#bump(id, 3);
      }
      before = text.slice(word.start, word.end).toLowerCase();
      previousCapital = capital && !word.stop;
    }
  }

  build(termCount: number): TermProfiles {
    const column = (slot: number): Uint16Array => {
      const values = new Uint16Array(termCount);
      for (let id = 0; id < termCount; id++)
        values[id] = Math.min(this.#counts[id * SLOTS + slot] ?? 0, 65_535);
      return values;
    };
    return {
      total: column(0),
      capital: column(1),
      located: column(2),
      personal: column(3),
      follows: column(4),
      articled: column(5),
    };
  }

  #bump(id: number, slot: number): void {
    const at = id * SLOTS + slot;
    while (this.#counts.length <= at) this.#counts.push(0);
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }
}

const SLOTS = 6;
