/**
 * What is kept, by name: a table each in PostgreSQL, the begin of each key in SQLite. One more store is one more line here
 * and in `Stores`.
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

/** Stores whose rows hold for a moment only: they are neither backed up nor moved. */
const PASSING: ReadonlySet<string> = new Set<StoreName>(['conversations', 'spending', 'leases']);

/** Those whose rows are. */
export const LASTING_STORES: readonly StoreName[] = STORES.filter((name) => !PASSING.has(name));

/** Whether a row of a store is worth keeping elsewhere. */
export function lasts(store: string): boolean {
  return LASTING_STORES.some((name) => name === store);
}
