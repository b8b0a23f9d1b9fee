/** How long one thread went without giving others their turn. */
export interface LoopWatch {
  /** The longest stretch since the start, in milliseconds of the thread's own time: other programs do not count. */
  readonly longest: number;
  stop(): void;
}

/** How often it looks, in milliseconds. */
const EVERY = 5;

/** Watches this thread's event loop. */
export function watchLoop(): LoopWatch {
  let longest = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1000);
  }, EVERY);
  return {
    get longest() {
      return longest;
    },
    stop: () => clearInterval(timer),
  };
}
