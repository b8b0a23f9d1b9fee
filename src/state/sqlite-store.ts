import { EventEmitter } from 'node:events';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS keyv_expires ON keyv (expires) WHERE expires IS NOT NULL;
`;

const PAGE = 100;

/**
 * Keyv's storage adapter over `node:sqlite`. Keys arrive with their namespace in front (`settings:key`); each Keyv
 * needs a store of its own, since Keyv writes its namespace into it, but stores may share one database.
 */
export class SqliteStore extends EventEmitter {
  /** Keyv looks up here whether the store can iterate. */
  readonly opts = { dialect: 'sqlite' };
  namespace: string | undefined;
  readonly #now: () => number;
  readonly #get: StatementSync;
  readonly #set: StatementSync;
  readonly #delete: StatementSync;
  readonly #clear: StatementSync;
  readonly #page: StatementSync;
  readonly #sweep: StatementSync;

  /** @param database an open database; its owner closes it */
  constructor(database: DatabaseSync, now: () => number = () => Date.now()) {
    super();
    this.#now = now;
    database.exec(SCHEMA);
    this.#get = database.prepare(
      'SELECT value FROM keyv WHERE key = ? AND (expires IS NULL OR expires >= ?)',
    );
    this.#set = database.prepare(
      'INSERT INTO keyv VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires',
    );
    this.#delete = database.prepare('DELETE FROM keyv WHERE key = ?');
    this.#clear = database.prepare('DELETE FROM keyv WHERE key >= ? AND key < ?');
    this.#page = database.prepare(
      'SELECT key, value FROM keyv WHERE key > ? AND key < ? ORDER BY key LIMIT ?',
    );
    this.#sweep = database.prepare('DELETE FROM keyv WHERE expires < ?');
  }

  async get(key: string): Promise<string | undefined> {
    const { value } = this.#get.get(key, this.#now()) ?? {};
    return typeof value === 'string' ? value : undefined;
  }

  /** @param ttl milliseconds to live; absent: for ever */
  async set(key: string, value: string, ttl?: number): Promise<void> {
    this.#set.run(key, value, ttl === undefined ? null : this.#now() + ttl);
  }

  async delete(key: string): Promise<boolean> {
    return this.#delete.run(key).changes > 0;
  }

  /** Empties this namespace; without one, everything. */
  async clear(): Promise<void> {
    this.#clear.run(...range(this.namespace));
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  /** Reads in pages by key, so that what is written or deleted meanwhile disturbs nothing. */
  async *iterator(
    namespace: string | undefined = this.namespace,
  ): AsyncGenerator<[key: string, value: string]> {
    const [first, end] = range(namespace);
    for (let after = first; ; ) {
      const rows = this.#page.all(after, end, PAGE);
      for (const { key, value } of rows) {
        if (typeof key !== 'string' || typeof value !== 'string') continue;
        after = key;
        yield [key, value];
      }
      if (rows.length < PAGE) return;
    }
  }

  /** Deletes what has expired, in every namespace of the database. @returns how many entries went */
  sweep(): number {
    return Number(this.#sweep.run(this.#now()).changes);
  }
}

/** All keys of a namespace lie in `[ns:, ns;)`, since `;` follows `:`; U+10FFFF ends the range of all keys. */
function range(namespace: string | undefined): [first: string, end: string] {
  return namespace === undefined ? ['', '\u{10FFFF}'] : [`${namespace}:`, `${namespace};`];
}
