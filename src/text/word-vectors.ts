import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What words mean by the company they keep in general English (GloVe), by Footnote's terms. */
export interface WordVectors {
  /** Number of the term, by falling frequency in English; undefined when it is none of the known ones. */
  indexOf(term: string): number | undefined;
  /** Cosine of two terms given by number, -1 to 1. */
  cosine(a: number, b: number): number;
  /**
   * Makes a function that writes a term's cosines with some others, given by number, into an array, in their order; 0
   * for those that are undefined.
   */
  cosinesWith(others: readonly (number | undefined)[]): (term: number, out: Float32Array) => void;
  readonly size: number;
}

const header = z.object({ dimensions: z.number().int().positive(), terms: z.array(z.string()) });

/**
 * Reads the vectors that come with this version: one line of JSON, then a row of signed bytes a term.
 * @throws Error when the file is missing or cut short
 */
export function loadWordVectors(
  path: string | URL = new URL('../data/vectors.bin', import.meta.url),
): WordVectors {
  const file = readFileSync(path);
  const lineEnd = file.indexOf(0x0a);
  const { dimensions, terms } = header.parse(JSON.parse(file.toString('utf8', 0, lineEnd)));
  const bytes = new Int8Array(file.buffer, file.byteOffset + lineEnd + 1, file.length - lineEnd - 1);
  if (bytes.length !== dimensions * terms.length)
    throw new Error(`${path} is cut short; install Footnote again`);
  const numbers = new Map(terms.map((term, i) => [term, i]));
  const lengths = Float32Array.from(terms, (_, i) => {
    let sum = 0;
    for (let d = i * dimensions; d < (i + 1) * dimensions; d++) sum += (bytes[d] ?? 0) ** 2;
    return Math.sqrt(sum) || 1;
  });
  return {
    size: terms.length,
    indexOf: (term) => numbers.get(term),
    cosine(a, b) {
      let sum = 0;
      const from = a * dimensions;
      const other = b * dimensions;
      for (let d = 0; d < dimensions; d++) sum += (bytes[from + d] ?? 0) * (bytes[other + d] ?? 0);
      return sum / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
    },
    cosinesWith(others) {
      const rows = new Float32Array(others.length * dimensions);
      for (const [i, other] of others.entries()) {
        if (other === undefined) continue;
        const length = lengths[other] ?? 1;
        for (let d = 0; d < dimensions; d++)
          rows[i * dimensions + d] = (bytes[other * dimensions + d] ?? 0) / length;
      }
      return (term, out) => {
        const length = lengths[term] ?? 1;
        const from = term * dimensions;
        for (let i = 0, at = 0; i < others.length; i++) {
          let sum = 0;
          for (let d = 0; d < dimensions; d++, at++) sum += (rows[at] ?? 0) * (bytes[from + d] ?? 0);
          out[i] = sum / length;
        }
      };
    },
  };
}
