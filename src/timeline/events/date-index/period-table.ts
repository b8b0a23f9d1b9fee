/** Numbers the periods of a corpus in the order they are met. */
export class PeriodTable {
  readonly #numbers = new Map<number, number>();
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  /** @param from first day number, @param to last */
  add(from: number, to: number): number {
    // Day numbers from 9999 BC to the year 9999 lie within 23 bits on either side of 1970.
    const key = (from + 0x800000) * 0x1000000 + (to + 0x800000);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#from.push(from) - 1;
    this.#to.push(to);
    this.#numbers.set(key, number);
    return number;
  }

  columns(): { readonly periodFrom: Int32Array; readonly periodTo: Int32Array } {
    return { periodFrom: Int32Array.from(this.#from), periodTo: Int32Array.from(this.#to) };
  }
}
