import { expect } from 'vitest';

export interface GrowthOptions {
  /** The size that is tried first. */
  readonly size?: number;
  /** The largest size that is looked for; four times as much is timed too. */
  readonly largest?: number;
  /** How often each size is timed; the fastest time counts, since all else is the machine's doing. */
  readonly rounds?: number;
  /** The greatest power of the size that the time may grow with; 1 is linear, and noise is allowed for. */
  readonly power?: number;
}

/** Runs shorter than this, in milliseconds, say nothing about growth; the size is raised until a run takes longer. */
const SHORTEST_RUN = 4;
const LARGEST_SIZE = 1 << 20;

/**
 * Asserts that a work's time (of the processor: the machine may be busy with other things) grows no faster than its size, by timing sizes that double until a run can be
 * measured, and then one twice doubled, and when that takes too long one four times doubled. Growth is compared, never a time with a limit, so that it holds on any machine.
 * @param prepare makes the work for a size; what it does itself is not timed
 */
export function expectLinear(
  prepare: (size: number) => () => unknown,
  { size = 1024, largest = LARGEST_SIZE, rounds = 4, power = 1.6 }: GrowthOptions = {},
): void {
  let n = size;
  let once = time(prepare(n), rounds);
  while (once < SHORTEST_RUN && n < largest) {
    n *= 2;
    once = time(prepare(n), rounds);
  }
  const growthTo = (times: number) => {
    const longer = time(prepare(n * times), rounds);
    const growth = Math.log(Math.max(longer, SHORTEST_RUN) / Math.max(once, SHORTEST_RUN)) / Math.log(times);
    return { growth, told: `${n} takes ${once.toFixed(2)} ms and ${n * times} ${longer.toFixed(2)} ms` };
  };
  // What the memory's cleaning adds in between is a step, which a longer look tells from growth.
  const near = growthTo(4);
  const { growth, told } = near.growth < power ? near : growthTo(16);
  expect(growth, told).toBeLessThan(power);
}

function time(work: () => unknown, rounds: number): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) {
    const [start, processor] = [performance.now(), process.threadCpuUsage()];
    work();
    const took = performance.now() - start;
    const { user, system } = process.threadCpuUsage(processor);
    fastest = Math.min(fastest, took < LONG ? took : Math.min(took, Math.max(TICK, (user + system) / 1000)));
  }
  return fastest;
}

/** Rounds, in each of which both sizes get their turn for so many milliseconds, and so many calls at least. */
const ROUNDS = 9;
const TURN = 12;
const CALLS = 3;
/** A call of so many milliseconds hardly gets by without other programs, but the thread's own clock, which ticks … */
const LONG = 20;
/** … so often, can tell. */
const TICK = 5;

/**
 * How the time of some work grows with its input: the exponent of the power law through its times at `size` and at
 * `size` doubled `doublings` times. About 0: bounded; 1: linear; 2: with the square. The quickest call of each size
 * counts, since whatever else the machine does only makes a call slower; and of the rounds the middle one, since a machine
 * may be slow for longer than a round.
 * @param prepare makes an input of a size; not timed
 * @param work what is timed, on this thread; each call gets an input of its own
 */
export async function growthOf<T>(
  prepare: (size: number) => T,
  work: (input: T) => unknown,
  { size, doublings = 3 }: { readonly size: number; readonly doublings?: number },
): Promise<number> {
  const growths: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const first = await quickest(() => prepare(size), work);
    const last = await quickest(() => prepare(size * 2 ** doublings), work);
    growths.push(Math.log2(last / first) / doublings);
  }
  return growths.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.POSITIVE_INFINITY;
}

async function quickest<T>(prepare: () => T, work: (input: T) => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let [calls, total] = [0, 0]; calls < CALLS || total < TURN; calls++) {
    const input = prepare();
    const [start, processor] = [performance.now(), process.threadCpuUsage()];
    await work(input);
    const took = performance.now() - start;
    const { user, system } = process.threadCpuUsage(processor);
    best = Math.min(best, took < LONG ? took : Math.min(took, Math.max(TICK, (user + system) / 1000)));
    total += took;
  }
  return best;
}
