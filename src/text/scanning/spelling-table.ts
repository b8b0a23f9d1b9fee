import { fnv1a } from './fnv1a.ts';

/** What is kept of words by their spelling: found from where they stand in a text, without cutting them out of it. */
export class SpellingTable<Value> {
  #spellings: string[] = [];
  #values: Value[] = [];
  #hashes = new Uint32Array(FIRST_ROOM);
  /** Open addressing: numbers of spellings, raised by one; at least half of the places are empty. */
  #slots = new Uint32Array(2 * FIRST_ROOM);
  /** Nobody can choose words that meet in one place. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32);

  get size(): number {
    return this.#spellings.length;
  }

  /**
   * What is kept of the spelling `text.slice(start, end)`.
   * @param make is given the spelling when it is new; what it returns is kept
   */
  get(text: string, start: number, end: number, make: (spelling: string) => Value): Value {
    const hash = hashOf(text, start, end, this.#seed);
    let slot = hash & (this.#slots.length - 1);
    for (let next = this.#slots[slot] ?? 0; next !== 0; next = this.#slots[slot] ?? 0) {
      const known = this.#hashes[next - 1] === hash ? this.#values[next - 1] : undefined;
      if (known !== undefined && isSame(this.#spellings[next - 1] ?? '', text, start, end)) return known;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    // A copy, so that the table does not keep whole articles alive through slices of them.
    const spelling = Buffer.from(text.slice(start, end), 'utf16le').toString('utf16le');
    const value = make(spelling);
    this.#add(spelling, hash, value);
    return value;
  }

  clear(): void {
    this.#spellings = [];
    this.#values = [];
    this.#slots.fill(0);
  }

  #add(spelling: string, hash: number, value: Value): void {
    if (this.size === this.#hashes.length) this.#grow();
    this.#hashes[this.size] = hash;
    this.#values.push(value);
    this.#place(hash, this.#spellings.push(spelling));
  }

  #place(hash: number, entry: number): void {
    let slot = hash & (this.#slots.length - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = entry;
  }

  #grow(): void {
    const hashes = new Uint32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Uint32Array(2 * hashes.length);
    for (let entry = 1; entry <= this.size; entry++) this.#place(hashes[entry - 1] ?? 0, entry);
  }
}

/** A power of two. */
const FIRST_ROOM = 1 << 10;

function isSame(spelling: string, text: string, start: number, end: number): boolean {
  if (spelling.length !== end - start) return false;
  for (let i = 0; i < spelling.length; i++)
    if (spelling.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function hashOf(text: string, start: number, end: number, seed: number): number {
  const hash = fnv1a(text, seed, start, end);
  return (hash ^ (hash >>> 15)) >>> 0;
}
