/** Call it often in long work: it gives the event loop its turn whenever a slice of time is used up. */
export type Pace = () => Promise<void> | undefined;

/** Runs the steps of some work to their end, at once. */
export function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Runs the steps of some work to their end, with others' turns in between. */
export async function finishPaced<T>(steps: Generator<undefined, T>, pace: Pace): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    const pause = pace();
    if (pause !== undefined) await pause;
  }
}
