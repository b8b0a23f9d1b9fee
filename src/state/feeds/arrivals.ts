import { createHash } from 'node:crypto';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { readAll } from '../rows/read-all.ts';

const DEFAULTS = {
  /** How long an article waits to be told to those who follow its topic, in milliseconds. */
  waits: 3 * 24 * 60 * 60 * 1000,
} as const;

const ArrivalRow = z.object({
  /** Of the article's file, relative to the corpus folder. */
  path: z.string(),
  feed: z.string(),
  /** When it came in, milliseconds since 1970. */
  at: z.number(),
});

/** An article that has come in and has not been told yet to those who follow its topic. */
type Arrival = Readonly<z.infer<typeof ArrivalRow>>;

/** Articles wait here between their feed and those who are told of them, also while the program is down. */
export interface Arrivals {
  /** The same article waits once, however often it is added. */
  add(arrival: Arrival): Promise<void>;
  /** The oldest first. */
  waiting(): Promise<readonly Arrival[]>;
  done(arrival: Arrival): Promise<void>;
}

/** @param store must be able to iterate */
export function createArrivals(store: Keyv<unknown>): Arrivals {
  return {
    async add(arrival) {
      await store.set(keyOf(arrival), arrival, DEFAULTS.waits);
    },
    async waiting() {
      const rows = await readAll(store, ArrivalRow);
      return rows.map(([, arrival]) => arrival).sort((a, b) => a.at - b.at || (a.path < b.path ? -1 : 1));
    },
    async done(arrival) {
      await store.delete(keyOf(arrival));
    },
  };
}

function keyOf({ path }: Arrival): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 22);
}
