import type { Segment } from '../search/segment.ts';

/** A word of the corpus that a mistyped one may have meant. */
export interface Suggestion {
  readonly term: string;
  /** As the corpus spells it. */
  readonly surface: string;
  readonly distance: number;
}

/** The letters are compared after lower-casing; three letters and fewer are never corrected. */
const SHORTEST = 4;
const LONG_WORD = 7;

/**
 * The corpus's word nearest to an unknown one: one edit away, or two for long words; the more frequent and the one
 * with the same first letter first. Undefined when none is near.
 * @param word normalised spelling
 */
export function suggestWord(word: string, segments: readonly Segment[]): Suggestion | undefined {
  if (word.length < SHORTEST || /\d/.test(word)) return undefined;
  const most = word.length >= LONG_WORD ? 2 : 1;
  let best: (Suggestion & { readonly rank: number }) | undefined;
  for (const segment of segments) {
    for (const [term, id] of segment.vocabulary) {
      const spelling = (segment.surfaces[id] ?? term).toLowerCase();
      if (Math.abs(spelling.length - word.length) > most + 1 || /\d/.test(term)) continue;
      const distance = Math.min(
        editDistance(word, term, most),
        editDistance(word, spelling.replace(/['’-]|['’]s$/g, ''), most),
      );
      if (distance > most || distance === 0) continue;
      const { offsets } = segment.bySentence;
      const frequency = (offsets[id + 1] ?? 0) - (offsets[id] ?? 0);
      const rank = -10 * distance + (spelling[0] === word[0] ? 4 : 0) + Math.min(3, Math.log2(1 + frequency));
      if (best === undefined || rank > best.rank)
        best = { term, surface: segment.surfaces[id] ?? term, distance, rank };
    }
  }
  return best;
}

/**
 * Damerau-Levenshtein distance (adjacent letters may swap), given up as `limit + 1` once it must exceed the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
