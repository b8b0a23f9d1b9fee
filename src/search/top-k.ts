/** Keeps the k entries of highest score that it was offered; ties go to the earlier key, so results are stable. */
export class TopK {
  readonly #k: number;
  /** A heap, the worst entry first. */
  readonly #keys: Float64Array;
  readonly #scores: Float64Array;
  #size = 0;

  /** @param k many at most; memory is taken for all of them */
  constructor(k: number) {
    this.#k = Math.max(0, k);
    this.#keys = new Float64Array(this.#k);
    this.#scores = new Float64Array(this.#k);
  }

  /** The score that an entry must beat to get in; -Infinity while there is room. */
  get threshold(): number {
    return this.#size < this.#k ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? Number.NEGATIVE_INFINITY);
  }

  offer(key: number, score: number): void {
    if (this.#size < this.#k) {
      this.#keys[this.#size] = key;
      this.#scores[this.#size] = score;
      this.#siftUp(this.#size++);
    } else if (this.#k > 0 && this.#worse(0, key, score)) {
      this.#keys[0] = key;
      this.#scores[0] = score;
      this.#siftDown();
    }
  }

  /** Gives all entries, in no order. */
  each(take: (key: number, score: number) => void): void {
    for (let slot = 0; slot < this.#size; slot++) take(this.#keys[slot] ?? 0, this.#scores[slot] ?? 0);
  }

  /** Best first. */
  sorted(): { key: number; score: number }[] {
    return Array.from(this.#keys.subarray(0, this.#size), (key, i) => ({
      key,
      score: this.#scores[i] ?? 0,
    })).sort((a, b) => b.score - a.score || a.key - b.key);
  }

  /** Whether the entry at `slot` is worse than the given one. */
  #worse(slot: number, key: number, score: number): boolean {
    const own = this.#scores[slot] ?? 0;
    return own < score || (own === score && (this.#keys[slot] ?? 0) > key);
  }

  #swap(a: number, b: number): void {
    const key = this.#keys[a] ?? 0;
    const score = this.#scores[a] ?? 0;
    this.#keys[a] = this.#keys[b] ?? 0;
    this.#scores[a] = this.#scores[b] ?? 0;
    this.#keys[b] = key;
    this.#scores[b] = score;
  }

  #siftUp(slot: number): void {
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (!this.#worse(slot, this.#keys[parent] ?? 0, this.#scores[parent] ?? 0)) return;
      this.#swap(slot, parent);
      slot = parent;
    }
  }

  #siftDown(): void {
    const size = this.#size;
    for (let slot = 0; ; ) {
      let worst = slot;
      for (const child of [2 * slot + 1, 2 * slot + 2]) {
        if (child < size && this.#worse(child, this.#keys[worst] ?? 0, this.#scores[worst] ?? 0))
          worst = child;
      }
      if (worst === slot) return;
      this.#swap(slot, worst);
      slot = worst;
    }
  }
}
