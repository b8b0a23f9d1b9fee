import { finish } from '../../scheduling/steps.ts';
import type { Segment } from '../../search/segment.ts';
import { editDistance } from '../../text/edit-distance.ts';
import { normalizeWord } from '../../text/words.ts';

/** A word of the corpus that a mistyped one may have meant. */
export interface Suggestion {
  readonly term: string;
  /** As the corpus spells it. */
  readonly surface: string;
  readonly distance: number;
}

interface Entry {
  readonly term: string;
  readonly surface: string;
  readonly spelling: string;
  readonly letters: number;
  readonly frequency: number;
}

/** Words of three letters and fewer are never corrected; those of seven and more may be two edits away. */
const SHORTEST = 4;
const LONG_WORD = 7;
/** What is longer is no word that slipped. */
const LONGEST = 40;

/** Finds near spellings among the corpus's words. Its state is the list of those words, made at the first use. */
export class Speller {
  readonly #segments: readonly Segment[];
  #byLength: Map<number, Entry[]> | undefined;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /**
   * The corpus's word nearest to an unknown one: one edit away, or two for long words with the same first letter; the
   * more frequent first. Undefined when none is near.
   * @param word normalised spelling
   * @param name whether it is written as a name, which only a name can be the right spelling of
   */
  suggest(word: string, name: boolean): Suggestion | undefined {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return undefined;
    const most = word.length >= LONG_WORD ? 2 : 1;
    const letters = letterSet(word);
    let best: { readonly entry: Entry; readonly distance: number; readonly rank: number } | undefined;
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const entry of this.#entries().get(length) ?? []) {
        // Every edit adds or takes away one letter at most, a replacement both.
        if (bitCount(entry.letters ^ letters) > 2 * most) continue;
        if (name && !/^\p{Lu}/u.test(entry.surface)) continue;
        const sameInitial = entry.spelling[0] === word[0];
        const limit = sameInitial ? most : 1;
        const distance = editDistance(word, entry.spelling, limit);
        if (distance > limit || distance === 0) continue;
        const rank = -10 * distance + (sameInitial ? 4 : 0) + Math.min(3, Math.log2(1 + entry.frequency));
        if (best === undefined || rank > best.rank) best = { entry, distance, rank };
      }
    }
    return best && { term: best.entry.term, surface: best.entry.surface, distance: best.distance };
  }

  #entries(): Map<number, Entry[]> {
    this.#byLength ??= finish(this.#read());
    return this.#byLength;
  }

  /** Makes the list beforehand. @returns a generator, to stop between two words; it is done when that is */
  *prepare(): Generator<undefined, void> {
    this.#byLength ??= yield* this.#read();
  }

  *#read(): Generator<undefined, Map<number, Entry[]>> {
    const byLength = new Map<number, Entry[]>();
    for (const { vocabulary, surfaces, bySentence } of this.#segments) {
      for (const [term, id] of vocabulary) {
        yield undefined;
        const surface = surfaces[id] ?? term;
        const spelling = normalizeWord(surface);
        if (/\d/.test(spelling)) continue;
        const frequency = (bySentence.offsets[id + 1] ?? 0) - (bySentence.offsets[id] ?? 0);
        const entry = { term, surface, spelling, letters: letterSet(spelling), frequency };
        const known = byLength.get(spelling.length);
        if (known === undefined) byLength.set(spelling.length, [entry]);
        else known.push(entry);
      }
    }
    return byLength;
  }
}

/** Which letters a word has, folded into 32 bits. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}
