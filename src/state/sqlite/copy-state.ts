import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { DATABASE_DEFAULTS, openDatabase } from './open-database.ts';

/**
 * Copies the state into a file of its own, as it stood at one moment, also while a bot writes it. A folder without state
 * gives an empty one.
 * @returns how many entries there are
 * @throws {StateError} when the folder can't be used
 */
export async function copyState(dataDir: string, to: string): Promise<number> {
  const database = openDatabase(dataDir);
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
  return entriesOf(to);
}

/**
 * Puts a copy in the place of the state, whole or not at all, also while a bot reads it.
 * @param from the folder that `copyState` wrote into
 * @returns how many entries there are now
 * @throws {StateError} when one of the two is not ours, or of a later version
 */
export function restoreState(from: string, dataDir: string): number {
  // Opened as ours first: a foreign or later file is refused before anything is touched.
  openDatabase(from).close();
  const database = openDatabase(dataDir);
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    database.prepare('ATTACH DATABASE ? AS copy').run(join(from, DATABASE_DEFAULTS.file));
    database.exec(`
      BEGIN IMMEDIATE;
      DELETE FROM main.keyv;
      INSERT INTO main.keyv SELECT key, value, expires FROM copy.keyv;
      COMMIT;
      DETACH DATABASE copy;
    `);
    return count(database);
  } finally {
    database.close();
  }
}

function entriesOf(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return count(database);
  } finally {
    database.close();
  }
}

function count(database: DatabaseSync): number {
  return Number(database.prepare('SELECT count(*) AS entries FROM keyv').get()?.['entries'] ?? 0);
}
