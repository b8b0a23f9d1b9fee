import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Keyv } from 'keyv';
import { SqliteStore } from './sqlite-store.ts';

/** What outlives a restart. Values are checked where they are read: an older version may have written them. */
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
  /** Writes everything down and closes the file; the stores can't be used after that. */
  close(): Promise<void>;
}

export interface StateOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Called when a store fails outside of a call that could throw. */
  readonly onError?: (error: unknown) => void;
}

/** The folder for state can't be used; the message says why and what to do. */
export class StateError extends Error {
  override readonly name = 'StateError';
}

const DEFAULTS = { file: 'footnote.sqlite', sweepEvery: 60 * 60 * 1000, busyTimeout: 5000 } as const;

/**
 * Opens the bot's state in one SQLite file (WAL) in a folder, which is made when missing.
 * @throws {StateError} when the folder can't be made or written, or the file is not a database
 */
export function openState(dataDir: string, { now = () => Date.now(), onError }: StateOptions = {}): State {
  const database = open(dataDir);
  const stores = {
    settings: store('settings'),
    feedback: store('feedback'),
    views: store('views'),
    gaps: store('gaps'),
    audit: store('audit'),
  };
  const sweeper = new SqliteStore(database, now);
  sweeper.sweep();
  const timer = setInterval(() => attempt(() => sweeper.sweep()), DEFAULTS.sweepEvery).unref();
  return {
    ...stores,
    async close() {
      clearInterval(timer);
      if (database.isOpen) database.close();
    },
  };

  function store(namespace: string): Keyv<unknown> {
    const keyv = new Keyv<unknown>({ store: new SqliteStore(database, now), namespace, throwOnErrors: true });
    if (onError !== undefined) keyv.on('error', onError);
    return keyv;
  }

  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      onError?.(error);
    }
  }
}

function open(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true });
    const database = new DatabaseSync(join(dataDir, DEFAULTS.file), { timeout: DEFAULTS.busyTimeout });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA user_version = 1;');
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StateError(
      `Cannot keep state in "${dataDir}" (${reason}). Make the folder writable for this user, or set DATA_DIR to one that is.`,
      { cause },
    );
  }
}
