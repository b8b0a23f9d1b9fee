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

/** Postings that are held before there is need for more room. */
const FIRST_ROOM = 1 << 12;
const MOST_TF = 255;
const MOST_LENGTH = 65_535;

/** Collects the terms of documents that arrive one after the other, and then lays them out by term. */
export class PostingsBuilder {
  #terms = new Uint32Array(FIRST_ROOM);
  #docs = new Uint32Array(FIRST_ROOM);
  #tfs = new Uint8Array(FIRST_ROOM);
  #size = 0;
  readonly #lengths: number[] = [];
  readonly #counts = new Map<number, number>();

  /** Adds the next document: its term numbers, repeated as they occur, and how many words it has. */
  add(terms: readonly number[], length: number): void {
    const doc = this.#lengths.length;
    this.#lengths.push(Math.min(length, MOST_LENGTH));
    const counts = this.#counts;
    counts.clear();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    if (this.#size + counts.size > this.#terms.length) this.#grow(this.#size + counts.size);
    for (const [term, count] of counts) {
      this.#terms[this.#size] = term;
      this.#docs[this.#size] = doc;
      this.#tfs[this.#size] = Math.min(count, MOST_TF);
      this.#size++;
    }
  }

  /**
   * Lays the postings out by term (a counting sort, which keeps the documents in order).
   * @param numbers the number that each term is to have
   */
  build(numbers: Uint32Array): StoredPostings {
    const { counts, docs, tfs } = this.#byTerm(numbers);
    const offsets = new Uint32Array(numbers.length + 1);
    const lists = new ByteWriter();
    for (let term = 0, i = 0; term < counts.length; term++) {
      let last = -1;
      for (const end = i + (counts[term] ?? 0); i < end; i++) {
        const doc = docs[i] ?? 0;
        const tf = tfs[i] ?? 1;
        lists.varint((doc - last - 1) * 2 + (tf > 1 ? 1 : 0));
        if (tf > 1) lists.varint(tf);
        last = doc;
      }
      offsets[term + 1] = lists.size;
    }
    const lengths = Uint16Array.from(this.#lengths);
    return {
      lists: lists.finish(),
      offsets: asBytes(offsets),
      counts: asBytes(counts),
      lengths: asBytes(lengths),
    };
  }

  #byTerm(numbers: Uint32Array): { counts: Uint32Array; docs: Uint32Array; tfs: Uint8Array } {
    const counts = new Uint32Array(numbers.length);
    for (let i = 0; i < this.#size; i++) {
      const term = numbers[this.#terms[i] ?? 0] ?? 0;
      counts[term] = (counts[term] ?? 0) + 1;
    }
    const next = new Uint32Array(numbers.length);
    for (let t = 1; t < numbers.length; t++) next[t] = (next[t - 1] ?? 0) + (counts[t - 1] ?? 0);
    const docs = new Uint32Array(this.#size);
    const tfs = new Uint8Array(this.#size);
    for (let i = 0; i < this.#size; i++) {
      const term = numbers[this.#terms[i] ?? 0] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      docs[at] = this.#docs[i] ?? 0;
      tfs[at] = this.#tfs[i] ?? 0;
    }
    return { counts, docs, tfs };
  }

  #grow(needed: number): void {
    const capacity = Math.max(needed, Math.ceil(this.#terms.length * 1.7));
    const terms = new Uint32Array(capacity);
    const docs = new Uint32Array(capacity);
    const tfs = new Uint8Array(capacity);
    terms.set(this.#terms);
    docs.set(this.#docs);
    tfs.set(this.#tfs);
    this.#terms = terms;
    this.#docs = docs;
    this.#tfs = tfs;
  }
}
