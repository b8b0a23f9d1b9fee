/**
 * An inverted index over documents 0…n-1: the postings of term t are `docs` and `tfs` from `offsets[t]` to
 * `offsets[t + 1]`, by rising document number. Five bytes a posting.
 */
export interface Postings {
  readonly offsets: Uint32Array;
  readonly docs: Uint32Array;
  /** Occurrences of the term in the document, 255 at most. */
  readonly tfs: Uint8Array;
  /** Words in each document, 65,535 at most. */
  readonly lengths: Uint16Array;
  /** Sum of `lengths`. */
  readonly totalLength: number;
}

const MOST_TF = 255;
const MOST_LENGTH = 65_535;

/** Collects the terms of documents that arrive one after the other, and then lays them out by term. */
export class PostingsBuilder {
  #terms = new Uint32Array(1 << 16);
  #docs = new Uint32Array(1 << 16);
  #tfs = new Uint8Array(1 << 16);
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

  /** Lays the postings out by term (a counting sort, which keeps the documents in order). */
  build(termCount: number): Postings {
    const offsets = new Uint32Array(termCount + 1);
    for (let i = 0; i < this.#size; i++) {
      const next = (this.#terms[i] ?? 0) + 1;
      offsets[next] = (offsets[next] ?? 0) + 1;
    }
    for (let t = 1; t <= termCount; t++) offsets[t] = (offsets[t] ?? 0) + (offsets[t - 1] ?? 0);
    const cursor = offsets.slice();
    const docs = new Uint32Array(this.#size);
    const tfs = new Uint8Array(this.#size);
    for (let i = 0; i < this.#size; i++) {
      const term = this.#terms[i] ?? 0;
      const at = cursor[term] ?? 0;
      cursor[term] = at + 1;
      docs[at] = this.#docs[i] ?? 0;
      tfs[at] = this.#tfs[i] ?? 0;
    }
    const lengths = Uint16Array.from(this.#lengths);
    let totalLength = 0;
    for (const length of lengths) totalLength += length;
    return { offsets, docs, tfs, lengths, totalLength };
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
