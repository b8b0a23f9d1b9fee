import { createHash } from 'node:crypto';

/**
 * An order that has nothing to do with the content and is always the same, so that whoever is stopped early has seen a
 * fair sample.
 * @param keyOf entries of equal key stay together
 */
export function inMixedOrder<T>(entries: readonly T[], keyOf: (entry: T) => string): T[] {
  return entries
    .map((entry) => ({ entry, key: createHash('sha256').update(keyOf(entry)).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}
