import { EventEmitter } from 'node:events';
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { iterateRows, keyRange, type StoredRow } from '../rows/iterate-rows.ts';
import { isSound } from '../rows/sound-value.ts';
import { createTables } from './open-database.ts';
import { isBusy } from './sqlite-errors.ts';
import type { WriteQueue } from './write-queue.ts';

const DEFAULTS = {
  /** Milliseconds between two attempts while another process holds the database, and for how long they go on. */
  pause: 25,
  patience: 5000,
} as const;

export interface SqliteStoreOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Takes what is set: then `set` never waits and never fails. Without one, it does both. */
  readonly queue?: WriteQueue;
  /** Told of a row that is not what Keyv writes; it is passed over. */
  readonly onBadRow?: ((key: string) => void) | undefined;
}

/**
 * Keyv's storage adapter over `node:sqlite`. Keys arrive with their namespace in front (`settings:key`); each Keyv
 * needs a store of its own, since Keyv writes its namespace into it, but stores may share one database and one queue.
 * No call holds up the process for another one that has the database.
 */
export class SqliteStore extends EventEmitter {
  /** Keyv looks up here whether the store can iterate. */
  readonly opts = { dialect: 'sqlite' };
  namespace: string | undefined;
  readonly #now: () => number;
  readonly #queue: WriteQueue | undefined;
  readonly #onBadRow: (key: string) => void;
  readonly #get: StatementSync;
  readonly #set: StatementSync;
  readonly #add: StatementSync;
  readonly #exchange: StatementSync;
  readonly #delete: StatementSync;
  readonly #clear: StatementSync;
  readonly #page: StatementSync;
  readonly #sweep: StatementSync;

  /** @param database an open database; its owner closes it */
  constructor(database: DatabaseSync, options: SqliteStoreOptions = {}) {
    super();
    this.#now = options.now ?? (() => Date.now());
    this.#queue = options.queue;
    this.#onBadRow = options.onBadRow ?? (() => undefined);
    createTables(database);
    this.#get = database.prepare(
      'SELECT value FROM keyv WHERE key = ? AND (expires IS NULL OR expires >= ?)',
    );
    this.#set = database.prepare(
      'INSERT INTO keyv VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires',
    );
    this.#add = database.prepare(
      'INSERT INTO keyv VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE expires < ?',
    );
    this.#exchange = database.prepare('UPDATE keyv SET value = ?, expires = ? WHERE key = ? AND value = ?');
    this.#delete = database.prepare('DELETE FROM keyv WHERE key = ?');
    this.#clear = database.prepare('DELETE FROM keyv WHERE key >= ? AND key < ?');
    this.#page = database.prepare(
      'SELECT key, value FROM keyv WHERE key > ? AND key < ? ORDER BY key LIMIT ?',
    );
    this.#sweep = database.prepare('DELETE FROM keyv WHERE expires < ?');
  }

  async get(key: string): Promise<string | undefined> {
    const waiting = this.#queue?.peek(key);
    if (waiting !== undefined) return waiting;
    const { value } = (await patiently(() => this.#get.get(key, this.#now()))) ?? {};
    return typeof value === 'string' && this.#isSound(key, value) ? value : undefined;
  }

  /** @param ttl milliseconds to live; absent: for ever */
  async set(key: string, value: string, ttl?: number): Promise<void> {
    if (this.#queue === undefined) await patiently(() => this.write(key, value, ttl));
    else this.#queue.put(key, value, ttl);
  }

  /** One attempt to write, past the queue; throws when it fails. @param ttl as for `set` */
  write(key: string, value: string, ttl?: number): void {
    this.#set.run(key, value, ttl === undefined ? null : this.#now() + ttl);
  }

  /** As `Exchange.replace`; while nothing can be written it is exchanged in memory. */
  async replace(key: string, expected: string | undefined, value: string, ttl?: number): Promise<boolean> {
    const waiting = this.#queue?.peek(key);
    if (waiting !== undefined) return waiting === expected && this.#queueUp(key, value, ttl);
    const now = this.#now();
    const expires = ttl === undefined ? null : now + ttl;
    try {
      const { changes } = await patiently(() =>
        expected === undefined
          ? this.#add.run(key, value, expires, now)
          : this.#exchange.run(value, expires, key, expected),
      );
      return changes > 0;
    } catch (error) {
      if (this.#queue === undefined) throw error;
      return (await this.get(key)) === expected && this.#queueUp(key, value, ttl);
    }
  }

  async delete(key: string): Promise<boolean> {
    const waited = this.#queue?.forget(key) ?? false;
    return (await patiently(() => this.#delete.run(key))).changes > 0 || waited;
  }

  /** Empties this namespace; without one, everything. */
  async clear(): Promise<void> {
    const [first, end] = keyRange(this.namespace);
    for (const [key] of this.#queue?.within(first, end) ?? []) this.#queue?.forget(key);
    await patiently(() => this.#clear.run(first, end));
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  /** As `iterateRows`. */
  iterator(namespace: string | undefined = this.namespace): AsyncGenerator<[key: string, value: string]> {
    return iterateRows(namespace, {
      page: (after, end, most) => patiently(() => this.#page.all(after, end, most).flatMap(storedRow)),
      waiting: (first, end) => this.#queue?.within(first, end) ?? [],
      isSound: ({ key, value }) => this.#isSound(key, value),
    });
  }

  /** Deletes what has expired, in every namespace of the database. @returns how many entries went */
  sweep(): number {
    return Number(this.#sweep.run(this.#now()).changes);
  }

  #queueUp(key: string, value: string, ttl: number | undefined): true {
    this.#queue?.put(key, value, ttl);
    return true;
  }

  #isSound(key: string, value: string): boolean {
    if (isSound(value)) return true;
    this.#onBadRow(key);
    return false;
  }
}

/** Tries again, between other work, while another process holds the database. */
async function patiently<T>(work: () => T): Promise<T> {
  for (let waited = 0; ; waited += DEFAULTS.pause) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || waited >= DEFAULTS.patience) throw error;
      await setTimeout(DEFAULTS.pause);
    }
  }
}

/** A row whose columns are text; nothing else is read. */
function storedRow({ key, value }: Record<string, SQLOutputValue>): StoredRow[] {
  return typeof key === 'string' ? [{ key, value: typeof value === 'string' ? value : '' }] : [];
}
