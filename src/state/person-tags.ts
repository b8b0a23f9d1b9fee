import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Keyv } from 'keyv';

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

/** Reads this bot's secret, or makes it. @param settings where it is kept */
export async function openPeople(settings: Keyv<unknown>): Promise<People> {
  const secret = await readSecret(settings);
  const tagOf = (userId: string) => short(createHmac('sha256', secret).update(userId).digest('base64url'));
  return {
    tagOf,
    keyFor: (userId, ...parts) =>
      tagOf(userId) + short(createHash('sha256').update(JSON.stringify(parts)).digest('base64url')),
  };
}

async function readSecret(settings: Keyv<unknown>): Promise<string> {
  const known = await settings.get(SETTING);
  if (typeof known === 'string') return known;
  const made = randomBytes(32).toString('base64url');
  await settings.set(SETTING, made);
  return made;
}

function short(digest: string): string {
  return digest.slice(0, LENGTH);
}
