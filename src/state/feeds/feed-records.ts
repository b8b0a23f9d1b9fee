import type { Keyv } from 'keyv';
import { z } from 'zod';
import { readAll } from '../rows/read-all.ts';

const Feed = z.object({
  /** Of its folder: lower-case letters, digits and hyphens. */
  name: z.string(),
  url: z.string(),
  title: z.string(),
  /** Milliseconds since 1970. */
  added: z.number(),
  /** The Discord id of whoever added it. */
  by: z.string(),
  /** Why it is not asked: a moderator said so, or the site says that it is gone for good. */
  paused: z.enum(['moderator', 'gone']).optional(),
  /** Articles older than so many days, or beyond so many of the newest, are taken out. */
  keepDays: z.number().optional(),
  keepNewest: z.number().optional(),
});

/** A feed as moderators set it. */
export type FeedRecord = Readonly<z.infer<typeof Feed>>;

const Status = z.object({
  /** When it is to be asked next. */
  next: z.number(),
  /** Its first poll is over: what comes from now on is news. */
  begun: z.boolean(),
  etag: z.string().optional(),
  modified: z.string().optional(),
  /** Of the last answer's bytes. */
  body: z.string().optional(),
  /** When it was last read, or said that nothing has changed. */
  success: z.number().optional(),
  error: z.object({ at: z.number(), message: z.string() }).optional(),
  /** Failures since the last success, and since when. */
  failures: z.number(),
  failingSince: z.number().optional(),
  /** The moderators have been told of these failures. */
  told: z.boolean().optional(),
  /** When its latest articles were published, and when they came in here. */
  times: z.array(z.number()),
  arrivals: z.array(z.number()),
});

/** How it goes with a feed, as its poller knows. */
export type FeedStatus = Readonly<z.infer<typeof Status>>;

/** What is known of a feed before it was ever asked. */
const NEW_STATUS: FeedStatus = { next: 0, begun: false, failures: 0, times: [], arrivals: [] };

/** The feeds that are followed. What moderators set and what the poller finds out are rows of their own. */
export interface FeedRecords {
  /** By name. */
  list(): Promise<readonly FeedRecord[]>;
  find(name: string): Promise<FeedRecord | undefined>;
  save(feed: FeedRecord): Promise<void>;
  /** Forgets it and its status. */
  remove(name: string): Promise<void>;
  status(name: string): Promise<FeedStatus>;
  setStatus(name: string, status: FeedStatus): Promise<void>;
}

/** @param store must be able to iterate */
export function createFeedRecords(store: Keyv<unknown>): FeedRecords {
  return {
    async list() {
      const rows = await readAll(store, Feed);
      return rows
        .filter(([key]) => key.startsWith('feed-'))
        .map(([, feed]) => feed)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    find: async (name) => Feed.safeParse(await store.get(`feed-${name}`)).data,
    async save(feed) {
      await store.set(`feed-${feed.name}`, feed);
    },
    async remove(name) {
      await store.delete(`feed-${name}`);
      await store.delete(`status-${name}`);
    },
    status: async (name) => Status.safeParse(await store.get(`status-${name}`)).data ?? NEW_STATUS,
    async setStatus(name, status) {
      await store.set(`status-${name}`, status);
    },
  };
}
