import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { z } from 'zod';
import { isPassing } from './postgres-errors.ts';

const POSTGRES_DEFAULTS = {
  /** Connections of one process. A server takes 100 unless it is told otherwise. */
  connections: 6,
  /** Milliseconds until a connection must be there, and until a statement must be answered. */
  connect: 3000,
  statement: 15_000,
  /** Milliseconds for which what may be done twice is tried again, and the pauses in between. */
  patience: 2000,
  firstPause: 20,
  longestPause: 250,
} as const;

/** Statements, each row checked. */
export interface Queries {
  /**
   * @param row what a row looks like; `z.unknown()` when it does not matter
   * @throws {pg.DatabaseError}, an error of the network, or a ZodError
   */
  rows<T>(row: z.ZodType<T>, text: string, values?: readonly unknown[]): Promise<T[]>;
  /** @returns how many rows were written */
  run(text: string, values?: readonly unknown[]): Promise<number>;
}

/** One database of a PostgreSQL server, by a pool of connections that are made anew when they were lost. */
export interface Postgres extends Queries {
  /** Server and database for people, without user and password. */
  readonly place: string;
  /** All or nothing. Not tried again by itself: after a lost connection nobody knows whether it was committed. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** A connection beside the pool, such as for `LISTEN`; its owner ends it. */
  client(): pg.Client;
  close(): Promise<void>;
}

/**
 * Makes a pool; nothing is connected before the first statement.
 * @param onIdleError told of connections that were lost while nobody used them
 */
export function connectPostgres(
  url: string,
  onIdleError: (error: Error) => void = () => undefined,
): Postgres {
  const { connections, connect, statement } = POSTGRES_DEFAULTS;
  const common = {
    connectionString: url,
    application_name: 'footnote',
    connectionTimeoutMillis: connect,
    query_timeout: statement,
    keepAlive: true,
  } as const;
  const pool = new pg.Pool({ ...common, max: connections });
  pool.on('error', onIdleError);
  return {
    ...queriesOf(pool),
    place: placeOf(url),
    async transaction(work) {
      const client = await pool.connect();
      // A connection that is lost between two statements says so here, and would end the process if nobody listened.
      client.on('error', onIdleError);
      let lost = false;
      try {
        await client.query('BEGIN');
        const result = await work(queriesOf(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // What can't be rolled back is not used again: the server drops it with the connection.
        lost = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        throw error;
      } finally {
        client.off('error', onIdleError);
        client.release(lost);
      }
    },
    client: () => new pg.Client(common),
    async close() {
      if (!pool.ending) await pool.end();
    },
  };
}

function queriesOf(queryable: pg.Pool | pg.PoolClient): Queries {
  return {
    async rows(row, text, values = []) {
      const { rows } = await queryable.query({ text, values: [...values] });
      return rows.map((each) => row.parse(each));
    },
    async run(text, values = []) {
      const { rowCount } = await queryable.query({ text, values: [...values] });
      return rowCount ?? 0;
    },
  };
}

/**
 * Tries again for a while what may be done twice, as long as the server is away.
 * @param patience milliseconds
 * @throws what `work` throws, when that does not pass, or not in time
 */
export async function patiently<T>(
  work: () => Promise<T>,
  patience: number = POSTGRES_DEFAULTS.patience,
): Promise<T> {
  const until = performance.now() + patience;
  for (
    let pause: number = POSTGRES_DEFAULTS.firstPause;
    ;
    pause = Math.min(pause * 2, POSTGRES_DEFAULTS.longestPause)
  ) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || performance.now() + pause > until) throw error;
      await sleep(pause);
    }
  }
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
