import type { PostingsList } from './postings/postings.ts';

/** BM25's two parameters. */
export interface Bm25Parameters {
  /** Saturation of repeated terms. */
  readonly k1: number;
  /** How far long documents are held back, 0 to 1. */
  readonly b: number;
}

/** Inverse document frequency as in Lucene's BM25: never negative. */
export function inverseDocumentFrequency(documentFrequency: number, documents: number): number {
  return Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/**
 * The part of BM25's denominator that depends on a document's length alone, for lengths 0 to 65,535 (shared by all
 * terms and documents of a query).
 */
export function lengthNorms({ k1, b }: Bm25Parameters, averageLength: number): Float32Array {
  const norms = new Float32Array(65_536);
  for (let length = 0; length < norms.length; length++) {
    norms[length] = k1 * (1 - b + (b * length) / Math.max(averageLength, 1));
  }
  return norms;
}

/** What the scores of all terms are added up in, and by. */
export interface Accumulation {
  readonly k1: number;
  /** Made by `lengthNorms`. */
  readonly norms: Float32Array;
  /** Words in each document. */
  readonly lengths: Uint16Array;
  /** By document. */
  readonly scores: Float32Array;
  /** Room for what is worked out once a term (`createTable`). */
  readonly table: Float64Array;
}

/**
 * What a term adds to the scores of documents that have it once, as nearly all do, by their lengths up to a bound: so
 * the hottest loops of a search need not divide.
 */
function onceByLength(weight: number, { k1, norms, table }: Accumulation): Float64Array {
  for (let length = 0; length < table.length; length++)
    table[length] = (weight * (k1 + 1)) / (1 + (norms[length] ?? 1));
  return table;
}

/** Lengths that a table has; filling one takes as long as some hundred postings do. */
const TABLE = 64;
const WORTH_A_TABLE = 256;
const NO_TABLE = new Float64Array(0);

/** Room that all terms of a search use, one after the other. */
export function createTable(): Float64Array {
  return new Float64Array(TABLE);
}

/**
 * Adds one term's BM25 to the scores of the documents that have it (term-at-a-time, exact).
 * Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 * @param weight the term's idf times its weight in the query
 */
export function accumulate(
  { docs, tfs }: PostingsList,
  weight: number,
  sums: Omit<Accumulation, 'table'>,
): void {
  const { k1, norms, lengths, scores } = sums;
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] ?? 0;
    const tf = tfs[i] ?? 0;
    const norm = norms[lengths[doc] ?? 0] ?? 1;
    scores[doc] = (scores[doc] ?? 0) + (weight * tf * (k1 + 1)) / (tf + norm);
  }
}

/** Documents that belong together, and the highest score of each group so far. */
export interface GroupBest {
  /** By document. */
  readonly groupOf: Uint32Array;
  /** By group. */
  readonly highest: Float32Array;
}

/**
 * `accumulate`, keeping track of the highest score of each group. A loop of its own: it is the hottest of a search, and
 * the articles' scores, which have no groups, should not pay for them.
 */
export function accumulateGrouped(
  { docs, tfs }: PostingsList,
  weight: number,
  sums: Accumulation,
  { groupOf, highest }: GroupBest,
): void {
  const { k1, norms, lengths, scores } = sums;
  const once = docs.length < WORTH_A_TABLE ? NO_TABLE : onceByLength(weight, sums);
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] ?? 0;
    const tf = tfs[i] ?? 0;
    const length = lengths[doc] ?? 0;
    const more =
      tf === 1 && length < once.length
        ? (once[length] ?? 0)
        : (weight * tf * (k1 + 1)) / (tf + (norms[length] ?? 1));
    const score = (scores[doc] ?? 0) + more;
    scores[doc] = score;
    const group = groupOf[doc] ?? 0;
    if (score > (highest[group] ?? 0)) highest[group] = score;
  }
}
