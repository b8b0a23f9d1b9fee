import { PostingsWriter, type StoredPostings } from './postings-writer.ts';

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
  /** By term: where its last posting stands, raised by one. */
  #last = new Uint32Array(FIRST_ROOM);
  /** Where the postings of the document at hand begin. */
  #first = 0;

  /** Adds the next document: its term numbers, repeated as they occur, and how many words it has. */
  add(terms: readonly number[], length: number): void {
    this.addPart(terms);
    this.endDocument(length);
  }

  /** Adds term numbers to the document at hand, which goes on until `endDocument`. */
  addPart(terms: readonly number[]): void {
    const doc = this.#lengths.length;
    if (this.#size + terms.length > this.#terms.length) this.#grow(this.#size + terms.length);
    const first = this.#first;
    for (const term of terms) {
      if (term >= this.#last.length) this.#last = widened(this.#last, term + 1);
      const last = this.#last[term] ?? 0;
      if (last > first) {
        const tf = this.#tfs[last - 1] ?? 0;
        if (tf < MOST_TF) this.#tfs[last - 1] = tf + 1;
        continue;
      }
      this.#terms[this.#size] = term;
      this.#docs[this.#size] = doc;
      this.#tfs[this.#size] = 1;
      this.#last[term] = ++this.#size;
    }
  }

  endDocument(length: number): void {
    this.#lengths.push(Math.min(length, MOST_LENGTH));
    this.#first = this.#size;
  }

  /**
   * Lays the postings out by term (a counting sort, which keeps the documents in order).
   * @param numbers the number that each term is to have
   */
  build(numbers: Uint32Array): StoredPostings {
    const { counts, docs, tfs } = this.#byTerm(numbers);
    const writer = new PostingsWriter(numbers.length);
    for (let term = 0, i = 0; term < counts.length; term++) {
      const end = i + (counts[term] ?? 0);
      writer.add({ docs, tfs }, i, end);
      i = end;
      writer.endTerm();
    }
    return writer.finish(Uint16Array.from(this.#lengths));
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
    const capacity = Math.max(needed, 2 * this.#terms.length);
    this.#terms = widened(this.#terms, capacity);
    this.#docs = widened(this.#docs, capacity);
    const tfs = new Uint8Array(capacity);
    tfs.set(this.#tfs);
    this.#tfs = tfs;
  }
}

/** With room for more: twice as much, so that the work of copying is bounded. */
function widened(numbers: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(Math.max(needed, 2 * numbers.length));
  more.set(numbers);
  return more;
}
