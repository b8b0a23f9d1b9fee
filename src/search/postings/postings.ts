import { type ByteSource, bytesInMemory, outside } from '../bytes/byte-source.ts';
import { numbersOf, type Sections, smallNumbersOf } from '../bytes/sections.ts';

/** The documents that have a term, by rising number. */
export interface PostingsList {
  readonly docs: Uint32Array;
  /** Occurrences of the term in each of them, 255 at most. */
  readonly tfs: Uint8Array;
}

/** Where lists are put that are read. */
export interface ListMemory {
  /** A list of so many documents, with anything in it. */
  take(documents: number): PostingsList;
  /** Memory for so many bytes until the next call, to read a stored list into; absent: each has its own. */
  bytes?(length: number): Uint8Array;
}

/** Each list in memory of its own. */
export const ownMemory: ListMemory = {
  take: (documents) => ({ docs: new Uint32Array(documents), tfs: new Uint8Array(documents) }),
};

/** An inverted index over documents 0…n-1. The lists are read by position when they are asked for. */
export interface Postings {
  /** How many documents have the term. */
  count(term: number): number;
  /**
   * Read anew on each call.
   * @param room where the list is put; absent: in memory of its own
   * @throws when the file is damaged or can't be read
   */
  list(term: number, room?: ListMemory): PostingsList;
  /** The same with all lists in memory, checked: for reading all of them. @throws like `list` */
  inMemory(): Postings;
  /** How many terms there are. */
  readonly terms: number;
  /** Words in each document, 65,535 at most. */
  readonly lengths: Uint16Array;
  /** Documents that count: all but those that were removed. */
  readonly documents: number;
  /** The sum of their lengths. */
  readonly totalLength: number;
}

/** @throws {RangeError} when a section is missing or damaged */
export function openPostings(sections: Sections, name: string): Postings {
  const lists = sections.part(`${name}.lists`);
  const offsets = numbersOf(sections.whole(`${name}.offsets`));
  const counts = numbersOf(sections.whole(`${name}.counts`));
  const lengths = smallNumbersOf(sections.whole(`${name}.lengths`));
  if (offsets.length !== counts.length + 1 || offsets.at(-1) !== lists.size) throw outside();
  let totalLength = 0;
  for (let doc = 0; doc < lengths.length; doc++) totalLength += lengths[doc] ?? 0;
  const readFrom = (source: ByteSource): Postings => ({
    terms: counts.length,
    lengths,
    documents: lengths.length,
    totalLength,
    count: (term) => counts[term] ?? 0,
    list: (term, memory = ownMemory) =>
      readList(source, [offsets[term] ?? 0, offsets[term + 1] ?? 0], counts[term] ?? 0, memory),
    inMemory: () => readFrom(bytesInMemory(sections.whole(`${name}.lists`))),
  });
  return readFrom(lists);
}

function readList(
  lists: ByteSource,
  [start, end]: readonly [start: number, end: number],
  count: number,
  memory: ListMemory,
): PostingsList {
  const list = memory.take(count);
  if (count === 0) return list;
  const { docs, tfs } = list;
  const bytes = lists.read(start, end - start, memory.bytes?.(end - start));
  let at = 0;
  let doc = -1;
  for (let i = 0; i < count; i++) {
    let value = bytes[at++] ?? 0;
    // Most are one byte; the others are put together without a call.
    if (value > 127) {
      let shift = 7;
      let byte = 128;
      for (value &= 127; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 127) << shift;
      }
      value >>>= 0;
    }
    doc += (value >>> 1) + 1;
    docs[i] = doc;
    if ((value & 1) === 1) {
      const tf = bytes[at++] ?? 0;
      tfs[i] = tf > 127 ? (tf & 127) | ((bytes[at++] ?? 0) << 7) : tf;
    } else tfs[i] = 1;
  }
  if (at !== bytes.length) throw outside();
  return list;
}

/**
 * Postings without some of their documents.
 * @param gone their numbers
 * @param lost how many of them have a term
 */
export function withoutDocuments(
  postings: Postings,
  gone: Iterable<number>,
  lost: (term: number) => number,
): Postings {
  const isGone = new Uint8Array(postings.lengths.length);
  let { documents, totalLength } = postings;
  for (const doc of gone) {
    isGone[doc] = 1;
    documents--;
    totalLength -= postings.lengths[doc] ?? 0;
  }
  return lessDocuments(postings, isGone, { documents, totalLength, lost });
}

function lessDocuments(
  postings: Postings,
  isGone: Uint8Array,
  left: { readonly documents: number; readonly totalLength: number; readonly lost: (term: number) => number },
): Postings {
  const { documents, totalLength, lost } = left;
  return {
    terms: postings.terms,
    lengths: postings.lengths,
    documents,
    totalLength,
    count: (term) => Math.max(0, postings.count(term) - lost(term)),
    inMemory: () => lessDocuments(postings.inMemory(), isGone, left),
    list(term, memory) {
      const all = postings.list(term, memory);
      // Most terms lost nothing: then every document of theirs counts.
      if (lost(term) === 0) return all;
      const { docs, tfs } = all;
      let size = 0;
      for (let i = 0; i < docs.length; i++) {
        const doc = docs[i] ?? 0;
        if (isGone[doc] === 1) continue;
        docs[size] = doc;
        tfs[size++] = tfs[i] ?? 0;
      }
      return { docs: docs.subarray(0, size), tfs: tfs.subarray(0, size) };
    },
  };
}
