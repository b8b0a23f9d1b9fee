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

type Reading<T> = readonly [name: string, help: string, read: (status: T) => number | undefined];

const CORPUS: readonly Reading<LibraryStatus>[] = [
  ['corpus_articles', 'Articles that are answered from', ({ articles }) => articles],
  ['corpus_sentences', 'Sentences, items and rows that are searched', ({ sentences }) => sentences],
  ['corpus_errors', 'Errors in the files of the corpus', ({ errors }) => errors],
  ['corpus_loaded_timestamp_seconds', 'When this corpus was loaded', ({ loadedAt }) => seconds(loadedAt)],
  ['reloads_waiting', 'Reloads at work or waiting', ({ reloading }) => reloading],
  ['last_reload_seconds', 'How long the last reload took', ({ lastReload }) => seconds(lastReload?.ms)],
  [
    'last_reload_timestamp_seconds',
    'When the last reload ended',
    ({ lastReload }) => seconds(lastReload?.at),
  ],
];

const BOT: readonly Reading<BotStatus>[] = [
  ['gateway_shards', 'Connections to Discord that there should be', ({ shards }) => shards.length],
  [
    'gateway_shards_ready',
    'Connections to Discord that are ready',
    ({ shards }) => shards.filter(({ ready }) => ready).length,
  ],
  ['gateway_ping_seconds', 'Round trip to Discord, the slowest connection', ({ shards }) => slowest(shards)],
  ['servers', 'Servers that the bot is in', ({ servers }) => servers],
  ['interactions_open', 'Interactions being worked on', ({ open }) => open],
  ['questions_queued', 'Questions that wait for their turn', ({ queued }) => queued],
];

const STATE: readonly Reading<boolean>[] = [
  ['state_writable', '1 while state can be written', (writable) => Number(writable)],
];

/** What is read anew for each printing. */
export interface Numbers {
  readonly registry: Registry;
  /** Looks at what is watched, once at each, before the registry is printed. */
  refresh(): void;
}

/** A registry with the numbers of Node (memory, event loop, garbage collection) and of what is watched. */
export function createNumbers(watched: Watched): Numbers {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'footnote_info',
    help: 'Always 1; its label is the version',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version: packageJson.version }, 1);
  const [corpus, bot, state] = [gauges(registry, CORPUS), gauges(registry, BOT), gauges(registry, STATE)];
  return {
    registry,
    refresh() {
      corpus(watched.library?.());
      bot(watched.bot?.());
      state(watched.stateWritable?.());
    },
  };
}

/** @returns sets them all; what is not there yet must not look like 0 */
function gauges<T>(registry: Registry, readings: readonly Reading<T>[]): (status: T | undefined) => void {
  const made = readings.map(([name, help, read]) => ({
    gauge: new Gauge({ name: `footnote_${name}`, help, registers: [registry] }),
    read,
  }));
  return (status) => {
    for (const { gauge, read } of made)
      gauge.set((status === undefined ? undefined : read(status)) ?? Number.NaN);
  };
}

function slowest(shards: BotStatus['shards']): number | undefined {
  const pings = shards.flatMap(({ ping }) => (ping < 0 ? [] : [ping]));
  return pings.length === 0 ? undefined : seconds(Math.max(...pings));
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000;
}
