import type { BackgroundIdf } from '../../search/term-statistics.ts';
import type { WordVectors } from '../../text/word-vectors.ts';
import type { Question } from '../question/analyse-question.ts';

/** The rarity of terms in English at large: by Zipf's law the rank of a word tells its frequency. */
export function backgroundIdf(vectors: WordVectors): BackgroundIdf {
  return (term) => Math.log(2 + (vectors.indexOf(term) ?? vectors.size));
}

type Words = readonly { readonly term: string; readonly stop: boolean }[];

/**
 * How near in meaning words are to those of one question. Computed once for each word met, so that a hundred
 * candidates, which share most of their words, cost little.
 */
export class Semantics {
  readonly #vectors: WordVectors;
  readonly #questionTerms: readonly string[];
  readonly #cosines: (term: number, out: Float32Array) => void;
  readonly #known = new Map<string, Float32Array>();
  readonly #nearest = new Map<Words, Float32Array>();

  constructor(question: Question, vectors: WordVectors) {
    this.#vectors = vectors;
    this.#questionTerms = [...new Set(question.content.map((word) => word.term))];
    const numbers = this.#questionTerms.map((term) => vectors.indexOf(term));
    const head = question.head === undefined ? undefined : vectors.indexOf(question.head);
    this.#cosines = vectors.cosinesWith([...numbers, head]);
  }

  /** The question's content terms, in the order of `nearness`' values. */
  get terms(): readonly string[] {
    return this.#questionTerms;
  }

  /**
   * Cosine of a word with each content term of the question (1 for the same word, 0 for unknown or unlike ones), and
   * as the last value with the asked-for noun.
   */
  nearness(term: string): Float32Array {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const values = new Float32Array(this.#questionTerms.length + 1);
    const number = this.#vectors.indexOf(term);
    if (number !== undefined) {
      this.#cosines(number, values);
      for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i] ?? 0);
    }
    const same = this.#questionTerms.indexOf(term);
    if (same >= 0) values[same] = 1;
    this.#known.set(term, values);
    return values;
  }

  /** Makes the function from a word to its cosine with a content term of the question; of any other term always 0. */
  likenessTo(term: string): (word: string) => number {
    const place = this.#questionTerms.indexOf(term);
    return place < 0 ? () => 0 : (word) => this.nearness(word)[place] ?? 0;
  }

  /** How near in meaning the nearest of some words comes to a content term of the question; stop words say nothing. */
  nearestTo(term: string, words: Words): number {
    const place = this.#questionTerms.indexOf(term);
    return place < 0 ? 0 : (this.nearest(words)[place] ?? 0);
  }

  /** The same for all content terms at once, in the order of `terms`; remembered for each list of words. */
  nearest(words: Words): Float32Array {
    const known = this.#nearest.get(words);
    if (known !== undefined) return known;
    const nearest = new Float32Array(this.#questionTerms.length);
    for (const { term, stop } of words) {
      if (stop) continue;
      const values = this.nearness(term);
      for (let i = 0; i < nearest.length; i++) {
        const value = values[i] ?? 0;
        if (value > (nearest[i] ?? 0)) nearest[i] = value;
      }
    }
    this.#nearest.set(words, nearest);
    return nearest;
  }

  /** Cosine of a word with the asked-for noun, 0 to 1; 0 when nothing is asked for by name. */
  likeHead(term: string): number {
    return this.nearness(term)[this.#questionTerms.length] ?? 0;
  }
}
