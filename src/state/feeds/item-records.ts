import type { Keyv } from 'keyv';
import { z } from 'zod';

const DEFAULTS = {
  /** How long it is remembered that an article was there, after its feed last listed it, in milliseconds. */
  remembered: 365 * 24 * 60 * 60 * 1000,
} as const;

const Item = z.object({
  feed: z.string(),
  /** The state of the entry that was last taken. */
  version: z.string(),
  /** Where its article was written, and the SHA-256 of what was written. Absent: there was nothing to write. */
  path: z.string().optional(),
  file: z.string().optional(),
  /** How often its page could not be had so far; it is still to be taken. */
  tries: z.number().optional(),
  /** Milliseconds since 1970. */
  at: z.number(),
});

/** What became of an entry. */
export type ItemRecord = Readonly<z.infer<typeof Item>>;

/** The entries that were taken, by their keys: whatever became of an article since, it is not taken again. */
export interface ItemRecords {
  /** What is remembered under any of the keys, the first that is. */
  find(keys: readonly string[]): Promise<ItemRecord | undefined>;
  /** Remembers it under all of the keys. */
  save(keys: readonly string[], item: ItemRecord): Promise<void>;
}

export function createItemRecords(store: Keyv<unknown>): ItemRecords {
  return {
    async find(keys) {
      for (const key of keys) {
        const found = Item.safeParse(await store.get(key)).data;
        if (found !== undefined) return found;
      }
      return undefined;
    },
    async save(keys, item) {
      for (const key of keys) await store.set(key, item, DEFAULTS.remembered);
    },
  };
}
