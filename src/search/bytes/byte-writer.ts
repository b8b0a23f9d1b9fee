const FIRST_ROOM = 1 << 10;
const GROWTH = 1.6;

/** Writes numbers of few bytes (LEB128), texts and bytes one after the other. */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST_ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @param value a whole number from 0 to 2^53 - 1: seven bits a byte, the lowest first */
  varint(value: number): void {
    if (this.#size + 8 > this.#bytes.length) this.#grow(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#size++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#size++] = rest;
  }

  /** A whole number of either sign; those near 0 take one byte. */
  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(bytes: Uint8Array): void {
    if (this.#size + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#size);
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(this.#size + needed, Math.ceil(this.#bytes.length * GROWTH)));
    larger.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = larger;
  }
}
