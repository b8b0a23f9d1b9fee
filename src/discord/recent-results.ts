const DEFAULTS = {
  /** Results that are kept of one snapshot; of more, those that were not used for longest are made anew. */
  results: 100,
} as const;

/**
 * What was worked out from the articles lately: when hundreds press a button below one message, it is worked out once. A
 * newer snapshot of the articles begins anew, and what belongs to the old one goes with it.
 */
export class RecentResults<T> {
  readonly #limit: number;
  readonly #ofSnapshot = new WeakMap<object, Map<string, T>>();

  /** @param limit how many are kept */
  constructor(limit: number = DEFAULTS.results) {
    this.#limit = limit;
  }

  /** What is there already; undefined: nothing. */
  known(snapshot: object, key: string): T | undefined {
    const results = this.#ofSnapshot.get(snapshot);
    const result = results?.get(key);
    if (results === undefined || result === undefined) return undefined;
    results.delete(key);
    results.set(key, result);
    return result;
  }

  /**
   * What is there already, or else what `make` gives. Work that goes on is kept as its promise; when it fails, the next one
   * who asks has it done anew.
   */
  of(snapshot: object, key: string, make: () => T): T {
    const before = this.known(snapshot, key);
    if (before !== undefined) return before;
    const results = this.#ofSnapshot.get(snapshot) ?? new Map<string, T>();
    this.#ofSnapshot.set(snapshot, results);
    const made = make();
    results.set(key, made);
    if (made instanceof Promise) made.catch(() => results.delete(key));
    const [oldest] = results.keys();
    if (results.size > this.#limit && oldest !== undefined) results.delete(oldest);
    return made;
  }
}
