import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes } from '../bytes/sections.ts';

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

  /** Adds a posting to the list of the term at hand. */
  add(doc: number, tf: number): void {
    this.#lists.varint((doc - this.#last - 1) * 2 + (tf > 1 ? 1 : 0));
    if (tf > 1) this.#lists.varint(tf);
    this.#last = doc;
    this.#counts[this.#term] = (this.#counts[this.#term] ?? 0) + 1;
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
