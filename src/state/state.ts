import { Keyv } from 'keyv';
import { createLeases, type WithLease } from './leases.ts';
import { once } from './rows/sound-value.ts';
import { type Update, updateEntry } from './rows/update-entry.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { isBusy } from './sqlite/sqlite-errors.ts';
import { SqliteStore } from './sqlite/sqlite-store.ts';
import { WriteQueue } from './sqlite/write-queue.ts';
import { openStores, type StoreName, type Stores } from './stores.ts';
import type { Trouble } from './trouble.ts';

export { StateError } from './state-error.ts';

/**
 * What outlives a restart. Values are checked where they are read: an older version may have written them. While nothing
 * can be written (a full disk, another process, a database server that is away), all goes on in memory: `set` neither
 * waits for long nor fails.
 */
export interface State extends Stores {
  /** Whether processes on other machines have the same state. */
  readonly shared: boolean;
  /**
   * Reads an entry, works out another and writes it as one step, which no other process can come between.
   * @param change gets what is kept, may be called several times, and gives what is to be kept instead
   * @returns what is kept afterwards
   * @throws when the database can't be reached
   */
  update(store: StoreName, key: string, change: (present: unknown) => Update): Promise<unknown>;
  /** Does something in one process at a time. */
  readonly withLease: WithLease;
  /** Why nothing can be written at present; undefined as long as all is well. */
  trouble(): Trouble | undefined;
  /** Writes everything down and closes the file or the connections; the stores can't be used after that. */
  close(): Promise<void>;
}

export interface StateOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Called when a store fails outside of a call that could throw. */
  readonly onError?: (error: unknown) => void;
  /** Called once when nothing can be written any more, and once, with `undefined`, when it can again. */
  readonly onTrouble?: (trouble: Trouble | undefined, error?: unknown) => void;
  /** Told the key of a row that is no JSON, once; the row is passed over. */
  readonly onBadRow?: (key: string) => void;
  /** Told how many entries are lost because they could not be written before the end. */
  readonly onLost?: (entries: number) => void;
}

const DEFAULTS = { sweepEvery: 60 * 60 * 1000 } as const;

/**
 * Opens the bot's state in one SQLite file (WAL) in a folder, which is made when missing.
 * @throws {StateError} when the folder can't be made or written, or the file is no database, another program's, or of a
 *   later version
 */
export function openState(dataDir: string, options: StateOptions = {}): State {
  const { now = () => Date.now(), onError, onTrouble, onLost } = options;
  const database = openDatabase(dataDir);
  const onBadRow = once(options.onBadRow);
  const plain = new SqliteStore(database, { now });
  const queue = new WriteQueue((...entry) => plain.write(...entry), { now, onTrouble });
  const queued = new SqliteStore(database, { now, onBadRow, queue });
  const update: State['update'] = (store, key, change) => updateEntry(queued, `${store}:${key}`, change);
  sweep();
  const timer = setInterval(sweep, DEFAULTS.sweepEvery).unref();
  return {
    ...openStores(store),
    shared: false,
    update,
    withLease: createLeases({
      update: (name, change) => update('leases', name, change),
      clock: async () => now(),
      onError,
    }),
    trouble: () => queue.trouble,
    async close() {
      clearInterval(timer);
      if (!database.isOpen) return;
      const lost = queue.close();
      if (lost > 0) onLost?.(lost);
      database.close();
    },
  };

  function store(namespace: StoreName): Keyv<unknown> {
    const keyv = new Keyv<unknown>({
      store: new SqliteStore(database, { now, onBadRow, queue }),
      namespace,
      throwOnErrors: true,
    });
    if (onError !== undefined) keyv.on('error', onError);
    return keyv;
  }

  /** What could not be swept now goes with the next time. */
  function sweep(): void {
    try {
      plain.sweep();
    } catch (error) {
      if (!isBusy(error)) onError?.(error);
    }
  }
}
