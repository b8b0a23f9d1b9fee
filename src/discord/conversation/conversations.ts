import { z } from 'zod';
import type { People } from '../../state/person-tags.ts';
import type { State } from '../../state/state.ts';

const DEFAULTS = {
  /** How long a conversation is remembered after its last question, in milliseconds. */
  age: 15 * 60 * 1000,
} as const;

const Kept = z.object({ question: z.string(), answer: z.string().exactOptional(), at: z.number() });

/** What somebody asked last, and the words that answered it. */
interface LastQuestion {
  readonly question: string;
  readonly answer?: string | undefined;
}

/**
 * What each person asked last in each channel, for a quarter of an hour, under a tag of theirs: two people in one channel
 * have two conversations. Nothing else of what they write is kept.
 */
export interface Conversations {
  last(userId: string, channelId: string): Promise<LastQuestion | undefined>;
  remember(userId: string, channelId: string, last: LastQuestion): Promise<void>;
}

export interface ConversationsOptions {
  readonly store: State['conversations'];
  readonly people: People;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Conversations in the state, so that they outlive a restart. */
export function createConversations({ store, people, now }: ConversationsOptions): Conversations {
  const keyOf = (userId: string, channelId: string) => people.keyFor(userId, 'conversation', channelId);
  return {
    async last(userId, channelId) {
      const kept = Kept.safeParse(await store.get(keyOf(userId, channelId))).data;
      if (kept === undefined || now() - kept.at >= DEFAULTS.age) return undefined;
      const { at: _, ...last } = kept;
      return last;
    },
    async remember(userId, channelId, { question, answer }) {
      const kept = { question, ...(answer !== undefined && { answer }), at: now() };
      await store.set(keyOf(userId, channelId), kept, DEFAULTS.age);
    },
  };
}
