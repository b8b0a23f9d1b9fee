import type { Keyv } from 'keyv';

/**
 * What is kept, by name: a table each in PostgreSQL, the begin of each key in SQLite. One more store is one more line here,
 * in `Stores` and in `openStores`, for both.
 */
export const STORES = [
  'settings',
  'feedback',
  'views',
  'conversations',
  'gaps',
  'audit',
  'spending',
  'leases',
  'feeds',
  'items',
  'arrivals',
  'follows',
  'told',
] as const;

export type StoreName = (typeof STORES)[number];

/** What is kept, by its kind. */
export interface Stores {
  /** What moderators set, and what the bot must remember about itself. */
  readonly settings: Keyv<unknown>;
  /** Thumbs up and down, without names. */
  readonly feedback: Keyv<unknown>;
  /** What stands behind the buttons of messages that were sent. */
  readonly views: Keyv<unknown>;
  /** What each person asked last in a channel, for a quarter of an hour. */
  readonly conversations: Keyv<unknown>;
  /** Questions that got no good answer, without names. */
  readonly gaps: Keyv<unknown>;
  /** Who changed what in the corpus. */
  readonly audit: Keyv<unknown>;
  /** Feeds that moderators follow, and how it goes with them. */
  readonly feeds: Keyv<unknown>;
  /** Articles that came by feeds, so that none comes twice. */
  readonly items: Keyv<unknown>;
  /** Articles that have just come, until those are told who follow their topic. */
  readonly arrivals: Keyv<unknown>;
  /** Topics that people follow. */
  readonly follows: Keyv<unknown>;
  /** What they were told of them. */
  readonly told: Keyv<unknown>;
}

/** Opens each of the stores that are used by name. @param open makes one of them */
export function openStores(open: (name: StoreName) => Keyv<unknown>): Stores {
  return {
    settings: open('settings'),
    feedback: open('feedback'),
    views: open('views'),
    conversations: open('conversations'),
    gaps: open('gaps'),
    audit: open('audit'),
    feeds: open('feeds'),
    items: open('items'),
    arrivals: open('arrivals'),
    follows: open('follows'),
    told: open('told'),
  };
}

/** Stores whose rows hold for a moment only: they are neither backed up nor moved. */
const PASSING: ReadonlySet<string> = new Set<StoreName>(['conversations', 'spending', 'leases']);

/** Those whose rows are. */
export const LASTING_STORES: readonly StoreName[] = STORES.filter((name) => !PASSING.has(name));

/** Whether a row of a store is worth keeping elsewhere. */
export function lasts(store: string): boolean {
  return LASTING_STORES.some((name) => name === store);
}
