import { outside } from './byte-source.ts';

/** Reads what a `ByteWriter` wrote, in the same order. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Where the next byte stands. */
  get place(): number {
    return this.#at;
  }

  set place(at: number) {
    this.#at = at;
  }

  get isDone(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** @throws {RangeError} past the end */
  varint(): number {
    const first = this.#bytes[this.#at++];
    if (first === undefined) throw outside();
    // Most are one byte.
    if (first < 128) return first;
    let value = first & 127;
    for (let factor = 128; ; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw outside();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** @throws {RangeError} past the end */
  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** Passes over so many numbers. @throws {RangeError} past the end */
  skip(count: number): void {
    for (let left = count; left > 0; ) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw outside();
      if (byte < 128) left--;
    }
  }

  /** @throws {RangeError} past the end */
  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw outside();
    const slice = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return slice;
  }

  /** All that has not been read. */
  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.#at);
  }
}
