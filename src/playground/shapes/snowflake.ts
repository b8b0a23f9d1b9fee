import type { Snowflake } from './message-shapes.ts';

/** Discord's epoch, the first millisecond of 2015, in Unix milliseconds. */
const EPOCH = 1_420_070_400_000n;

/** Bits below the timestamp: 10 of worker and process, 12 of increment. */
const LOWER_BITS = 22n;

/**
 * Makes a generator of ids that grow strictly, even within one millisecond or when the clock stands still.
 * Source: https://discord.com/developers/docs/reference#snowflakes
 *
 * @param now Unix milliseconds.
 */
export function createSnowflakes(now: () => number): () => Snowflake {
  let last = 0n;
  return () => {
    const atLeast = (BigInt(Math.floor(now())) - EPOCH) << LOWER_BITS;
    last = atLeast > last ? atLeast : last + 1n;
    return String(last);
  };
}

/** Unix milliseconds of the moment that an id was made. */
export function snowflakeTime(id: Snowflake): number {
  return Number((BigInt(id) >> LOWER_BITS) + EPOCH);
}

/** Sorts ids by age: negative when `a` is older. */
export function compareSnowflakes(a: Snowflake, b: Snowflake): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
