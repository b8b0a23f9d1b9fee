import type { Keyv } from 'keyv';
import type { z } from 'zod';

/** Every entry of a store that is of the expected kind; what another version wrote is passed over. */
export async function readAll<T>(
  store: Keyv<unknown>,
  type: z.ZodType<T>,
): Promise<[key: string, value: T][]> {
  const entries: [string, T][] = [];
  for await (const [key, value] of store.iterator?.({}) ?? []) {
    const { data } = type.safeParse(value);
    if (typeof key === 'string' && data !== undefined) entries.push([key, data]);
  }
  return entries;
}
