/** Counts the work that has been taken on, so that a shutdown can wait for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();
  #open = true;

  /** False from the moment of `drain`: nothing new is to be taken on. */
  get open(): boolean {
    return this.#open;
  }

  /** How much of it is not finished. */
  get size(): number {
    return this.#work.size;
  }

  track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    const done = () => this.#work.delete(work);
    work.then(done, done);
    return work;
  }

  /**
   * Takes nothing more on, and waits for what there is.
   * @param timeout milliseconds after which it gives up
   * @returns whether everything was finished
   */
  async drain(timeout: number): Promise<boolean> {
    this.#open = false;
    const { promise: late, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(() => resolve(false), timeout);
    const finished = (async () => {
      while (this.#work.size > 0) await Promise.allSettled(this.#work);
      return true;
    })();
    try {
      return await Promise.race([finished, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
