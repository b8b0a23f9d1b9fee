/**
 * What is kept, by name: a table each in PostgreSQL, the begin of each key in SQLite. One more store is one more line here
 * and in `Stores`.
 */
export const STORES = [
  'settings',
  'feedback',
  'views',
  'gaps',
  'audit',
  'spending',
  'leases',
  'feeds',
  'items',
  'arrivals',
  'follows',
] as const;

export type StoreName = (typeof STORES)[number];
