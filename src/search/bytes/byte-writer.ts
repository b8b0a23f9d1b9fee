import { joinBytes } from './join-bytes.ts';

const FIRST_ROOM = 1 << 10;
const MOST_ROOM = 1 << 20;

/** Writes numbers of few bytes (LEB128), texts and bytes one after the other. */
export class ByteWriter {
  /** Pieces that are full, so that what was written is copied once, in the end. */
  readonly #full: Uint8Array[] = [];
  #fullSize = 0;
  #piece: Uint8Array;
  #at = 0;

  /** @param room bytes that will be written, about */
  constructor(room = FIRST_ROOM) {
    this.#piece = new Uint8Array(room);
  }

  get size(): number {
    return this.#fullSize + this.#at;
  }

  /** @param value a whole number from 0 to 2^53 - 1: seven bits a byte, the lowest first */
  varint(value: number): void {
    if (this.#at + 8 > this.#piece.length) this.#begin(8);
    let rest = value;
    while (rest > 127) {
      this.#piece[this.#at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#piece[this.#at++] = rest;
  }

  /** A whole number of either sign; those near 0 take one byte. */
  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(bytes: Uint8Array): void {
    if (this.#at + bytes.length > this.#piece.length) this.#begin(bytes.length);
    this.#piece.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /**
   * Has many bytes written at once, which is faster than one number after the other.
   * @param most bytes that may be written
   * @param write is given memory and where to begin in it; returns where it ended
   */
  directly(most: number, write: (bytes: Uint8Array, at: number) => number): void {
    if (this.#at + most > this.#piece.length) this.#begin(most);
    this.#at = write(this.#piece, this.#at);
  }

  /** What was written, one piece after the other: where a copy would take much memory. The writer is used up. */
  pieces(): readonly Uint8Array[] {
    return [...this.#full, this.#piece.subarray(0, this.#at)];
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    if (this.#full.length === 0) return this.#piece.slice(0, this.#at);
    return joinBytes(this.pieces());
  }

  #begin(needed: number): void {
    this.#full.push(this.#piece.subarray(0, this.#at));
    this.#fullSize += this.#at;
    this.#piece = new Uint8Array(Math.max(needed, Math.min(2 * this.#piece.length, MOST_ROOM)));
    this.#at = 0;
  }
}
