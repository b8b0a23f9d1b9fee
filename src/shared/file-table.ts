import { z } from 'zod';
import type { Queries } from '../state/postgres/connect.ts';

/** A file of the corpus as the database has it. */
export interface SharedFile {
  /** Below the corpus folder, with `/`. */
  readonly path: string;
  /** Of its bytes, hexadecimal; null: the file is gone. */
  readonly sha256: string | null;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

const count = z.string().transform(Number);
const Version = z.object({ version: count });
const Row = z.object({ path: z.string(), sha256: z.string().nullable(), size: count, modified: count });

/** The version of the corpus: each change of its files makes the next one. */
export async function corpusVersion(queries: Queries): Promise<number> {
  const [row] = await queries.rows(Version, 'SELECT version FROM footnote.corpus');
  return row?.version ?? 0;
}

/** What has changed after a version. @param since -1: all there is */
export function filesSince(queries: Queries, since: number): Promise<SharedFile[]> {
  return queries.rows(
    Row,
    `SELECT path, sha256, size, modified FROM footnote.files WHERE version > $1 ${since < 0 ? 'AND sha256 IS NOT NULL' : ''}`,
    [since],
  );
}

/** Begins the next version. @returns its number */
export async function nextVersion(queries: Queries): Promise<number> {
  const [row] = await queries.rows(
    Version,
    'UPDATE footnote.corpus SET version = version + 1 RETURNING version',
  );
  if (row === undefined) throw new Error('The table footnote.corpus is empty');
  return row.version;
}

/** Writes what files are in a version. */
export async function putFiles(
  queries: Queries,
  files: readonly SharedFile[],
  version: number,
): Promise<void> {
  await queries.run(
    `INSERT INTO footnote.files (path, sha256, size, modified, version)
     SELECT *, $5::bigint FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
     ON CONFLICT (path) DO UPDATE
     SET sha256 = excluded.sha256, size = excluded.size, modified = excluded.modified, version = excluded.version`,
    [
      files.map(({ path }) => path),
      files.map(({ sha256 }) => sha256),
      files.map(({ size }) => size),
      files.map(({ modified }) => modified),
      version,
    ],
  );
}

/** Whether a file is read as part of the corpus, or its settings; not the trash, nor a draft. */
export function countsAsCorpus(path: string): boolean {
  return !path.startsWith('.') || path === '.drop-lines.txt';
}
