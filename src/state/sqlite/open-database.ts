import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StateError } from '../state-error.ts';
import { makePrivateFile, makePrivateFolder } from './private-files.ts';
import { mayPass } from './sqlite-errors.ts';

export const DATABASE_DEFAULTS = {
  file: 'footnote.sqlite',
  /** Raise it when older versions could no longer read what is written. */
  version: 1,
  /** "Foot" in ASCII: tells our files from those of other programs. */
  application: 0x46_6f_6f_74,
  /** How long the start waits for another process, in milliseconds. */
  startPatience: 5000,
} as const;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS keyv_expires ON keyv (expires) WHERE expires IS NOT NULL;
`;

const COLUMNS = 'key,value,expires';

/**
 * Opens the database of the state (WAL), which is made when missing; folder and file are the owner's alone. Nothing is
 * written before it is known to be ours. Afterwards no call waits for another process: it fails at once (SQLITE_BUSY).
 * @throws {StateError} when the folder can't be made or written, or the file is no database, another program's or of a
 *   later version
 */
export function openDatabase(dataDir: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    makePrivateFolder(dataDir);
    const path = join(dataDir, DATABASE_DEFAULTS.file);
    makePrivateFile(path);
    database = new DatabaseSync(path, { timeout: DATABASE_DEFAULTS.startPatience });
    refuseForeign(database, path);
    const { version, application } = DATABASE_DEFAULTS;
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA application_id = ${application};
      PRAGMA user_version = ${version};
      ${SCHEMA}
      PRAGMA busy_timeout = 0;
    `);
    return database;
  } catch (cause) {
    if (database?.isOpen) database.close();
    if (cause instanceof StateError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StateError(
      `Cannot keep state in "${dataDir}" (${reason}). Make the folder writable for this user, or set DATA_DIR to one that is.`,
      { mayPass: mayPass(cause), cause },
    );
  }
}

/** Makes what the stores need in a database that is ours, such as one in memory. */
export function createTables(database: DatabaseSync): void {
  database.exec(SCHEMA);
}

function refuseForeign(database: DatabaseSync, path: string): void {
  const version = pragma(database, 'user_version');
  const application = pragma(database, 'application_id');
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const columns = database.prepare("SELECT name FROM pragma_table_info('keyv')").all();
  const ours = columns.map(({ name }) => name).join() === COLUMNS;
  const foreign = application !== 0 && application !== DATABASE_DEFAULTS.application;
  if (foreign || (tables.length > 0 && !ours))
    throw new StateError(
      `"${path}" is another program's database, and was left as it is. Move it away, or set DATA_DIR to another folder.`,
    );
  if (version > DATABASE_DEFAULTS.version)
    throw new StateError(
      `"${path}" was written by a later version of Footnote (format ${version}; this one knows ${DATABASE_DEFAULTS.version}), and was left as it is. Start that version, or set DATA_DIR to another folder.`,
    );
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
}
