import { z } from 'zod';
import type { Postgres } from '../state/postgres/connect.ts';

const Locked = z.object({ locked: z.boolean() });

/** A lock that this process has. */
export interface AdvisoryLock {
  release(): Promise<void>;
}

/**
 * Takes a lock of the server, by a connection of its own: it goes with the process, whatever ends that. When the connection
 * is lost, so is the lock; another process may then do the same work, which costs time and nothing else.
 * @param name one of `LOCKS`
 * @returns `undefined` when another process has it
 * @throws an error of the database
 */
export async function tryLock(postgres: Postgres, name: number): Promise<AdvisoryLock | undefined> {
  const client = postgres.client();
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS locked', [name]);
  if (!Locked.parse(rows[0]).locked) {
    await client.end();
    return undefined;
  }
  return {
    async release() {
      // The server hears of the connection's end a moment later; without a connection the lock is gone.
      await client.query('SELECT pg_advisory_unlock($1)', [name]).catch(() => undefined);
      await client.end().catch(() => undefined);
    },
  };
}
