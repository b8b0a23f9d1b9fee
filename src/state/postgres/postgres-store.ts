import { EventEmitter } from 'node:events';
import { z } from 'zod';
import type { Entry } from '../rows/entry.ts';
import { iterateRows, keyRange } from '../rows/iterate-rows.ts';
import { isSound } from '../rows/sound-value.ts';
import type { StoreName } from '../stores.ts';
import { type Postgres, patiently, type Queries } from './connect.ts';
import { isPassing } from './postgres-errors.ts';
import type { WriteBehind } from './write-behind.ts';

export interface PostgresStoreOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly queue: WriteBehind;
  /** Told of a row that is not what Keyv writes; it is passed over. */
  readonly onBadRow: (key: string) => void;
}

const Row = z.object({ key: z.string(), value: z.string() });
const Key = z.object({ key: z.string() });

/**
 * Keyv's storage adapter over one table. It is not `@keyv/postgres`, which keeps one pool for the whole process without
 * a listener for lost connections (a restart of the server ends the process), never deletes what has expired, and ends
 * its iterator early as if that was all when a page can't be read.
 */
export class PostgresStore extends EventEmitter {
  /** Keyv looks up here whether the store can iterate. */
  readonly opts = { dialect: 'postgres' };
  namespace: string | undefined;
  readonly #postgres: Postgres;
  readonly #store: StoreName;
  readonly #now: () => number;
  readonly #queue: WriteBehind;
  readonly #onBadRow: (key: string) => void;

  constructor(postgres: Postgres, store: StoreName, { now, queue, onBadRow }: PostgresStoreOptions) {
    super();
    this.#postgres = postgres;
    this.#store = store;
    this.#now = now;
    this.#queue = queue;
    this.#onBadRow = onBadRow;
  }

  /** @throws when the database is away for longer than a moment */
  async get(key: string): Promise<string | undefined> {
    const waiting = this.#queue.peek(this.#store, key);
    if (waiting !== undefined) return waiting;
    const [row] = await patiently(() =>
      this.#postgres.rows(
        Row,
        `SELECT key, value FROM footnote."${this.#store}" WHERE key = $1 AND (expires IS NULL OR expires >= $2)`,
        [key, this.#now()],
      ),
    );
    return row !== undefined && this.#isSound(row) ? row.value : undefined;
  }

  /** @param ttl milliseconds to live; absent: for ever */
  async set(key: string, value: string, ttl?: number): Promise<void> {
    const expires = ttl === undefined ? null : this.#now() + ttl;
    await this.#queue.put({ store: this.#store, key, value, expires });
  }

  /** @throws as `get` does */
  async delete(key: string): Promise<boolean> {
    const waited = this.#queue.forget(this.#store, key);
    const gone = await patiently(() =>
      this.#postgres.run(`DELETE FROM footnote."${this.#store}" WHERE key = $1`, [key]),
    );
    return gone > 0 || waited;
  }

  /** Empties this namespace; without one, the table. @throws as `get` does */
  async clear(): Promise<void> {
    const [first, end] = keyRange(this.namespace);
    for (const [key] of this.#waiting(first, end)) this.#queue.forget(this.#store, key);
    await patiently(() =>
      this.#postgres.run(`DELETE FROM footnote."${this.#store}" WHERE key >= $1 AND key < $2`, [first, end]),
    );
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  /** As `iterateRows`. @throws as `get` does */
  iterator(namespace: string | undefined = this.namespace): AsyncGenerator<[key: string, value: string]> {
    return iterateRows(namespace, {
      page: (after, end, most) =>
        patiently(() =>
          this.#postgres.rows(
            Row,
            `SELECT key, value FROM footnote."${this.#store}" WHERE key > $1 AND key < $2 ORDER BY key LIMIT $3`,
            [after, end, most],
          ),
        ),
      waiting: (first, end) => this.#waiting(first, end),
      isSound: (row) => this.#isSound(row),
    });
  }

  /** As `Exchange.replace`. @throws as `get` does */
  async replace(key: string, expected: string | undefined, value: string, ttl?: number): Promise<boolean> {
    await this.#queue.settle(this.#store, key);
    const table = `footnote."${this.#store}"`;
    const now = this.#now();
    const expires = ttl === undefined ? null : now + ttl;
    const statement =
      expected === undefined
        ? `INSERT INTO ${table} AS old VALUES ($1, $2, $3)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE old.expires < $4 RETURNING key`
        : `UPDATE ${table} SET value = $2, expires = $3 WHERE key = $1 AND value = $4 RETURNING key`;
    const values = [key, value, expires, expected ?? now];
    try {
      return (await this.#postgres.rows(Key, statement, values)).length > 0;
    } catch (error) {
      // Whether it was done before the connection broke, the row itself tells.
      if (isPassing(error)) return (await this.get(key)) === value;
      throw error;
    }
  }

  #waiting(first: string, end: string): [key: string, value: string][] {
    return this.#queue.of(this.#store).filter(([key]) => key >= first && key < end);
  }

  #isSound({ key, value }: z.infer<typeof Row>): boolean {
    if (isSound(value)) return true;
    this.#onBadRow(key);
    return false;
  }
}

/** Writes entries of any stores, all or none. @throws as the database does */
export async function writeEntries(postgres: Postgres, entries: readonly Entry[]): Promise<void> {
  const [first, ...others] = Map.groupBy(entries, ({ store }) => store);
  if (first === undefined) return;
  if (others.length === 0) return writeRows(postgres, ...first);
  await postgres.transaction(async (queries) => {
    for (const each of [first, ...others]) await writeRows(queries, ...each);
  });
}

/** Writes entries of one store. @throws as the database does */
export async function writeRows(queries: Queries, store: string, rows: readonly Entry[]): Promise<void> {
  await queries.run(
    `INSERT INTO footnote."${store}" SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
    [rows.map(({ key }) => key), rows.map(({ value }) => value), rows.map(({ expires }) => expires)],
  );
}
