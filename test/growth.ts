import { expect } from 'vitest';

export interface GrowthOptions {
  /** The size that is tried first. */
  readonly size?: number;
  /** How often each size is timed; the fastest time counts, since all else is the machine's doing. */
  readonly rounds?: number;
  /** The greatest power of the size that the time may grow with; 1 is linear, and noise is allowed for. */
  readonly power?: number;
}

/** Runs shorter than this, in milliseconds, say nothing about growth; the size is raised until a run takes longer. */
const SHORTEST_RUN = 2;
const LARGEST_SIZE = 1 << 20;

/**
 * Asserts that a work's time grows no faster than its size, by timing sizes that double until a run can be
 * measured, and then one twice doubled. Growth is compared, never a time with a limit, so that it holds on any machine.
 * @param prepare makes the work for a size; what it does itself is not timed
 */
export function expectLinear(
  prepare: (size: number) => () => unknown,
  { size = 1024, rounds = 4, power = 1.6 }: GrowthOptions = {},
): void {
  let n = size;
  let once = time(prepare(n), rounds);
  while (once < SHORTEST_RUN && n < LARGEST_SIZE) {
    n *= 2;
    once = time(prepare(n), rounds);
  }
  const fourfold = time(prepare(n * 4), rounds);
  const growth = Math.log(Math.max(fourfold, SHORTEST_RUN) / Math.max(once, SHORTEST_RUN)) / Math.log(4);
  expect(growth, `${n} takes ${once.toFixed(2)} ms and ${n * 4} ${fourfold.toFixed(2)} ms`).toBeLessThan(
    power,
  );
}

function time(work: () => unknown, rounds: number): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}
