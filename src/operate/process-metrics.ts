import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import packageJson from '../../package.json' with { type: 'json' };
import type { BotStatus } from '../discord/connection/bot-status.ts';
import type { LibraryStatus } from '../library/index.ts';

/** What is asked whenever the numbers are read; absent as long as it is not there yet. */
export interface Watched {
  library?: () => LibraryStatus;
  bot?: () => BotStatus;
  /** Whether state can be written. */
  stateWritable?: () => boolean;
}

/**
 * A registry with the numbers of Node (memory, event loop, garbage collection) and of what is watched, read anew each
 * time it is printed.
 */
export function createRegistry(watched: Watched): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number | undefined) => {
    new Gauge({
      name: `footnote_${name}`,
      help,
      registers: [registry],
      collect() {
        // A number that is not there yet must not look like 0.
        this.set(read() ?? Number.NaN);
      },
    });
  };
  const corpus = (name: string, help: string, read: (status: LibraryStatus) => number | undefined) =>
    gauge(name, help, () => (watched.library === undefined ? undefined : read(watched.library())));
  const bot = (name: string, help: string, read: (status: BotStatus) => number | undefined) =>
    gauge(name, help, () => (watched.bot === undefined ? undefined : read(watched.bot())));

  new Gauge({
    name: 'footnote_info',
    help: 'Always 1; its label is the version',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version: packageJson.version }, 1);
  corpus('corpus_articles', 'Articles that are answered from', ({ articles }) => articles);
  corpus('corpus_sentences', 'Sentences, items and rows that are searched', ({ sentences }) => sentences);
  corpus('corpus_errors', 'Errors in the files of the corpus', ({ errors }) => errors);
  corpus('corpus_loaded_timestamp_seconds', 'When this corpus was loaded', ({ loadedAt }) => loadedAt / 1000);
  corpus('reloads_waiting', 'Reloads at work or waiting', ({ reloading }) => reloading);
  corpus('last_reload_seconds', 'How long the last reload took', ({ lastReload }) => seconds(lastReload?.ms));
  corpus('last_reload_timestamp_seconds', 'When the last reload ended', ({ lastReload }) =>
    seconds(lastReload?.at),
  );
  bot('gateway_shards', 'Connections to Discord that there should be', ({ shards }) => shards.length);
  bot(
    'gateway_shards_ready',
    'Connections to Discord that are ready',
    ({ shards }) => shards.filter(({ ready }) => ready).length,
  );
  bot('gateway_ping_seconds', 'Round trip to Discord, the slowest connection', ({ shards }) => {
    const pings = shards.flatMap(({ ping }) => (ping < 0 ? [] : [ping]));
    return pings.length === 0 ? undefined : Math.max(...pings) / 1000;
  });
  bot('servers', 'Servers that the bot is in', ({ servers }) => servers);
  bot('interactions_open', 'Interactions being worked on', ({ open }) => open);
  bot('questions_queued', 'Questions that wait for their turn', ({ queued }) => queued);
  gauge('state_writable', '1 while state can be written', () =>
    watched.stateWritable === undefined ? undefined : Number(watched.stateWritable()),
  );
  return registry;
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000;
}
