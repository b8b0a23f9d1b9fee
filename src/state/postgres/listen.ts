import { setTimeout as sleep } from 'node:timers/promises';
import type { Postgres } from './connect.ts';

const DEFAULTS = {
  /** Milliseconds until it connects again; doubled each time, up to the longest. */
  firstPause: 50,
  longestPause: 2000,
  /** Milliseconds between two questions whether the connection still lives: a cable that was pulled says nothing. */
  pulse: 10_000,
} as const;

export interface Listener {
  /** What was told on the channel. */
  readonly onNews: (text: string) => void;
  /** Listening has begun (anew): what was told before may have been missed. */
  readonly onConnected: () => void;
}

export interface Listening {
  close(): Promise<void>;
}

/**
 * Listens to what processes tell each other (`NOTIFY`), by a connection of its own that is made anew when it is lost.
 * @param channel a plain name
 */
export function listen(postgres: Postgres, channel: string, { onNews, onConnected }: Listener): Listening {
  const closing = new AbortController();
  const { signal } = closing;
  const working = work();
  return {
    async close() {
      closing.abort();
      await working;
    },
  };

  async function work(): Promise<void> {
    let pause: number = DEFAULTS.firstPause;
    while (!signal.aborted) {
      if (await stay()) pause = DEFAULTS.firstPause;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, DEFAULTS.longestPause);
    }
  }

  /** One connection, from begin to end. @returns whether it came about; why it ended does not matter */
  async function stay(): Promise<boolean> {
    const client = postgres.client();
    const ended = Promise.withResolvers<void>();
    const end = () => ended.resolve();
    client.on('error', end).on('end', end);
    client.on('notification', ({ payload }) => onNews(payload ?? ''));
    signal.addEventListener('abort', end, { once: true });
    let pulse: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      onConnected();
      pulse = setInterval(() => void client.query('SELECT 1').catch(end), DEFAULTS.pulse);
      await ended.promise;
      return true;
    } catch {
      return false;
    } finally {
      clearInterval(pulse);
      signal.removeEventListener('abort', end);
      await client.end().catch(() => undefined);
    }
  }
}
