import type { Entry } from '../rows/entry.ts';
import { lasts } from '../stores.ts';
import { openDatabase } from './open-database.ts';

/**
 * The rows of a state in a folder, as they stood at one moment, but for those that hold for a moment only.
 * @throws {StateError} when the folder can't be used
 */
export function readStateRows(dataDir: string): Entry[] {
  const database = openDatabase(dataDir);
  try {
    const rows = database.prepare('SELECT key, value, expires FROM keyv ORDER BY key').all();
    return rows.flatMap(({ key, value, expires }) => {
      if (typeof key !== 'string' || typeof value !== 'string') return [];
      const store = key.slice(0, Math.max(0, key.indexOf(':')));
      if (!lasts(store)) return [];
      return [{ store, key, value, expires: expires === null ? null : Number(expires) }];
    });
  } finally {
    database.close();
  }
}

/**
 * Puts rows in the place of all that a state in a folder holds, whole or not at all.
 * @returns how many there are afterwards
 * @throws {StateError} when the folder can't be used
 */
export async function replaceStateRows(dataDir: string, rows: AsyncIterable<Entry>): Promise<number> {
  const database = openDatabase(dataDir);
  try {
    database.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE; DELETE FROM keyv');
    const insert = database.prepare('INSERT INTO keyv VALUES (?, ?, ?)');
    for await (const { key, value, expires } of rows) insert.run(key, value, expires);
    const { entries } = database.prepare('SELECT count(*) AS entries FROM keyv').get() ?? {};
    database.exec('COMMIT');
    return Number(entries);
  } finally {
    // What was not committed goes with the connection.
    database.close();
  }
}
