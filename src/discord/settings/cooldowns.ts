const DEFAULTS = {
  /** People who are remembered; of more, those who asked longest ago are forgotten. */
  people: 10_000,
} as const;

/** When each person last asked in each server; in memory, since a server is one process's and a pause is short. */
export class Cooldowns {
  readonly #now: () => number;
  readonly #asked = new Map<string, number>();

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Begins a pause, if none is running.
   * @param seconds how long it is
   * @returns 0 when begun, otherwise the milliseconds that are left of the one before
   */
  take(guildId: string, userId: string, seconds: number): number {
    const key = `${guildId} ${userId}`;
    const left = (this.#asked.get(key) ?? Number.NEGATIVE_INFINITY) + seconds * 1000 - this.#now();
    if (left > 0) return left;
    this.#asked.delete(key);
    this.#asked.set(key, this.#now());
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > DEFAULTS.people && oldest !== undefined) this.#asked.delete(oldest);
    return 0;
  }
}
