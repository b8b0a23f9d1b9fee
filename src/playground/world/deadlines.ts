/** Longest wait that `setTimeout` understands. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Things that happen at a given moment of an injected clock. */
export interface Deadlines {
  /** Runs `action` once when the clock has reached `at` (Unix milliseconds). Returns its cancellation. */
  at(at: number, action: () => void): () => void;
  /** Runs what is due now. Called by itself on a real clock; call it after moving a fixed one. */
  run(): void;
  /** Forgets everything. */
  close(): void;
}

/**
 * A real timer wakes up for the next deadline, but only the injected clock decides what is due: with a fixed clock
 * nothing ever expires until the clock is moved and `run` is called.
 *
 * @param now Unix milliseconds.
 */
export function createDeadlines(now: () => number): Deadlines {
  const waiting = new Set<{ at: number; action: () => void }>();
  let timer: NodeJS.Timeout | undefined;

  function arm(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    let next = Number.POSITIVE_INFINITY;
    for (const entry of waiting) next = Math.min(next, entry.at);
    timer = setTimeout(run, Math.min(Math.max(next - now(), 1), LONGEST_TIMER_MS));
    timer.unref();
  }

  function run(): void {
    const time = now();
    for (const entry of [...waiting]) {
      if (entry.at > time || !waiting.delete(entry)) continue;
      entry.action();
    }
    arm();
  }

  return {
    at(at, action) {
      const entry = { at, action };
      waiting.add(entry);
      arm();
      return () => {
        if (waiting.delete(entry)) arm();
      };
    },
    run,
    close() {
      waiting.clear();
      clearTimeout(timer);
    },
  };
}
