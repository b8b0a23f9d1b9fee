import { mkdir } from 'node:fs/promises';
import type { Postgres } from '../state/postgres/connect.ts';
import { LOCKS, migrate } from '../state/postgres/migrations.ts';
import { countStateTables, readStateTables, replaceStateTables } from '../state/postgres/state-tables.ts';
import { readStateRows, replaceStateRows } from '../state/sqlite/state-rows.ts';
import { contentOf, putContent } from './content.ts';
import { corpusVersion, filesSince, nextVersion, putFiles } from './file-table.ts';
import { Mirror } from './mirror.ts';
import { CORPUS_CHANNEL, NOBODY } from './shared-corpus.ts';

/** How much there is of articles (files, the trash among them) and of state (rows). */
export interface Amounts {
  readonly files: number;
  readonly entries: number;
}

/** Articles and state in folders. */
export interface Folders {
  /** The files of the articles. */
  readonly corpus: string;
  readonly dataDir: string;
}

/** @throws {StateError} as `migrate` does */
export async function amountsIn(postgres: Postgres): Promise<Amounts> {
  await migrate(postgres);
  const files = await filesSince(postgres, -1);
  return { files: files.length, entries: await countStateTables(postgres) };
}

/**
 * Writes articles and state of a database into folders, as they stood at one moment, also while bots run on it. Files that
 * are in the folder already stay, the state is replaced.
 * @returns what the folders hold of it
 * @throws {StateError} when one of the two can't be used; an error of the disk or the database
 */
export async function copyToFolders(postgres: Postgres, { corpus, dataDir }: Folders): Promise<Amounts> {
  await migrate(postgres);
  return postgres.transaction(async (queries) => {
    await queries.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await mkdir(corpus, { recursive: true });
    const mirror = new Mirror(corpus);
    const files = await filesSince(queries, -1);
    for (const file of files)
      if (file.sha256 !== null) await mirror.write(file, contentOf(queries, file.sha256));
    const entries = await replaceStateRows(dataDir, readStateTables(queries));
    const differ = await mirror.changesFrom(new Map(files.map((file) => [file.path, file])));
    const lost = differ.filter(({ path, sha256 }) =>
      files.some((file) => file.path === path && file.sha256 !== sha256),
    );
    return { files: files.length - lost.length, entries };
  });
}

/**
 * Puts what is in folders in the place of all articles and state of a database, whole or not at all, also while bots run
 * on it: they take the articles over by themselves.
 * @returns what the database holds afterwards
 * @throws as `copyToFolders` does
 */
export async function copyFromFolders({ corpus, dataDir }: Folders, postgres: Postgres): Promise<Amounts> {
  await migrate(postgres);
  const mirror = new Mirror(corpus);
  const rows = readStateRows(dataDir);
  return postgres.transaction(async (queries) => {
    await queries.run('SELECT pg_advisory_xact_lock($1)', [LOCKS.corpus]);
    const known = new Map((await filesSince(queries, -1)).map((file) => [file.path, file]));
    const changes = await mirror.changesFrom(known);
    const version = changes.length > 0 ? await nextVersion(queries) : await corpusVersion(queries);
    for (const { path, sha256 } of changes)
      if (sha256 !== null) await putContent(queries, sha256, mirror.read(path));
    await putFiles(queries, changes, version);
    const entries = await replaceStateTables(queries, rows);
    await queries.run('SELECT pg_notify($1, $2)', [CORPUS_CHANNEL, `${version} ${NOBODY}`]);
    return { files: (await filesSince(queries, -1)).length, entries };
  });
}
