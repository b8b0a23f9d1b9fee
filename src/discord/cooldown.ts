export const COOLDOWN_DEFAULTS = {
  /** How many questions one person may ask … */
  uses: 5,
  /** … in how many milliseconds. */
  window: 10_000,
} as const;

/** A sliding window per person, in memory: a limit against floods need not outlive a restart. */
export class Cooldown {
  readonly #now: () => number;
  readonly #uses: number;
  readonly #window: number;
  readonly #times = new Map<string, number[]>();
  #sweptAt = 0;

  constructor(now: () => number, { uses, window }: { uses: number; window: number } = COOLDOWN_DEFAULTS) {
    this.#now = now;
    this.#uses = uses;
    this.#window = window;
  }

  /**
   * Takes one use, if there is one left.
   * @returns 0 when taken, otherwise the milliseconds until the next is free
   */
  take(userId: string): number {
    const now = this.#now();
    this.#sweep(now);
    const recent = (this.#times.get(userId) ?? []).filter((time) => time > now - this.#window);
    const oldest = recent[0];
    if (recent.length >= this.#uses && oldest !== undefined) return oldest + this.#window - now;
    this.#times.set(userId, [...recent, now]);
    return 0;
  }

  /** How many people are remembered; bounded by who asked within the last two windows. */
  get size(): number {
    return this.#times.size;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < this.#window) return;
    this.#sweptAt = now;
    for (const [userId, times] of this.#times) {
      if ((times.at(-1) ?? 0) <= now - this.#window) this.#times.delete(userId);
    }
  }
}
