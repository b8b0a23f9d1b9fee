import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Update } from '../../state/rows/update-entry.ts';

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

interface Limits {
  readonly units: number;
  readonly window: number;
  readonly people: number;
}

interface Spending {
  readonly at: number;
  readonly cost: number;
}

/** What one person has spent, by the process in which they did. */
const Shared = z.record(z.string(), z.array(z.object({ at: z.number(), cost: z.number() })));

/** How processes know of each other what somebody has spent: `State.update`, under a key for the person. */
export type Share = (userId: string, change: (present: unknown) => Update) => Promise<unknown>;

const SHARED_DEFAULTS = {
  /** Milliseconds that the others are waited for; then what is known here decides. */
  patience: 300,
} as const;

/**
 * One budget a person for all that costs work: a sliding window, in memory, since a limit against floods need not outlive
 * a restart; known to all processes that share a state.
 */
export class Budget {
  readonly #now: () => number;
  readonly #limits: Limits;
  readonly #share: Share | undefined;
  /** Of this process among those that share. */
  readonly #name = randomUUID();
  /** In the order in which people last spent something. */
  readonly #spent = new Map<string, readonly Spending[]>();

  /** @param now milliseconds since 1970 @param share absent: there is one process */
  constructor(now: () => number, limits: Limits = BUDGET_DEFAULTS, share?: Share) {
    this.#now = now;
    this.#limits = limits;
    this.#share = share;
  }

  /**
   * Takes what something costs, if there is so much left as far as is known here; for what can't wait.
   * @param reserve what must be left over afterwards, for what matters more
   * @returns 0 when taken, otherwise the milliseconds until it could be
   */
  take(userId: string, cost: number, reserve = 0): number {
    const now = this.#now();
    const { wait, spent } = spend(this.#spent.get(userId) ?? [], cost, { reserve, now, ...this.#limits });
    if (wait > 0) return wait;
    this.#remember(userId, spent, now);
    return 0;
  }

  /** As `take`, after looking at what was spent in other processes. Never fails, and never takes long. */
  async takeAnywhere(userId: string, cost: number): Promise<number> {
    const own = this.take(userId, cost);
    const taken = this.#spent.get(userId)?.at(-1);
    if (own > 0 || taken === undefined || this.#share === undefined) return own;
    let wait = 0;
    const asked = this.#share(userId, (present) => {
      const { at: now } = taken;
      const recent = (each: readonly Spending[]) => each.filter(({ at }) => at > now - this.#limits.window);
      const mine = recent(this.#spent.get(userId) ?? []);
      const others = Object.entries(Shared.safeParse(present).data ?? {})
        .filter(([name]) => name !== this.#name)
        .map(([name, spent]): [string, Spending[]] => [name, recent(spent)])
        .filter(([, spent]) => spent.length > 0);
      const before = [...mine.filter((each) => each !== taken), ...others.flatMap(([, spent]) => spent)];
      before.sort((a, b) => a.at - b.at);
      ({ wait } = spend(before, cost, { reserve: 0, now, ...this.#limits }));
      if (wait > 0) return undefined;
      return { value: Object.fromEntries([...others, [this.#name, mine]]), ttl: this.#limits.window };
    });
    // When the others can't be asked, what is known here decides.
    await withinPatience(asked);
    if (wait > 0) this.#giveBack(userId, taken);
    return wait;
  }

  /** How many people are remembered. */
  get size(): number {
    return this.#spent.size;
  }

  #giveBack(userId: string, taken: Spending): void {
    const spent = this.#spent.get(userId);
    if (spent !== undefined)
      this.#spent.set(
        userId,
        spent.filter((each) => each !== taken),
      );
  }

  #remember(userId: string, spent: readonly Spending[], now: number): void {
    this.#spent.delete(userId);
    this.#spent.set(userId, spent);
    for (const [each, spendings] of this.#spent) {
      const silent = (spendings.at(-1)?.at ?? 0) <= now - this.#limits.window;
      if (!silent && this.#spent.size <= this.#limits.people) return;
      this.#spent.delete(each);
    }
  }
}

/** @returns what was spent within the window afterwards, and 0 or the milliseconds to wait; then nothing was spent */
function spend(
  before: readonly Spending[],
  cost: number,
  { reserve, now, units, window }: Limits & { readonly reserve: number; readonly now: number },
): { readonly wait: number; readonly spent: readonly Spending[] } {
  const recent = before.filter(({ at }) => at > now - window);
  let over = recent.reduce((sum, spending) => sum + spending.cost, cost + reserve) - units;
  if (over <= 0) return { wait: 0, spent: [...recent, { at: now, cost }] };
  for (const spending of recent) {
    over -= spending.cost;
    if (over <= 0) return { wait: spending.at + window - now, spent: recent };
  }
  return { wait: window, spent: recent };
}

async function withinPatience(work: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, SHARED_DEFAULTS.patience);
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
