import { type ListMemory, ownMemory, type PostingsList } from './postings.ts';

/** Documents of the lists of one search in one segment; memory for more is not kept. */
const MOST_KEPT = 1_000_000;
const FIRST_ROOM = 1 << 12;

/**
 * Memory for lists of postings that is used again, since a search reads some hundred of them and keeps none. Lists that
 * it gave out are good until `clear`.
 */
export class ListRoom implements ListMemory {
  #docs = new Uint32Array(FIRST_ROOM);
  #tfs = new Uint8Array(FIRST_ROOM);
  #used = 0;
  #bytes = new Uint8Array(FIRST_ROOM);

  /** A list of so many documents, with anything in it. */
  take(count: number): PostingsList {
    if (this.#used + count > this.#docs.length) {
      const size = Math.max(2 * this.#docs.length, count);
      if (size > MOST_KEPT) return ownMemory.take(count);
      // Lists in the old memory keep it until they are of no more use.
      this.#docs = new Uint32Array(size);
      this.#tfs = new Uint8Array(size);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += count;
    return { docs: this.#docs.subarray(start, this.#used), tfs: this.#tfs.subarray(start, this.#used) };
  }

  /** Where a list's bytes are read to before they are decoded: small ones into the same memory again and again. */
  bytes(length: number): Uint8Array {
    if (length > this.#bytes.length) {
      if (length > MOST_KEPT) return new Uint8Array(length);
      this.#bytes = new Uint8Array(2 * length);
    }
    return this.#bytes.subarray(0, length);
  }

  /** What was given out is given out anew from now on. */
  clear(): void {
    this.#used = 0;
  }
}
