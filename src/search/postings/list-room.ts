import { ownMemory, type PostingsList } from './postings.ts';

/** Documents of the lists of one search in one segment; memory for more is not kept. */
const MOST_KEPT = 1_000_000;
const FIRST_ROOM = 1 << 12;

/**
 * Memory for lists of postings that is used again, since a search reads some hundred of them and keeps none. Lists that
 * it gave out are good until `clear`.
 */
export class ListRoom {
  #docs = new Uint32Array(FIRST_ROOM);
  #tfs = new Uint8Array(FIRST_ROOM);
  #used = 0;

  /** A list of so many documents, with anything in it. */
  take(count: number): PostingsList {
    if (this.#used + count > this.#docs.length) {
      const size = Math.max(2 * this.#docs.length, count);
      if (size > MOST_KEPT) return ownMemory(count);
      // Lists in the old memory keep it until they are of no more use.
      this.#docs = new Uint32Array(size);
      this.#tfs = new Uint8Array(size);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += count;
    return { docs: this.#docs.subarray(start, this.#used), tfs: this.#tfs.subarray(start, this.#used) };
  }

  /** What was given out is given out anew from now on. */
  clear(): void {
    this.#used = 0;
  }
}
