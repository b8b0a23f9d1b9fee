import { Keyv } from 'keyv';
import { openDatabase } from './sqlite/open-database.ts';
import { isBusy } from './sqlite/sqlite-errors.ts';
import { SqliteStore } from './sqlite/sqlite-store.ts';
import { type Trouble, WriteQueue } from './sqlite/write-queue.ts';

export { StateError } from './sqlite/open-database.ts';

/**
 * What outlives a restart. Values are checked where they are read: an older version may have written them. While nothing
 * can be written (a full disk, another process), all goes on in memory: `set` neither waits nor fails.
 */
export interface State {
  /** What moderators set, and what the bot must remember about itself. */
  readonly settings: Keyv<unknown>;
  /** Thumbs up and down, without names. */
  readonly feedback: Keyv<unknown>;
  /** What stands behind the buttons of messages that were sent. */
  readonly views: Keyv<unknown>;
  /** Questions that got no good answer, without names. */
  readonly gaps: Keyv<unknown>;
  /** Who changed what in the corpus. */
  readonly audit: Keyv<unknown>;
  /** Why nothing can be written at present; undefined as long as all is well. */
  trouble(): Trouble | undefined;
  /** Writes everything down and closes the file; the stores can't be used after that. */
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
  const stores = {
    settings: store('settings'),
    feedback: store('feedback'),
    views: store('views'),
    gaps: store('gaps'),
    audit: store('audit'),
  };
  sweep();
  const timer = setInterval(sweep, DEFAULTS.sweepEvery).unref();
  return {
    ...stores,
    trouble: () => queue.trouble,
    async close() {
      clearInterval(timer);
      if (!database.isOpen) return;
      const lost = queue.close();
      if (lost > 0) onLost?.(lost);
      database.close();
    },
  };

  function store(namespace: string): Keyv<unknown> {
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

/** Tells of each key once. */
function once(tell: ((key: string) => void) | undefined): (key: string) => void {
  const told = new Set<string>();
  return (key) => {
    if (told.has(key)) return;
    told.add(key);
    tell?.(key);
  };
}
