import { z } from 'zod';

/** Rows as Keyv writes them, and a way to exchange one that nobody else can come between. */
export interface Exchange {
  get(key: string): Promise<string | undefined>;
  /**
   * Puts a value where there is the expected one.
   * @param expected as `get` gave it; absent: there must be none
   * @param ttl milliseconds to live; absent: for ever
   * @returns whether it was so
   */
  replace(key: string, expected: string | undefined, value: string, ttl?: number): Promise<boolean>;
}

/** What is to be kept instead, and for how many milliseconds (absent: for ever); `undefined`: leave it as it is. */
export type Update = { readonly value: unknown; readonly ttl?: number } | undefined;

const DEFAULTS = {
  /** How often it begins anew when others were faster. */
  tries: 50,
} as const;

const Row = z.object({ value: z.unknown() });

/**
 * Reads an entry, works out another and writes it as one step, also among several processes: whoever was overtaken reads
 * and works it out anew (optimistic concurrency: Kung and Robinson, 1981).
 * @param change may be called several times
 * @returns what is kept afterwards
 * @throws what the store throws; an error when others are always faster
 */
export async function updateEntry(
  store: Exchange,
  key: string,
  change: (present: unknown) => Update,
): Promise<unknown> {
  for (let tries = 0; tries < DEFAULTS.tries; tries++) {
    const before = await store.get(key);
    const present = before === undefined ? undefined : Row.safeParse(JSON.parse(before)).data?.value;
    const update = change(present);
    if (update === undefined) return present;
    const { value, ttl } = update;
    const after = JSON.stringify({ value });
    if (after === before || (await store.replace(key, before, after, ttl))) return value;
  }
  throw new Error(`The entry ${key} is changed all the time`);
}
