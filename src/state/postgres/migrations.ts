import { z } from 'zod';
import { StateError } from '../state-error.ts';
import { STORES } from '../stores.ts';
import type { Postgres, Queries } from './connect.ts';
import { unusable } from './postgres-errors.ts';

/** Names of advisory locks: any numbers, as long as no other program in this database has the same. */
export const LOCKS = {
  migrations: 0x46_6f_6f_74_01,
  corpus: 0x46_6f_6f_74_02,
  index: 0x46_6f_6f_74_03,
  segments: 0x46_6f_6f_74_04,
} as const;

/**
 * Steps from an empty database to the present one. Only ever add to the end: what was released is never changed.
 * Bytes are kept once, under their SHA-256, in parts that fit into memory; files and stored indexes refer to them.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE footnote.corpus (single boolean PRIMARY KEY DEFAULT true CHECK (single), version bigint NOT NULL);
  INSERT INTO footnote.corpus (version) VALUES (0);

  CREATE TABLE footnote.changes (id text PRIMARY KEY, version bigint NOT NULL, made timestamptz NOT NULL DEFAULT now());

  CREATE TABLE footnote.blobs (
    sha256 text COLLATE "C" NOT NULL, part integer NOT NULL, bytes bytea NOT NULL, made timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sha256, part)
  );

  CREATE TABLE footnote.files (
    path text COLLATE "C" PRIMARY KEY,
    kind text NOT NULL GENERATED ALWAYS AS (
      CASE WHEN path LIKE '.trash/%' THEN 'trash' WHEN path LIKE '.drafts/%' THEN 'draft'
           WHEN path LIKE '.%' THEN 'setting' ELSE 'article' END
    ) STORED,
    sha256 text COLLATE "C",
    size bigint NOT NULL,
    modified bigint NOT NULL,
    version bigint NOT NULL
  );
  COMMENT ON COLUMN footnote.files.sha256 IS 'of its bytes in blobs; null when the file is gone';
  CREATE INDEX files_version ON footnote.files (version);
  CREATE INDEX files_sha256 ON footnote.files (sha256);

  CREATE TABLE footnote.indexes (
    code text NOT NULL, name text COLLATE "C" NOT NULL, sha256 text COLLATE "C" NOT NULL, version bigint NOT NULL,
    PRIMARY KEY (code, name)
  );

  CREATE TABLE footnote.processes (
    id text PRIMARY KEY, name text NOT NULL, version bigint NOT NULL, articles integer NOT NULL,
    seen timestamptz NOT NULL, trouble text
  );
  `,
  `
  CREATE TABLE footnote.segments (
    digest text COLLATE "C" NOT NULL, number integer NOT NULL, sha256 text COLLATE "C",
    made timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (digest, number)
  );
  COMMENT ON COLUMN footnote.segments.sha256 IS 'of its bytes in blobs; null behind the last one';
  CREATE INDEX segments_sha256 ON footnote.segments (sha256);
  `,
];

const Version = z.object({ version: z.number().nullable() });

/**
 * Brings the tables up to date; several processes may do so at once. Everything is in the schema `footnote`.
 * @throws {StateError} when the database can't be used, or is of a later version
 */
export async function migrate(postgres: Postgres): Promise<void> {
  try {
    await postgres.transaction(async (queries) => {
      await queries.run('SELECT pg_advisory_xact_lock($1)', [LOCKS.migrations]);
      await queries.run('CREATE SCHEMA IF NOT EXISTS footnote');
      await queries.run(
        'CREATE TABLE IF NOT EXISTS footnote.migrations (version integer PRIMARY KEY, made timestamptz NOT NULL DEFAULT now())',
      );
      await bringUpToDate(queries, postgres.place);
    });
  } catch (cause) {
    throw unusable(postgres.place, cause);
  }
}

async function bringUpToDate(queries: Queries, place: string): Promise<void> {
  const [row] = await queries.rows(Version, 'SELECT max(version) AS version FROM footnote.migrations');
  const present = row?.version ?? 0;
  if (present > MIGRATIONS.length)
    throw new StateError(
      `The database ${place} was written by a later version of Footnote (format ${present}; this one knows ${MIGRATIONS.length}), and was left as it is. Start that version, or set DATABASE_URL to another database.`,
    );
  for (const [i, step] of MIGRATIONS.entries()) {
    if (i < present) continue;
    await queries.run(step);
    await queries.run('INSERT INTO footnote.migrations (version) VALUES ($1)', [i + 1]);
  }
  const tables = STORES.map(
    (store) => `
      CREATE TABLE IF NOT EXISTS footnote."${store}" (key text COLLATE "C" PRIMARY KEY, value text NOT NULL, expires bigint);
      CREATE INDEX IF NOT EXISTS "${store}_expires" ON footnote."${store}" (expires) WHERE expires IS NOT NULL;`,
  );
  await queries.run(tables.join(''));
}
