import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makePrivateFile, makePrivateFolder } from './private-files.ts';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  CREATE TABLE IF NOT EXISTS corpora (corpus TEXT PRIMARY KEY, version TEXT NOT NULL, used INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS blocks (
    corpus TEXT NOT NULL REFERENCES corpora ON DELETE CASCADE, name TEXT NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (corpus, name)
  ) STRICT;
`;

const BLOCK_STORE_DEFAULTS = {
  file: 'cache.sqlite',
  /** How many corpora are kept; the one that was not used for longest goes first. */
  corpora: 4,
  /** How long to wait for another process, in milliseconds. */
  busyTimeout: 5000,
} as const;

/** Named blocks of bytes for each corpus, in a file that can be deleted at any time: it only saves time. */
export interface BlockStore {
  /** What was saved last by the same version; `undefined` when there is nothing, or it can't be read. */
  load(corpus: string, version: string): ReadonlyMap<string, Uint8Array> | undefined;
  /**
   * Replaces what was there, whole or not at all; `undefined` keeps the block of that name as it is. A failure (a full
   * disk, another process) leaves what was there.
   * @returns whether it was saved
   */
  save(corpus: string, version: string, blocks: ReadonlyMap<string, Uint8Array | undefined>): boolean;
  close(): void;
}

export interface BlockStoreOptions {
  /** Make the folder when it is missing; without it, no folder means no store. */
  readonly create?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told what went wrong; nothing is thrown. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Opens the store in the folder for state. A damaged file is made anew.
 * @returns `undefined` when there can be none, since the folder is missing or can't be written
 */
export function openBlockStore(
  dataDir: string,
  { create = false, now = () => Date.now(), onError = () => undefined }: BlockStoreOptions = {},
): BlockStore | undefined {
  const { file, corpora, busyTimeout } = BLOCK_STORE_DEFAULTS;
  const path = join(dataDir, file);
  const database = open() ?? openAnew();
  if (database === undefined) return undefined;
  return { load, save, close };

  function open(): DatabaseSync | undefined {
    return attempt(() => {
      if (create) makePrivateFolder(dataDir);
      else if (!existsSync(dataDir)) return undefined;
      makePrivateFile(path);
      const opened = new DatabaseSync(path, { timeout: busyTimeout });
      try {
        opened.exec(SCHEMA);
      } catch (error) {
        opened.close();
        throw error;
      }
      return opened;
    });
  }

  function openAnew(): DatabaseSync | undefined {
    if (!existsSync(path)) return undefined;
    attempt(() => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    });
    return open();
  }

  function load(corpus: string, version: string): ReadonlyMap<string, Uint8Array> | undefined {
    return attempt(() => {
      const used = database?.prepare('UPDATE corpora SET used = ? WHERE corpus = ? AND version = ?');
      if (used?.run(now(), corpus, version).changes !== 1) return undefined;
      const rows = database?.prepare('SELECT name, bytes FROM blocks WHERE corpus = ?').all(corpus) ?? [];
      const blocks = new Map<string, Uint8Array>();
      for (const { name, bytes } of rows) {
        if (typeof name === 'string' && bytes instanceof Uint8Array) blocks.set(name, bytes);
      }
      return blocks;
    });
  }

  function save(
    corpus: string,
    version: string,
    blocks: ReadonlyMap<string, Uint8Array | undefined>,
  ): boolean {
    return attempt(() => transaction(() => replace(corpus, version, blocks))) ?? false;
  }

  function replace(
    corpus: string,
    version: string,
    blocks: ReadonlyMap<string, Uint8Array | undefined>,
  ): void {
    database
      ?.prepare(
        'INSERT INTO corpora VALUES (?, ?, ?) ON CONFLICT (corpus) DO UPDATE SET version = excluded.version, used = excluded.used',
      )
      .run(corpus, version, now());
    const names = JSON.stringify([...blocks.keys()]);
    database
      ?.prepare('DELETE FROM blocks WHERE corpus = ? AND name NOT IN (SELECT value FROM json_each(?))')
      .run(corpus, names);
    const put = database?.prepare(
      'INSERT INTO blocks VALUES (?, ?, ?) ON CONFLICT (corpus, name) DO UPDATE SET bytes = excluded.bytes',
    );
    for (const [name, bytes] of blocks) if (bytes !== undefined) put?.run(corpus, name, bytes);
    const { count } =
      database?.prepare('SELECT count(*) AS count FROM blocks WHERE corpus = ?').get(corpus) ?? {};
    if (count !== blocks.size)
      throw new Error('Another process has replaced the blocks that were to be kept');
    database
      ?.prepare(
        'DELETE FROM corpora WHERE corpus NOT IN (SELECT corpus FROM corpora ORDER BY used DESC LIMIT ?)',
      )
      .run(corpora);
  }

  function transaction(work: () => void): true {
    database?.exec('BEGIN IMMEDIATE');
    try {
      work();
      database?.exec('COMMIT');
      return true;
    } catch (error) {
      database?.exec('ROLLBACK');
      throw error;
    }
  }

  function close(): void {
    if (database?.isOpen) attempt(() => database.close());
  }

  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      onError(error);
      return undefined;
    }
  }
}
