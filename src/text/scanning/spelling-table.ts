import { fnv1a, goOn } from './fnv1a.ts';

/**
 * What is kept of words by their spelling: found from where they stand in a text, without cutting them out of it. Numbers
 * lie close together in few arrays: most of the time that a lookup takes is waiting for memory.
 */
export class SpellingTable<Value> {
  #values: Value[] = [];
  /** The letters of all spellings, one after the other; those of number n stand from `starts[n]` to `starts[n + 1]`. */
  #letters = new Uint16Array(8 * FIRST_ROOM);
  #starts = new Uint32Array(FIRST_ROOM + 1);
  /**
   * Open addressing: the number of a spelling, raised by one, and above it some bits of its hash that tell most others
   * apart; at least a third of the places are empty.
   */
  #slots = new Uint32Array(2 * FIRST_ROOM);
  /** Nobody can choose words that meet in one place. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32);
  readonly #most: number;
  #forgotten = 0;

  /** @param most spellings that are kept, up to a million: when there are more, all are forgotten */
  constructor(most: number = NUMBER) {
    this.#most = Math.min(most, NUMBER);
  }

  get size(): number {
    return this.#values.length;
  }

  /** How often all were forgotten: then numbers are given anew. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /**
   * The number of the spelling `text.slice(start, end)`: from 0 on in the order in which they came.
   * @param make is given the spelling when it is new; what it returns is kept
   */
  numberOf(text: string, start: number, end: number, make: (spelling: string) => Value): number {
    const hash = fnv1a(text, this.#seed, start, end);
    const last = this.#slots.length - 1;
    let slot = placeOf(hash) & last;
    for (let next = this.#slots[slot] ?? 0; next !== 0; next = this.#slots[slot] ?? 0) {
      const number = (next & NUMBER) - 1;
      if (((next ^ hash) & TAG) === 0 && this.#isSame(number, text, start, end)) return number;
      slot = (slot + 1) & last;
    }
    // A copy, so that the table does not keep whole articles alive through slices of them.
    const spelling = Buffer.from(text.slice(start, end), 'utf16le').toString('utf16le');
    const value = make(spelling);
    if (this.size >= this.#most) this.#clear();
    return this.#add(spelling, hash, value);
  }

  /** What is kept of a spelling, by its number. */
  valueOf(number: number): Value | undefined {
    return this.#values[number];
  }

  #clear(): void {
    this.#values = [];
    this.#slots.fill(0);
    this.#forgotten++;
  }

  #isSame(number: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[number] ?? 0;
    const length = (this.#starts[number + 1] ?? 0) - from;
    if (length !== end - start) return false;
    for (let i = 0; i < length; i++) if (this.#letters[from + i] !== text.charCodeAt(start + i)) return false;
    return true;
  }

  #add(spelling: string, hash: number, value: Value): number {
    const number = this.size;
    const from = this.#starts[number] ?? 0;
    const end = from + spelling.length;
    if (end > this.#letters.length) this.#letters = widened(new Uint16Array(2 * end), this.#letters);
    for (let i = 0; i < spelling.length; i++) this.#letters[from + i] = spelling.charCodeAt(i);
    if (number + 1 === this.#starts.length)
      this.#starts = widened(new Uint32Array(2 * number + 1), this.#starts);
    this.#starts[number + 1] = end;
    this.#values.push(value);
    if (3 * this.size > 2 * this.#slots.length) this.#grow();
    else this.#place(hash, number);
    return number;
  }

  #place(hash: number, number: number): void {
    const last = this.#slots.length - 1;
    let slot = placeOf(hash) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = (hash & TAG) | (number + 1);
  }

  #grow(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.size; number++) this.#place(this.#hashOf(number), number);
  }

  #hashOf(number: number): number {
    let hash = this.#seed;
    for (let at = this.#starts[number] ?? 0; at < (this.#starts[number + 1] ?? 0); at++)
      hash = goOn(hash, this.#letters[at] ?? 0);
    return hash;
  }
}

/** A power of two. */
const FIRST_ROOM = 1 << 10;
/** The bits of a place that have a number, and those that have a part of a hash. */
const NUMBER = (1 << 20) - 1;
const TAG = ~NUMBER;

/** Where a spelling of some hash is looked for first. */
function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

function widened<Numbers extends Uint16Array | Uint32Array>(more: Numbers, numbers: Numbers): Numbers {
  more.set(numbers);
  return more;
}
