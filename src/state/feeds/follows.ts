import type { Keyv } from 'keyv';
import { z } from 'zod';
import { readAll } from '../rows/read-all.ts';
import { LANGUAGES } from '../server-settings.ts';

const FollowRow = z.object({
  /** Letters and digits; a part of custom ids. */
  id: z.string(),
  /** The Discord id of whoever follows. */
  owner: z.string(),
  /** Where it is told; without a channel in direct messages. */
  guild: z.string().optional(),
  channel: z.string().optional(),
  /** As typed. */
  topic: z.string(),
  when: z.enum(['now', 'daily', 'weekly']),
  /** Milliseconds since 1970; nothing older is told. */
  since: z.number(),
  /** What is said with the quotes is said in this language. */
  language: z.enum(LANGUAGES),
  /** Since when it cannot be told there; its owner has been warned then. */
  failing: z.number().optional(),
});

/** A topic that somebody follows. */
export type Follow = Readonly<z.infer<typeof FollowRow>>;

const StoryRow = z.object({
  /** When the first article came, milliseconds since 1970. */
  at: z.number(),
  /** Files of the articles that tell it, the first one first. */
  paths: z.array(z.string()),
  /** What it is about: stemmed words of the first article's begin. */
  terms: z.array(z.string()),
  /** And of the beginnings of further ones. */
  more: z.array(z.string()).optional(),
  /** `sending`: it is to be told, or was, without having been written down; `waiting`: for the next digest. */
  state: z.enum(['sending', 'told', 'waiting']),
});

/** A story that was found for a follower; however many articles tell it, it is told once. */
export type Story = Readonly<z.infer<typeof StoryRow>>;

const ToldRow = z.object({
  /** The newest last. */
  stories: z.array(StoryRow),
  /** When messages were sent lately. */
  sent: z.array(z.number()),
  /** When the next digest is due; absent while nothing waits for one. */
  digest: z.number().optional(),
});

/** What a follower has been told. */
export type Told = Readonly<z.infer<typeof ToldRow>>;

const Due = z.array(z.tuple([z.string(), z.number()]));

/** Topics that people follow, and what they were told. */
export interface Follows {
  list(): Promise<readonly Follow[]>;
  find(id: string): Promise<Follow | undefined>;
  save(follow: Follow): Promise<void>;
  /** Forgets it and what was told. */
  remove(id: string): Promise<void>;
  told(id: string): Promise<Told>;
  setTold(id: string, told: Told): Promise<void>;
  /** Those who are to be told something, and from when on, milliseconds since 1970. */
  due(): Promise<ReadonlyMap<string, number>>;
  setDue(due: ReadonlyMap<string, number>): Promise<void>;
}

export interface FollowStores {
  /** Must be able to iterate. */
  readonly follows: Keyv<unknown>;
  readonly told: Keyv<unknown>;
}

export function createFollows({ follows: store, told }: FollowStores): Follows {
  return {
    async list() {
      const rows = await readAll(store, FollowRow);
      return rows.map(([, follow]) => follow).sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
    },
    find: async (id) => FollowRow.safeParse(await store.get(`follow-${id}`)).data,
    async save(follow) {
      await store.set(`follow-${follow.id}`, follow);
    },
    async remove(id) {
      await store.delete(`follow-${id}`);
      await told.delete(id);
    },
    told: async (id) => ToldRow.safeParse(await told.get(id)).data ?? { stories: [], sent: [] },
    async setTold(id, row) {
      await told.set(id, row);
    },
    due: async () => new Map(Due.safeParse(await store.get('due')).data),
    async setDue(due) {
      await store.set('due', [...due]);
    },
  };
}
