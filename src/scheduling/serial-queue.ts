/** Runs jobs one at a time, in the order of the calls. */
export class SerialQueue {
  #tail: Promise<void> = Promise.resolve();
  #count = 0;

  /** Jobs at work or waiting. */
  get count(): number {
    return this.#count;
  }

  /** @throws what the job throws; the signal's reason as soon as it aborts while the job waits for its turn */
  async run<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = this.#tail;
    const { promise: done, resolve } = Promise.withResolvers<void>();
    this.#tail = before.then(() => done);
    this.#count++;
    try {
      await turnOf(before, signal);
      return await job();
    } finally {
      this.#count--;
      resolve();
    }
  }
}

async function turnOf(turn: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([turn, aborted.promise]);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
