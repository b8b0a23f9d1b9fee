/** A text made ready to be compared: a weight for each of its terms. */
export interface Bag {
  readonly weights: ReadonlyMap<string, number>;
  /** Length of the weights as a vector. */
  readonly length: number;
}

/** @param weight of one occurrence of a term, such as its idf */
export function bagOf(terms: Iterable<string>, weight: (term: string) => number): Bag {
  const weights = new Map<string, number>();
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight(term));
  let squares = 0;
  for (const own of weights.values()) squares += own * own;
  return { weights, length: Math.sqrt(squares) };
}

/** How alike two texts are, by their words; each 0 to 1. */
export interface Likeness {
  /** Cosine of the weights. */
  readonly cosine: number;
  /** Tversky index: how far the words of the one stand in the other, a longer other counting a little less. */
  readonly containment: number;
  /** Otsuka–Ochiai coefficient of the two sets of words. */
  readonly overlap: number;
}

/**
 * The values of wink-nlp's `similarity.bow.cosine`, `set.tversky(part, whole, 0.9, 0.1)` and `set.oo`, which measure both
 * texts anew at each comparison, in one pass.
 */
export function likenessOf(part: Bag, whole: Bag): Likeness {
  const [few, many] = part.weights.size < whole.weights.size ? [part, whole] : [whole, part];
  let product = 0;
  let shared = 0;
  for (const [term, weight] of few.weights) {
    const other = many.weights.get(term);
    if (other === undefined) continue;
    shared++;
    product += weight * other;
  }
  if (shared === 0) return { cosine: 0, containment: 0, overlap: 0 };
  const missing = part.weights.size - shared;
  const extra = whole.weights.size - shared;
  return {
    cosine: product / (part.length * whole.length || 1),
    containment: shared / (shared + 0.9 * missing + 0.1 * extra),
    overlap: shared / Math.sqrt(part.weights.size * whole.weights.size),
  };
}
