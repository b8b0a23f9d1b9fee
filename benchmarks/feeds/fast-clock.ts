/** Intervals from this length on are things done now and then, in milliseconds; shorter ones wait for something real. */
const LONG = 10_000;

/** A clock that runs so many times as fast. @param begin from when on, milliseconds since 1970 @returns the same */
export function fastClock(times: number, begin: number): () => number {
  return () => begin + (Date.now() - begin) * times;
}

/** Makes what this process does now and then come round so many times sooner. */
export function speedUp(times: number): void {
  const { setInterval: real } = globalThis;
  const set = (work: (...given: unknown[]) => void, every = 0, ...given: unknown[]) =>
    real(work, every < LONG ? every : every / times, ...given);
  Object.assign(globalThis, { setInterval: set });
}
