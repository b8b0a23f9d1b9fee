import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { filesBelow } from '../../corpus/keep/writing/files-below.ts';
import { type Amounts, amountsIn, copyFromFolders, copyToFolders } from '../../shared/index.ts';
import type { Postgres } from '../../state/postgres/connect.ts';
import { readStateRows } from '../../state/sqlite/state-rows.ts';
import { BackupError } from './manifest.ts';
import type { BackupPlaces } from './write-backup.ts';

export type Direction = 'folder-to-postgres' | 'postgres-to-folder';

export interface MigrateOptions extends BackupPlaces {
  readonly postgres: Postgres;
}

/** What was there, and what has come of it; the same, or there was an error. */
export interface Migrated {
  readonly from: Amounts;
  readonly to: Amounts;
}

/**
 * Moves articles (with trash and drafts) and state from the folders into a database, or back. What is at the place they go
 * to must be empty, and what is at the place they come from stays.
 * @throws {BackupError} when it is not, or when not all has arrived; {@link StateError}
 */
export async function migrateAll(direction: Direction, options: MigrateOptions): Promise<Migrated> {
  const { from, to } =
    direction === 'folder-to-postgres' ? await intoDatabase(options) : await intoFolders(options);
  if (from.files !== to.files || from.entries !== to.entries)
    throw new BackupError(
      `Not all has arrived: ${from.files} files and ${from.entries} entries became ${to.files} and ${to.entries}. What was there before is still there; try again while nobody changes it.`,
    );
  return { from, to };
}

async function intoDatabase({ corpus, dataDir, postgres }: MigrateOptions): Promise<Migrated> {
  const present = await amountsIn(postgres);
  if (present.files > 0)
    throw new BackupError(
      `The database ${postgres.place} holds ${present.files} files of articles already. Set DATABASE_URL to an empty database.`,
    );
  return inOneFolder(corpus, async (folder) => {
    const from = { files: (await filesBelow(folder)).length, entries: readStateRows(dataDir).length };
    return { from, to: await copyFromFolders({ corpus: folder, dataDir }, postgres) };
  });
}

async function intoFolders({ corpus, dataDir, postgres }: MigrateOptions): Promise<Migrated> {
  const files = await filesBelow(corpus).catch(() => []);
  if (files.length > 0)
    throw new BackupError(
      `There are ${files.length} files in ${corpus} already. Set CORPUS_DIR to an empty folder.`,
    );
  const { length } = readStateRows(dataDir);
  if (length > 0)
    throw new BackupError(
      `There are ${length} entries of state in ${dataDir} already. Set DATA_DIR to an empty folder.`,
    );
  return { from: await amountsIn(postgres), to: await copyToFolders(postgres, { corpus, dataDir }) };
}

/** An export goes into the database as the one file of a folder. */
async function inOneFolder<T>(corpus: string, work: (folder: string) => Promise<T>): Promise<T> {
  const info = await stat(corpus).catch(() => undefined);
  if (info === undefined) throw new BackupError(`There is no ${corpus}. Set CORPUS_DIR to the articles.`);
  if (info.isDirectory()) return work(corpus);
  const stage = await mkdtemp(join(tmpdir(), 'footnote-migrate-'));
  try {
    await mkdir(join(stage, 'corpus'));
    await cp(corpus, join(stage, 'corpus', basename(corpus)), { preserveTimestamps: true });
    return await work(join(stage, 'corpus'));
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
