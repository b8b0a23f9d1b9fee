import type { Segment } from '../../search/segment.ts';
import type { Spellings } from '../../search/terms/spellings.ts';
import { editDistance, letterSet, lettersApart } from '../../text/edit-distance.ts';
import { normalizeWord } from '../../text/words.ts';

/** A word of the corpus that a mistyped one may have meant. */
export interface Suggestion {
  readonly term: string;
  /** As the corpus spells it. */
  readonly surface: string;
  readonly distance: number;
}

/** Words of three letters and fewer are never corrected; those of seven and more may be two edits away. */
const SHORTEST = 4;
const LONG_WORD = 7;
/** What is longer is no word that slipped. */
const LONGEST = 40;

/** Finds near spellings among the corpus's words. */
export class Speller {
  readonly #segments: readonly Segment[];

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
    let best: { readonly suggestion: Suggestion; readonly rank: number } | undefined;
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const segment of this.#segments) {
        for (const id of termsLike(segment.spellings, word, length, most)) {
          const frequency = segment.bySentence.count(id);
          const surface = segment.vocabulary.surfaceOf(id);
          if (name && !/^\p{Lu}/u.test(surface)) continue;
          const spelling = normalizeWord(surface);
          const sameInitial = spelling[0] === word[0];
          const limit = sameInitial ? most : 1;
          const distance = editDistance(word, spelling, limit);
          if (distance > limit || distance === 0) continue;
          const rank = -10 * distance + (sameInitial ? 4 : 0) + Math.min(3, Math.log2(1 + frequency));
          if (best === undefined || rank > best.rank)
            best = { suggestion: { term: segment.vocabulary.termOf(id), surface, distance }, rank };
        }
      }
    }
    return best?.suggestion;
  }
}

/** The terms spelt with so many characters that may be near a word, by their letters alone. */
function* termsLike(
  { terms, letters, initials, first }: Spellings,
  word: string,
  length: number,
  most: number,
): Generator<number> {
  const wanted = letterSet(word);
  const initial = word.charCodeAt(0);
  for (let i = first[length] ?? 0; i < (first[length + 1] ?? 0); i++) {
    // Every edit adds or takes away one letter at most, a replacement both.
    const edits = initials[i] === initial ? most : 1;
    if (lettersApart(letters[i] ?? 0, wanted) <= 2 * edits) yield terms[i] ?? 0;
  }
}
