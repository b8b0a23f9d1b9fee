import { randomUUID } from 'node:crypto';
import type { State } from './state.ts';

/** What may be done once, such as posting what a button shares: whoever claims it first may do it. */
export interface Claims {
  /** @returns whether it was free, and is now taken, for all processes that share the state */
  take(key: string): Promise<boolean>;
  /** Gives it back: what was to be done could not be done. */
  release(key: string): Promise<void>;
}

const DEFAULTS = {
  /** How long a claim is kept, in milliseconds: much longer than a button is pressed twice. */
  ttl: 24 * 60 * 60 * 1000,
} as const;

/** Claims in the state, so that they outlive a restart and hold among processes. */
export function createClaims({ update, views }: Pick<State, 'update' | 'views'>): Claims {
  return {
    async take(key) {
      const mine = randomUUID();
      const holder = await update('views', nameOf(key), (present) =>
        present === undefined ? { value: mine, ttl: DEFAULTS.ttl } : undefined,
      );
      return holder === mine;
    },
    async release(key) {
      await views.delete(nameOf(key));
    },
  };
}

function nameOf(key: string): string {
  return `claim-${key}`;
}
