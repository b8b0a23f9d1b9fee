import type { Meter } from '../discord/meter.ts';
import type { Log } from '../log.ts';
import { createMeter } from './bot-metrics.ts';
import { type HealthServer, openHealthServer } from './health-server.ts';
import { createNumbers, type Watched } from './process-metrics.ts';
import { waitingFor } from './readiness.ts';

/** Health and numbers of this process, from the start on. */
export interface Watch {
  readonly meter: Meter;
  /** Filled in while the bot starts. */
  readonly watched: Watched;
  readonly server: HealthServer;
  /** From now on it is not ready. */
  stopping(): void;
}

/**
 * Serves health before anything else is there: what takes long at the start can be seen then.
 * @throws {HealthError} when the port can't be had
 */
export async function openWatch({
  host,
  port,
  log,
}: {
  host: string;
  port: number;
  log: Log;
}): Promise<Watch> {
  const watched: Watched = {};
  const { registry, refresh } = createNumbers(watched);
  let stopping = false;
  const server = await openHealthServer({
    host,
    port,
    waitingFor: () => waitingFor(watched, stopping),
    metrics: async () => {
      refresh();
      return { type: registry.contentType, text: await registry.metrics() };
    },
    onError: (err) => log.error({ err }, 'The numbers could not be read'),
  });
  return {
    meter: createMeter(registry, () => performance.now() / 1000),
    watched,
    server,
    stopping() {
      stopping = true;
    },
  };
}
