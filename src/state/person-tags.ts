import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { State } from './state.ts';

/** Eleven characters of base64url are 64 bits. */
const LENGTH = 11;
const SETTING = 'people-key';

/**
 * Tells people apart in the state without their ids: what is kept for someone stands under a tag that only who has this
 * bot's own secret can make of their id, so that it can be found again and deleted.
 */
export interface People {
  /** The tag of a person, 11 characters. */
  tagOf(userId: string): string;
  /**
   * The key of something that is kept for someone: the same thing has the same key.
   * @param parts what it is
   * @returns 22 characters, the person's tag first
   */
  keyFor(userId: string, ...parts: readonly string[]): string;
}

/** Reads this bot's secret, or makes it: one for all processes that share the state. */
export async function openPeople(state: Pick<State, 'update'>): Promise<People> {
  const secret = String(
    await state.update('settings', SETTING, (present) =>
      typeof present === 'string' ? undefined : { value: randomBytes(32).toString('base64url') },
    ),
  );
  const tagOf = (userId: string) => short(createHmac('sha256', secret).update(userId).digest('base64url'));
  return {
    tagOf,
    keyFor: (userId, ...parts) =>
      tagOf(userId) + short(createHash('sha256').update(JSON.stringify(parts)).digest('base64url')),
  };
}

/** The tag that a key of `keyFor` begins with. */
export function tagIn(key: string): string {
  return key.slice(0, LENGTH);
}

function short(digest: string): string {
  return digest.slice(0, LENGTH);
}
