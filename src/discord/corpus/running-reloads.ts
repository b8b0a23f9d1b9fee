/** The reloads that someone may still cancel, by the key on their buttons. */
export class RunningReloads {
  readonly #running = new Map<string, AbortController>();

  /** @returns the signal that `cancel` with the same key fires */
  begin(key: string): AbortSignal {
    const controller = new AbortController();
    this.#running.set(key, controller);
    return controller.signal;
  }

  end(key: string): void {
    this.#running.delete(key);
  }

  /** @returns whether there was anything left to cancel */
  cancel(key: string): boolean {
    const controller = this.#running.get(key);
    controller?.abort();
    return controller !== undefined;
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }
}
