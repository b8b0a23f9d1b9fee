import type { Snowflake } from '../shapes/message-shapes.ts';

/** "In the past few minutes", as Discord says; it does not say how many. */
const REMEMBERED = 3 * 60 * 1000;

/**
 * Which message was sent with which nonce lately: with `enforce_nonce`, a second one is not posted.
 * Source: https://discord.com/developers/docs/resources/message#create-message
 */
export interface Nonces {
  find(nonce: string | number): Snowflake | undefined;
  note(nonce: string | number, message: Snowflake): void;
}

/** @param now milliseconds since 1970 */
export function createNonces(now: () => number): Nonces {
  const known = new Map<string, { readonly message: Snowflake; readonly at: number }>();
  return {
    find(nonce) {
      const found = known.get(String(nonce));
      return found !== undefined && now() - found.at < REMEMBERED ? found.message : undefined;
    },
    note(nonce, message) {
      for (const [old, { at }] of known) if (now() - at >= REMEMBERED) known.delete(old);
      known.set(String(nonce), { message, at: now() });
    },
  };
}
