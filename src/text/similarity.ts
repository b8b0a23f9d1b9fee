import similarity from 'wink-nlp/utilities/similarity.js';

/** A text as wink-nlp compares it: a weight for each term, and the terms as a set. */
export interface Bag {
  readonly weights: Record<string, number>;
  readonly terms: Set<string>;
}

/** @param weight of one occurrence of a term, such as its idf */
export function bagOf(terms: Iterable<string>, weight: (term: string) => number): Bag {
  const weights: Record<string, number> = Object.create(null);
  const set = new Set<string>();
  for (const term of terms) {
    weights[term] = (weights[term] ?? 0) + weight(term);
    set.add(term);
  }
  return { weights, terms: set };
}

/** wink-nlp's cosine of two bags of words, 0 to 1. */
export function bagCosine(a: Bag, b: Bag): number {
  return a.terms.size === 0 || b.terms.size === 0 ? 0 : similarity.bow.cosine(a.weights, b.weights);
}

/** wink-nlp's Tversky index: how far the words of `part` stand in `whole`, a longer whole counting a little less. */
export function containment(part: Bag, whole: Bag): number {
  return part.terms.size === 0 || whole.terms.size === 0
    ? 0
    : similarity.set.tversky(part.terms, whole.terms, 0.9, 0.1);
}

/** wink-nlp's Otsuka–Ochiai coefficient of two sets of words, 0 to 1. */
export function setOverlap(a: Bag, b: Bag): number {
  return a.terms.size === 0 || b.terms.size === 0 ? 0 : similarity.set.oo(a.terms, b.terms);
}
