export const BUDGET_DEFAULTS = {
  /** What one person may spend … */
  units: 20,
  /** … within so many milliseconds. */
  window: 10_000,
  /** People who are remembered; of more, those who were silent for longest are forgotten. */
  people: 10_000,
} as const;

/** What things cost, by the work they are: five questions fill the budget. */
export const COSTS = {
  question: 4,
  /** A message, whose sentences are asked one by one. */
  message: 8,
  /** A button, select or form; most search anew. */
  press: 2,
  /** A command that searches nothing. */
  command: 1,
  suggestion: 0.25,
} as const;

interface Spending {
  readonly at: number;
  readonly cost: number;
}

/**
 * One budget a person for all that costs work: a sliding window, in memory, since a limit against floods need not outlive
 * a restart.
 */
export class Budget {
  readonly #now: () => number;
  readonly #units: number;
  readonly #window: number;
  readonly #people: number;
  /** In the order in which people last spent something. */
  readonly #spent = new Map<string, readonly Spending[]>();

  /** @param now milliseconds since 1970 */
  constructor(
    now: () => number,
    { units, window, people }: { units: number; window: number; people: number } = BUDGET_DEFAULTS,
  ) {
    this.#now = now;
    this.#units = units;
    this.#window = window;
    this.#people = people;
  }

  /**
   * Takes what something costs, if there is so much left.
   * @param reserve what must be left over afterwards, for what matters more
   * @returns 0 when taken, otherwise the milliseconds until it could be
   */
  take(userId: string, cost: number, reserve = 0): number {
    const now = this.#now();
    const recent = (this.#spent.get(userId) ?? []).filter(({ at }) => at > now - this.#window);
    let over = recent.reduce((sum, spending) => sum + spending.cost, cost + reserve) - this.#units;
    if (over <= 0) {
      this.#spent.delete(userId);
      this.#spent.set(userId, [...recent, { at: now, cost }]);
      this.#forget(now);
      return 0;
    }
    for (const spending of recent) {
      over -= spending.cost;
      if (over <= 0) return spending.at + this.#window - now;
    }
    return this.#window;
  }

  /** How many people are remembered. */
  get size(): number {
    return this.#spent.size;
  }

  #forget(now: number): void {
    for (const [userId, spendings] of this.#spent) {
      const silent = (spendings.at(-1)?.at ?? 0) <= now - this.#window;
      if (!silent && this.#spent.size <= this.#people) return;
      this.#spent.delete(userId);
    }
  }
}
