type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

const FIRST_ROOM = 1 << 10;
const GROWTH = 1.5;

/** Numbers of a fixed width that come one after the other, outside of the heap. */
export class GrowingColumn<Column extends Numbers> {
  readonly #make: (length: number) => Column;
  #numbers: Column;
  #size = 0;

  constructor(make: (length: number) => Column) {
    this.#make = make;
    this.#numbers = make(FIRST_ROOM);
  }

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    if (this.#size === this.#numbers.length) {
      const larger = this.#make(Math.ceil(this.#size * GROWTH));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#size++] = value;
  }

  /** A copy of what came. */
  finish(): Column {
    const numbers = this.#make(this.#size);
    numbers.set(this.#numbers.subarray(0, this.#size));
    return numbers;
  }
}
