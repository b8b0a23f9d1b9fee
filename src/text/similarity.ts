import similarity from 'wink-nlp/utilities/similarity.js';

/** A text made ready to be compared: a weight for each term, and the terms as wink-nlp takes them. */
export interface Bag {
  readonly weights: ReadonlyMap<string, number>;
  readonly terms: Set<string>;
  /** Length of the weights as a vector. */
  readonly length: number;
}

/** @param weight of one occurrence of a term, such as its idf */
export function bagOf(terms: Iterable<string>, weight: (term: string) => number): Bag {
  const weights = new Map<string, number>();
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight(term));
  let squares = 0;
  for (const own of weights.values()) squares += own * own;
  return { weights, terms: new Set(weights.keys()), length: Math.sqrt(squares) };
}

/**
 * Cosine of two bags of words, 0 to 1: the value of wink-nlp's `similarity.bow.cosine`, which makes two dictionaries of
 * all words and measures both texts anew at each comparison.
 */
export function bagCosine(a: Bag, b: Bag): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of few.weights) sum += weight * (many.weights.get(term) ?? 0);
  return sum / (a.length * b.length);
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
