import { Keyv } from 'keyv';
import { z } from 'zod';
import { createLeases } from '../leases.ts';
import { once } from '../rows/sound-value.ts';
import { updateEntry } from '../rows/update-entry.ts';
import type { State, StateOptions } from '../state.ts';
import { openStores, STORES, type StoreName } from '../stores.ts';
import { type Postgres, patiently } from './connect.ts';
import { migrate } from './migrations.ts';
import { isPassing } from './postgres-errors.ts';
import { PostgresStore, writeEntries } from './postgres-store.ts';
import { sweepTables } from './sweep-tables.ts';
import { WriteBehind } from './write-behind.ts';

const DEFAULTS = { sweepEvery: 60 * 60 * 1000 } as const;

const Now = z.object({ now: z.number() });

/**
 * Opens the bot's state in a PostgreSQL database, whose tables are made when missing. Any number of processes may have it.
 * Its `close` closes the connections too.
 * @throws {StateError} when the server can't be reached, or the database is of a later version
 */
export async function openPostgresState(postgres: Postgres, options: StateOptions = {}): Promise<State> {
  const { now = () => Date.now(), onError, onTrouble, onLost } = options;
  await migrate(postgres);
  const onBadRow = once(options.onBadRow);
  const queue = new WriteBehind((entries) => writeEntries(postgres, entries), {
    now,
    onTrouble,
    onRefused: onError,
  });
  const storeOf = (name: StoreName) => new PostgresStore(postgres, name, { now, queue, onBadRow });
  const plain = new Map(STORES.map((name) => [name, storeOf(name)]));
  const update: State['update'] = async (store, key, change) =>
    updateEntry(plain.get(store) ?? storeOf(store), `${store}:${key}`, change);
  const withLease = createLeases({
    update: (name, change) => update('leases', name, change),
    clock: async () => {
      const [row] = await patiently(() =>
        postgres.rows(Now, 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now'),
      );
      return row?.now ?? now();
    },
    onError,
  });
  let closed = false;
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweep();
  }, DEFAULTS.sweepEvery).unref();
  return {
    ...openStores(keyv),
    shared: true,
    update,
    withLease,
    trouble: () => queue.trouble,
    async close() {
      clearInterval(timer);
      if (closed) return;
      closed = true;
      await sweeping;
      const lost = await queue.close();
      if (lost > 0) onLost?.(lost);
      await postgres.close();
    },
  };

  function keyv(namespace: StoreName): Keyv<unknown> {
    const made = new Keyv<unknown>({ store: storeOf(namespace), namespace, throwOnErrors: true });
    // That the database is away is told by `onTrouble`, once; who called gets the error too.
    made.on('error', (error) => {
      if (!isPassing(error)) onError?.(error);
    });
    return made;
  }

  /** What could not be swept now goes with the next time. */
  async function sweep(): Promise<void> {
    try {
      await withLease('sweep', async () => {
        if (!closed) await sweepTables(postgres, now());
      });
    } catch (error) {
      if (!closed) onError?.(error);
    }
  }
}
