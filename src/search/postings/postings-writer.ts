import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes } from '../bytes/sections.ts';
import type { PostingsList } from './postings.ts';

/** Postings as they are stored; `openPostings` reads them. */
export interface StoredPostings {
  /** The lists, one after the other. A posting is the way from the last document, doubled; odd when its count follows. */
  readonly lists: Uint8Array;
  /** Term t's list lies from `offsets[t]` to `offsets[t + 1]`. */
  readonly offsets: Uint8Array;
  /** How many documents have each term. */
  readonly counts: Uint8Array;
  /** Words in each document. */
  readonly lengths: Uint8Array;
}

/** Postings that are written in one go, and the bytes of one of them at most. */
const PART = 4096;
const MOST_BYTES = 7;

/** Writes the lists of terms, in the order of their numbers, each by rising documents. */
export class PostingsWriter {
  readonly #lists = new ByteWriter();
  readonly #offsets: Uint32Array;
  readonly #counts: Uint32Array;
  #term = 0;
  #last = -1;

  constructor(terms: number) {
    this.#offsets = new Uint32Array(terms + 1);
    this.#counts = new Uint32Array(terms);
  }

  /**
   * Adds postings to the list of the term at hand: documents `start` to `end` of a row of them, and their counts.
   * @param docs by rising number
   */
  add({ docs, tfs }: PostingsList, start: number, end: number): void {
    this.#counts[this.#term] = (this.#counts[this.#term] ?? 0) + end - start;
    for (let at = start; at < end; at += PART) {
      const part = Math.min(end, at + PART);
      this.#lists.directly((part - at) * MOST_BYTES, (bytes, from) =>
        this.#write({ docs, tfs }, at, part, bytes, from),
      );
    }
  }

  #write({ docs, tfs }: PostingsList, start: number, end: number, bytes: Uint8Array, from: number): number {
    let at = from;
    let last = this.#last;
    for (let i = start; i < end; i++) {
      const [doc, tf] = [docs[i] ?? 0, tfs[i] ?? 1];
      let rest = (doc - last - 1) * 2 + (tf > 1 ? 1 : 0);
      last = doc;
      // Of whole numbers below 2^33 the lowest bits are had by dividing; most have one byte and get by without.
      while (rest > 127) {
        bytes[at++] = (rest % 128) | 128;
        rest = Math.floor(rest / 128);
      }
      bytes[at++] = rest;
      if (tf > 127) bytes[at++] = (tf & 127) | 128;
      if (tf > 1) bytes[at++] = tf > 127 ? tf >>> 7 : tf;
    }
    this.#last = last;
    return at;
  }

  /** Ends the list of the term at hand; the next one's begins. */
  endTerm(): void {
    this.#offsets[++this.#term] = this.#lists.size;
    this.#last = -1;
  }

  finish(lengths: Uint16Array): StoredPostings {
    return {
      lists: this.#lists.finish(),
      offsets: asBytes(this.#offsets),
      counts: asBytes(this.#counts),
      lengths: asBytes(lengths),
    };
  }
}

/** The sections of a segment's file that hold postings. */
export function postingsSections(name: string, stored: StoredPostings): [string, Uint8Array][] {
  return Object.entries(stored).map(([part, bytes]) => [`${name}.${part}`, bytes]);
}
