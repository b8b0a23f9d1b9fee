import { SerialQueue } from '../../scheduling/serial-queue.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';

export interface Waiting {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** @param ms milliseconds @throws the signal's reason */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

interface Host {
  readonly queue: SerialQueue;
  /** When it may be asked again. */
  free: number;
}

/** One request at a host at a time, with a pause after each. */
export class HostTurns {
  readonly #hosts = new Map<string, Host>();
  readonly #waiting: Waiting;

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /**
   * Does a request when it is its turn.
   * @param pause milliseconds that the host is left alone afterwards; asked when the request is done
   * @throws what the request throws, and the signal's reason
   */
  async run<T>(
    host: string,
    request: () => Promise<T>,
    { pause = () => FEED_DEFAULTS.hostPause, signal }: { pause?: () => number; signal?: AbortSignal } = {},
  ): Promise<T> {
    const own = this.#hosts.get(host) ?? { queue: new SerialQueue(), free: 0 };
    this.#hosts.set(host, own);
    try {
      return await own.queue.run(async () => {
        const left = own.free - this.#waiting.now();
        if (left > 0) await this.#waiting.wait(left, signal);
        try {
          return await request();
        } finally {
          own.free = this.#waiting.now() + Math.min(pause(), FEED_DEFAULTS.longestHostPause);
        }
      }, signal);
    } finally {
      this.#forget();
    }
  }

  /** Hosts that nobody waits for, and that may be asked again, are as good as new. */
  #forget(): void {
    const now = this.#waiting.now();
    for (const [host, { queue, free }] of this.#hosts)
      if (queue.count === 0 && free <= now) this.#hosts.delete(host);
  }
}
