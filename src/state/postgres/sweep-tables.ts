import { z } from 'zod';
import { STORES } from '../stores.ts';
import type { Postgres, Queries } from './connect.ts';
import { LOCKS } from './migrations.ts';

/**
 * How long what nothing refers to any more is left alone, as PostgreSQL reads it: who is reading it shall get to its end.
 * Segments are for those that take a change over when others do; whoever comes later fetches the whole index.
 */
const DEFAULTS = { blobs: '1 hour', segments: '1 hour', changes: '1 day', processes: '1 day' } as const;

const Locked = z.object({ locked: z.boolean() });

/** Deletes what has expired, and bytes that no file and no index has any more. @param now milliseconds since 1970 */
export async function sweepTables(postgres: Postgres, now: number): Promise<void> {
  for (const store of STORES) await postgres.run(`DELETE FROM footnote."${store}" WHERE expires < $1`, [now]);
  await postgres.run(`DELETE FROM footnote.processes WHERE seen < now() - interval '${DEFAULTS.processes}'`);
  await postgres.run(`DELETE FROM footnote.changes WHERE made < now() - interval '${DEFAULTS.changes}'`);
  await postgres.run(`DELETE FROM footnote.segments WHERE made < now() - interval '${DEFAULTS.segments}'`);
  await postgres.transaction(async (queries) => {
    // Whoever changes files or stores an index may be about to refer to bytes that nobody refers to now.
    const isQuiet =
      (await tryLock(queries, LOCKS.corpus)) &&
      (await tryLock(queries, LOCKS.index)) &&
      (await tryLock(queries, LOCKS.segments));
    if (isQuiet)
      await queries.run(`
        DELETE FROM footnote.blobs WHERE made < now() - interval '${DEFAULTS.blobs}'
        AND NOT EXISTS (SELECT FROM footnote.files WHERE files.sha256 = blobs.sha256)
        AND NOT EXISTS (SELECT FROM footnote.indexes WHERE indexes.sha256 = blobs.sha256)
        AND NOT EXISTS (SELECT FROM footnote.segments WHERE segments.sha256 = blobs.sha256)`);
  });
}

async function tryLock(queries: Queries, lock: number): Promise<boolean> {
  const [row] = await queries.rows(Locked, 'SELECT pg_try_advisory_xact_lock($1) AS locked', [lock]);
  return row?.locked ?? false;
}
