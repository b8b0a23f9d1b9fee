import { setImmediate } from 'node:timers/promises';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import type { People } from './person-tags.ts';
import type { State } from './state.ts';

/** What was forgotten, in rows. */
export interface Forgotten {
  /** What stood behind the buttons of answers, timelines and lists. */
  readonly views: number;
  readonly votes: number;
}

/** Rows that are looked at before others get their turn. */
const SLICE = 100;

/** Versions before tags wrote the asker's id into the row. */
const WithAsker = z.object({ by: z.string() });

/**
 * Deletes all that is kept for one person: the buttons of their answers stop working, their votes are gone, and nothing
 * goes on from what they asked last.
 */
export async function forgetPerson(
  { views, conversations, feedback }: Pick<State, 'views' | 'conversations' | 'feedback'>,
  people: People,
  userId: string,
): Promise<Forgotten> {
  const tag = people.tagOf(userId);
  await forgetIn(conversations, tag, userId);
  return { views: await forgetIn(views, tag, userId), votes: await forgetIn(feedback, tag, userId) };
}

async function forgetIn(store: Keyv<unknown>, tag: string, userId: string): Promise<number> {
  let [seen, forgotten] = [0, 0];
  for await (const [key, value] of store.iterator?.({}) ?? []) {
    if (++seen % SLICE === 0) await setImmediate();
    if (typeof key !== 'string') continue;
    const theirs = key.startsWith(tag) || WithAsker.safeParse(value).data?.by === userId;
    if (theirs && (await store.delete(key))) forgotten++;
  }
  return forgotten;
}
