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
}

/** A term's postings, and its idf times its weight in the query. */
export interface WeighedList extends PostingsList {
  readonly weight: number;
}

/**
 * Adds one term's BM25 to the scores of the documents that have it (term-at-a-time, exact).
 * Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 */
export function accumulate(
  { docs, tfs, weight }: WeighedList,
  { k1, norms, lengths, scores }: Accumulation,
): void {
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

/** Documents whose scores, lengths and groups stay in the processor's cache until all terms have been added. */
const STRETCH = 1 << 14;
/** Lengths that a table has; filling one takes as long as some hundred postings do. */
const TABLE = 64;
const WORTH_A_TABLE = 256;

/**
 * `accumulate` for all terms of a query, keeping track of the highest score of each group. It goes from one stretch of
 * documents to the next, since a list of its own would touch most of the memory that holds the scores of a large segment,
 * and the next list again. What the scores held before is written over.
 */
export function accumulateGrouped(
  lists: readonly WeighedList[],
  sums: Accumulation,
  { groupOf, highest }: GroupBest,
): void {
  const { scores } = sums;
  const places = new Uint32Array(lists.length);
  const tables = lists.map((list) =>
    list.docs.length < WORTH_A_TABLE ? NO_TABLE : onceByLength(list, sums),
  );
  highest.fill(0);
  for (let start = 0; start < scores.length; start += STRETCH) {
    const end = Math.min(start + STRETCH, scores.length);
    scores.fill(0, start, end);
    for (let l = 0; l < lists.length; l++) {
      const [list, table] = [lists[l], tables[l]];
      if (list === undefined || table === undefined) continue;
      places[l] = addUpTo(end, places[l] ?? 0, list, table, sums, groupOf, highest);
    }
  }
}

const NO_TABLE = new Float64Array(0);

/**
 * What a term adds to the scores of documents that have it once, as nearly all do, by their lengths up to a bound: so
 * the hottest loop of a search need not divide.
 */
function onceByLength({ weight }: WeighedList, { k1, norms }: Accumulation): Float64Array {
  const table = new Float64Array(TABLE);
  for (let length = 0; length < table.length; length++)
    table[length] = (weight * (k1 + 1)) / (1 + (norms[length] ?? 1));
  return table;
}

/** Adds what a term counts in the documents before `end`, from a place in its list on. @returns the place behind them */
function addUpTo(
  end: number,
  from: number,
  { docs, tfs, weight }: WeighedList,
  once: Float64Array,
  { k1, norms, lengths, scores }: Accumulation,
  groupOf: Uint32Array,
  highest: Float32Array,
): number {
  let i = from;
  for (; i < docs.length; i++) {
    const doc = docs[i] ?? 0;
    if (doc >= end) break;
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
  return i;
}
