import type { Pace } from './steps.ts';

/**
 * @param slice how long the work may keep the event loop, in milliseconds
 * @param signal aborts the work: `pace` then throws its reason
 */
export function createPace(
  slice: number,
  signal: AbortSignal | undefined,
  clock: () => number = () => performance.now(),
): Pace {
  let since = clock();
  return () => {
    if (clock() - since < slice) return undefined;
    return new Promise((resolve, reject) => {
      // Twice, so that what the first turn has queued (an answer, say) comes first.
      setImmediate(() =>
        setImmediate(() => {
          since = clock();
          if (signal?.aborted) reject(signal.reason);
          else resolve();
        }),
      );
    });
  };
}
