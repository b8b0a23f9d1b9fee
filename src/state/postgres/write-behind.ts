import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '../rows/entry.ts';
import type { Trouble } from '../trouble.ts';
import { isPassing, postgresTrouble } from './postgres-errors.ts';

export interface WriteBehindOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told once when writing begins to fail, and once, with `undefined`, when it works again. */
  readonly onTrouble?: ((trouble: Trouble | undefined, error?: unknown) => void) | undefined;
  /** Told of an entry that the database will never take. */
  readonly onRefused?: ((error: unknown) => void) | undefined;
}

const WRITE_BEHIND_DEFAULTS = {
  /** Entries that may wait; the oldest make room. */
  waiting: 5000,
  /** Entries of one statement. */
  batch: 200,
  /** Milliseconds that whoever writes waits for the database, before it goes on without. */
  patience: 1000,
  /** Milliseconds between two attempts: the first pause is doubled up to the longest. */
  firstPause: 50,
  longestPause: 2000,
  /** Milliseconds that `close` goes on trying. */
  closing: 3000,
} as const;

/** An entry, and who waits for it. */
interface Waiting {
  readonly entry: Entry;
  readonly gone: PromiseWithResolvers<void>;
}

/**
 * Writes entries in their order, many at once, and keeps them in memory while the database is away. Whoever writes waits
 * until it is done, but never for long, and is not told of a failure. What waits can be read and forgotten.
 */
export class WriteBehind {
  readonly #write: (entries: readonly Entry[]) => Promise<void>;
  readonly #options: WriteBehindOptions;
  /** By store and key, oldest first. */
  readonly #waiting = new Map<string, Waiting>();
  readonly #closing = new AbortController();
  #trouble: { readonly since: number; readonly why: string } | undefined;
  #working: Promise<void> | undefined;
  /** Entries of the next statement: one only after some were refused, to find out which. */
  #batch: number = WRITE_BEHIND_DEFAULTS.batch;
  #closed = false;

  /** @param write one attempt for entries of any stores, whole or not at all */
  constructor(write: (entries: readonly Entry[]) => Promise<void>, options: WriteBehindOptions) {
    this.#write = write;
    this.#options = options;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble && { ...this.#trouble, waiting: this.#waiting.size };
  }

  /** @throws after `close` only */
  async put(entry: Entry): Promise<void> {
    if (this.#closed) throw new Error('The database is not open any more');
    this.forget(entry.store, entry.key);
    const gone = Promise.withResolvers<void>();
    this.#waiting.set(nameOf(entry.store, entry.key), { entry, gone });
    for (const [, oldest] of this.#waiting) {
      if (this.#waiting.size <= WRITE_BEHIND_DEFAULTS.waiting) break;
      this.forget(oldest.entry.store, oldest.entry.key);
    }
    this.#working ??= this.#work();
    if (this.#trouble === undefined) await withinPatience(gone.promise);
  }

  peek(store: string, key: string): string | undefined {
    return this.#waiting.get(nameOf(store, key))?.entry.value;
  }

  /** What waits of one store, in the order of the keys. */
  of(store: string): [key: string, value: string][] {
    return [...this.#waiting.values()]
      .filter(({ entry }) => entry.store === store)
      .map(({ entry }): [string, string] => [entry.key, entry.value])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  forget(store: string, key: string): boolean {
    const name = nameOf(store, key);
    this.#waiting.get(name)?.gone.resolve();
    return this.#waiting.delete(name);
  }

  /** Waits, not for long, until nothing of one key is on its way. */
  async settle(store: string, key: string): Promise<void> {
    await withinPatience(this.#waiting.get(nameOf(store, key))?.gone.promise);
  }

  /** Tries for a moment to write all that waits. @returns how many entries are lost */
  async close(): Promise<number> {
    this.#closed = true;
    const late = setTimeout(() => this.#closing.abort(), WRITE_BEHIND_DEFAULTS.closing);
    await this.#working;
    clearTimeout(late);
    return this.#waiting.size;
  }

  async #work(): Promise<void> {
    const { signal } = this.#closing;
    let pause: number = WRITE_BEHIND_DEFAULTS.firstPause;
    while (this.#waiting.size > 0 && !signal.aborted) {
      if (await this.#attempt()) {
        pause = WRITE_BEHIND_DEFAULTS.firstPause;
        continue;
      }
      await sleep(pause, undefined, { signal, ref: this.#closed }).catch(() => undefined);
      pause = Math.min(pause * 2, WRITE_BEHIND_DEFAULTS.longestPause);
    }
    this.#working = undefined;
  }

  /** @returns whether the database was there */
  async #attempt(): Promise<boolean> {
    const batch = [...this.#waiting.values()].slice(0, this.#batch);
    try {
      await this.#write(batch.map(({ entry }) => entry));
    } catch (error) {
      if (isPassing(error)) return this.#failed(error);
      this.#batch = 1;
      if (batch.length > 1) return true;
      this.#options.onRefused?.(error);
    }
    this.#batch = WRITE_BEHIND_DEFAULTS.batch;
    for (const { entry, gone } of batch) {
      const name = nameOf(entry.store, entry.key);
      if (this.#waiting.get(name)?.gone === gone) this.#waiting.delete(name);
      gone.resolve();
    }
    if (this.#trouble !== undefined) {
      this.#trouble = undefined;
      this.#options.onTrouble?.(undefined);
    }
    return true;
  }

  #failed(error: unknown): false {
    if (this.#trouble === undefined) {
      this.#trouble = { since: this.#options.now(), why: postgresTrouble(error) };
      this.#options.onTrouble?.(this.trouble, error);
    }
    return false;
  }
}

async function withinPatience(work: Promise<void> | undefined): Promise<void> {
  const patience = new AbortController();
  const enough = sleep(WRITE_BEHIND_DEFAULTS.patience, undefined, { signal: patience.signal, ref: false });
  enough.catch(() => undefined);
  await Promise.race([work, enough]);
  patience.abort();
}

function nameOf(store: string, key: string): string {
  return `${store}\0${key}`;
}
