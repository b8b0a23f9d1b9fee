import type { Trouble } from '../trouble.ts';
import { isBusy, troubleText } from './sqlite-errors.ts';

export interface WriteQueueOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told once when writing begins to fail, and once, with `undefined`, when it works again. */
  readonly onTrouble?: ((trouble: Trouble | undefined, error?: unknown) => void) | undefined;
}

export const WRITE_QUEUE_DEFAULTS = {
  /** Entries that may wait; the oldest make room. */
  waiting: 5000,
  /** Milliseconds until a write is tried again while another process holds the database; doubled each time … */
  firstPause: 10,
  /** … up to this. */
  longestPause: 2000,
  /** Milliseconds after which a held database is trouble. */
  patience: 3000,
  /** Entries that are written before others get their turn. */
  slice: 50,
} as const;

interface Waiting {
  readonly value: string;
  readonly ttl: number | undefined;
}

/**
 * Writes entries at once where that works, and otherwise keeps them in memory and tries again: whoever writes never
 * waits, and is not told. What waits can be read and forgotten.
 */
export class WriteQueue {
  readonly #write: (key: string, value: string, ttl?: number) => void;
  readonly #options: WriteQueueOptions;
  readonly #waiting = new Map<string, Waiting>();
  #trouble: { readonly since: number; readonly why: string } | undefined;
  #failingSince: number | undefined;
  #pause: number = WRITE_QUEUE_DEFAULTS.firstPause;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param write one attempt; throws at once when it fails */
  constructor(write: (key: string, value: string, ttl?: number) => void, options: WriteQueueOptions) {
    this.#write = write;
    this.#options = options;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble && { ...this.#trouble, waiting: this.#waiting.size };
  }

  /** @throws after `close` only */
  put(key: string, value: string, ttl: number | undefined): void {
    if (this.#closed) throw new Error('The database is not open any more');
    if (this.#waiting.size === 0 && this.#attempt(key, { value, ttl })) return;
    this.#waiting.delete(key);
    this.#waiting.set(key, { value, ttl });
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= WRITE_QUEUE_DEFAULTS.waiting) break;
      this.#waiting.delete(oldest);
    }
    this.#retryLater();
  }

  /** What waits under a key. */
  peek(key: string): string | undefined {
    return this.#waiting.get(key)?.value;
  }

  /** What waits, of the keys in a range, in the order of the keys. @param end exclusive */
  within(first: string, end: string): [key: string, value: string][] {
    return [...this.#waiting]
      .filter(([key]) => key >= first && key < end)
      .map(([key, { value }]): [string, string] => [key, value])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  forget(key: string): boolean {
    return this.#waiting.delete(key);
  }

  /** Tries once more to write all that waits, and stops trying. @returns how many entries are lost */
  close(): number {
    this.#closed = true;
    for (const [key, entry] of this.#waiting) {
      if (!this.#attempt(key, entry)) break;
      this.#waiting.delete(key);
    }
    clearTimeout(this.#timer);
    return this.#waiting.size;
  }

  #retryLater(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#retry();
    }, this.#pause).unref();
  }

  #retry(): void {
    let written = 0;
    for (const [key, entry] of this.#waiting) {
      if (!this.#attempt(key, entry)) break;
      this.#waiting.delete(key);
      if (++written === WRITE_QUEUE_DEFAULTS.slice) break;
    }
    if (this.#waiting.size > 0) this.#retryLater();
  }

  #attempt(key: string, { value, ttl }: Waiting): boolean {
    try {
      this.#write(key, value, ttl);
    } catch (error) {
      this.#failed(error);
      return false;
    }
    this.#pause = WRITE_QUEUE_DEFAULTS.firstPause;
    this.#failingSince = undefined;
    if (this.#trouble !== undefined) {
      this.#trouble = undefined;
      this.#options.onTrouble?.(undefined);
    }
    return true;
  }

  #failed(error: unknown): void {
    const { longestPause, patience } = WRITE_QUEUE_DEFAULTS;
    const now = this.#options.now();
    this.#failingSince ??= now;
    this.#pause = Math.min(this.#pause * 2, longestPause);
    const since = this.#failingSince;
    if (this.#trouble !== undefined || (isBusy(error) && now - since < patience)) return;
    this.#trouble = { since, why: troubleText(error) };
    this.#options.onTrouble?.(this.trouble, error);
  }
}
