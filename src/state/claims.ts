import type { Keyv } from 'keyv';

/** What may be done once, such as posting what a button shares: whoever claims it first may do it. */
export interface Claims {
  /** @returns whether it was free, and is now taken */
  take(key: string): Promise<boolean>;
  /** Gives it back: what was to be done could not be done. */
  release(key: string): Promise<void>;
}

const DEFAULTS = {
  /** How long a claim is kept, in milliseconds: much longer than a button is pressed twice. */
  ttl: 24 * 60 * 60 * 1000,
} as const;

/**
 * Claims in a store, so that they outlive a restart. Two at once in one process are told apart before the store has
 * answered either.
 */
export function createClaims(store: Keyv<unknown>): Claims {
  const asking = new Set<string>();
  return {
    async take(key) {
      if (asking.has(key)) return false;
      asking.add(key);
      try {
        if ((await store.get(nameOf(key))) !== undefined) return false;
        await store.set(nameOf(key), true, DEFAULTS.ttl);
        return true;
      } finally {
        asking.delete(key);
      }
    },
    async release(key) {
      await store.delete(nameOf(key));
    },
  };
}

function nameOf(key: string): string {
  return `claim-${key}`;
}
