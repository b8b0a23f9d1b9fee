import type { BackgroundIdf } from '../../search/term-statistics.ts';
import type { WordVectors } from '../../text/word-vectors.ts';
import type { Question } from '../question/analyse-question.ts';

/** The rarity of terms in English at large: by Zipf's law the rank of a word tells its frequency. */
export function backgroundIdf(vectors: WordVectors): BackgroundIdf {
  return (term) => Math.log(2 + (vectors.indexOf(term) ?? vectors.size));
}

/** Words that rows are made for at first. */
const FIRST_ROWS = 256;

type Words = readonly { readonly term: string; readonly stop: boolean }[];

/**
 * How near in meaning words are to those of one question. Computed once for each word met, so that a hundred
 * candidates, which share most of their words, cost little.
 */
export class Semantics {
  readonly #vectors: WordVectors;
  readonly #questionTerms: readonly string[];
  readonly #cosines: (term: number, out: Float32Array) => void;
  /** By word the number of its row. */
  readonly #known = new Map<string, number>();
  /** The rows, one after the other: a question meets some hundred words, and an array of its own for each would be garbage. */
  #rows = new Float32Array(0);
  readonly #row: Float32Array;
  readonly #nearest = new Map<Words, Float32Array>();

  constructor(question: Question, vectors: WordVectors) {
    this.#vectors = vectors;
    this.#questionTerms = [...new Set(question.content.map((word) => word.term))];
    const numbers = this.#questionTerms.map((term) => vectors.indexOf(term));
    const head = question.head === undefined ? undefined : vectors.indexOf(question.head);
    this.#cosines = vectors.cosinesWith([...numbers, head]);
    this.#row = new Float32Array(numbers.length + 1);
  }

  /** The question's content terms, in the order of `nearness`' values. */
  get terms(): readonly string[] {
    return this.#questionTerms;
  }

  /**
   * Cosine of a word with a content term of the question, by its place among `terms`: 1 for the same word, 0 for unknown
   * or unlike ones.
   * @param row of the word (`rowOf`)
   */
  cosine(row: number, place: number): number {
    return this.#rows[row * this.#row.length + place] ?? 0;
  }

  /** Works a word out, once. @returns its number, from 0 on, in the order in which words came */
  rowOf(term: string): number {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const row = this.#known.size;
    const width = this.#row.length;
    const values = this.#row.fill(0);
    const number = this.#vectors.indexOf(term);
    if (number !== undefined) {
      this.#cosines(number, values);
      for (let i = 0; i < width; i++) values[i] = Math.max(0, values[i] ?? 0);
    }
    const same = this.#questionTerms.indexOf(term);
    if (same >= 0) values[same] = 1;
    if ((row + 1) * width > this.#rows.length) {
      const more = new Float32Array(Math.max(FIRST_ROWS * width, 2 * this.#rows.length));
      more.set(this.#rows);
      this.#rows = more;
    }
    this.#rows.set(values, row * width);
    this.#known.set(term, row);
    return row;
  }

  /** Makes the function from a word to its cosine with a content term of the question; of any other term always 0. */
  likenessTo(term: string): (word: string) => number {
    const place = this.#questionTerms.indexOf(term);
    return place < 0 ? () => 0 : (word) => this.cosine(this.rowOf(word), place);
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
      const row = this.rowOf(term);
      for (let i = 0; i < nearest.length; i++) {
        const value = this.cosine(row, i);
        if (value > (nearest[i] ?? 0)) nearest[i] = value;
      }
    }
    this.#nearest.set(words, nearest);
    return nearest;
  }

  /** Cosine of a word with the asked-for noun, 0 to 1; 0 when nothing is asked for by name. */
  likeHead(term: string): number {
    return this.cosine(this.rowOf(term), this.#questionTerms.length);
  }
}
