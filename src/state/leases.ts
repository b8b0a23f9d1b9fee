import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Update } from './rows/update-entry.ts';

/**
 * Does what must be done by one process at a time, such as reading feeds or posting digests. Whoever has the lease renews
 * it while it works; when that process dies, the lease runs out and the next one that asks gets it.
 * @param name of the work; the same for all processes
 * @param work its signal fires when the lease was lost, since it could not be renewed in time: stop then
 * @returns whether it was done here; false: another process has the lease, or the store can't be reached
 * @throws what `work` throws
 */
export type WithLease = (name: string, work: (signal: AbortSignal) => Promise<void>) => Promise<boolean>;

export interface LeaseOptions {
  /** `State.update` for the leases. */
  readonly update: (name: string, change: (present: unknown) => Update) => Promise<unknown>;
  /** Milliseconds since 1970, by one clock for all processes. */
  readonly clock: () => Promise<number>;
  /** Milliseconds that a lease holds without being renewed. */
  readonly ttl?: number;
  /** Told that the store could not be reached. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

const LEASE_DEFAULTS = {
  /** Milliseconds until a dead process's lease is free. */
  ttl: 15_000,
  /** Renewals within that time. */
  heartbeats: 3,
} as const;

const Lease = z.object({ holder: z.string(), until: z.number() });

/** Leases of this process among those that share the store. */
export function createLeases({
  update,
  clock,
  ttl = LEASE_DEFAULTS.ttl,
  onError = () => undefined,
}: LeaseOptions): WithLease {
  return async (name, work) => {
    // One for each work, so that two of the same process can't both have it.
    const holder = randomUUID();
    const lost = new AbortController();
    if (!(await hold(name, holder).catch(failed))) return false;
    let renewed = performance.now();
    const timer = setInterval(() => {
      const asked = performance.now();
      hold(name, holder)
        .then((mine) => {
          if (mine) renewed = asked;
          else lost.abort(new Error(`Another process has the lease "${name}"`));
        })
        .catch((error: unknown) => {
          onError(error);
          if (performance.now() - renewed > ttl) lost.abort(error);
        });
    }, ttl / LEASE_DEFAULTS.heartbeats);
    try {
      await work(lost.signal);
      return true;
    } finally {
      clearInterval(timer);
      await update(name, (present) =>
        Lease.safeParse(present).data?.holder === holder ? { value: { holder: '', until: 0 } } : undefined,
      ).catch(onError);
    }
  };

  /** Takes or renews. @returns whether it is held by `holder` now */
  async function hold(name: string, holder: string): Promise<boolean> {
    const now = await clock();
    const after = await update(name, (present) => {
      const lease = Lease.safeParse(present).data;
      const free = lease === undefined || lease.until < now || lease.holder === holder;
      return free ? { value: { holder, until: now + ttl } } : undefined;
    });
    return Lease.safeParse(after).data?.holder === holder;
  }

  function failed(error: unknown): false {
    onError(error);
    return false;
  }
}
