import type { Segment } from '../segment.ts';

/** The terms of some segments, in order, with their numbers in each. */
export interface MergedVocabulary {
  readonly terms: readonly string[];
  /** As each was first spelt; in capitals, when the first spelling in any of the segments is. */
  readonly surfaces: readonly string[];
  /** By segment and term: its number there, raised by one; 0 where the segment lacks it. */
  readonly numbers: readonly (readonly number[])[];
}

/** Puts the terms together that still count in some segments; stops in between. */
export function* mergeVocabularies(segments: readonly Segment[]): Generator<undefined, MergedVocabulary> {
  const heads = segments.map((segment) => termsOf(segment));
  const next = heads.map((head) => head.next().value);
  const terms: string[] = [];
  const surfaces: string[] = [];
  const numbers: number[][] = segments.map(() => []);
  for (;;) {
    const term = leastOf(next);
    if (term === undefined) return { terms, surfaces, numbers };
    const number = terms.push(term) - 1;
    for (const [s, { vocabulary }] of segments.entries()) {
      const head = next[s];
      numbers[s]?.push(head?.term === term ? head.id + 1 : 0);
      if (head?.term !== term) continue;
      const surface = vocabulary.surfaceOf(head.id);
      const known = surfaces[number];
      if (known === undefined || (CAPITALS.test(surface) && !CAPITALS.test(known)))
        surfaces[number] = surface;
      next[s] = heads[s]?.next().value;
    }
    if (terms.length % STEP === 0) yield;
  }
}

/** Terms between two pauses. */
const STEP = 256;
/** "PTSD", "NGOs": that a word is an abbreviation must not be lost because it stood in a headline first. */
const CAPITALS = /^\p{Lu}[\p{L}\p{N}]{0,7}\p{Lu}s?$/u;

interface Head {
  readonly term: string;
  readonly id: number;
}

function* termsOf({ vocabulary, bySentence, byArticle, contexts }: Segment): Generator<Head, undefined> {
  for (let id = 0; id < vocabulary.size; id++) {
    const count = bySentence.count(id) + byArticle.count(id) + contexts.postings.count(id);
    if (count > 0) yield { term: vocabulary.termOf(id), id };
  }
  return undefined;
}

function leastOf(heads: readonly (Head | undefined)[]): string | undefined {
  let least: string | undefined;
  for (const head of heads)
    if (head !== undefined && (least === undefined || head.term < least)) least = head.term;
  return least;
}
