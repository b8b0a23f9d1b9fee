import { mock } from 'node:test';

/** A clock for the whole process, which is moved by hand. */
export interface FakeClock {
  now(): number;
  /** Moves it, and does what was to be done now and then meanwhile. @param ms milliseconds */
  move(ms: number): void;
  /** Intervals of it that nobody has ended. */
  intervals(): number;
}

/** Intervals from this length on go by the fake clock, in milliseconds; shorter ones wait for something real. */
const LONG = 5000;

/**
 * Puts a clock in the place of this process's: `Date` stands still until it is moved, and so do long intervals, such as
 * heartbeats and the sweeping of what has run out. Timeouts stay real, since they wait for a network that is.
 * @param begin milliseconds since 1970
 */
export function installFakeClock(begin: number): FakeClock {
  mock.timers.enable({ apis: ['Date'], now: begin });
  const { setInterval: realSet, clearInterval: realClear } = globalThis;
  const long = new Map<NodeJS.Timeout, { readonly every: number; next: number; work(): void }>();
  let now = begin;
  const set = (work: (...given: unknown[]) => void, every = 0, ...given: unknown[]): NodeJS.Timeout => {
    if (every < LONG) return realSet(work, every, ...given);
    // It is never fired by itself, and holds nothing open that the real one would not.
    const handle = realSet(() => undefined, 2 ** 31 - 1);
    long.set(handle, { every, next: now + every, work: () => work(...given) });
    return handle;
  };
  const clear = (handle?: NodeJS.Timeout | string | number): void => {
    if (typeof handle === 'object') long.delete(handle);
    realClear(handle);
  };
  Object.assign(globalThis, { setInterval: set, clearInterval: clear });
  return {
    now: () => now,
    move(ms) {
      now += ms;
      mock.timers.setTime(now);
      for (const each of [...long.values()]) {
        if (each.next > now) continue;
        each.next = now + each.every;
        each.work();
      }
    },
    intervals: () => long.size,
  };
}
