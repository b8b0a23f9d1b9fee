import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeArticles } from './articles.ts';
import { openBot } from './bot.ts';
import { installFakeClock } from './fake-clock.ts';
import { type Order, Told } from './messages.ts';
import { slopeOf } from './slope.ts';

export const SOAK_DEFAULTS = {
  interactions: 1_000_000,
  /** Share of the interactions before memory is looked at: what is remembered fills up to its bounds. */
  warmUp: 0.3,
  /** Bytes for 100,000 interactions that memory may grow by. */
  growth: 1024 * 1024,
  /** Milliseconds of the fake clock for an interaction, so that a million take a day, and when it begins. */
  pace: 86.4,
  begin: Date.UTC(2021, 7, 9),
  /** Interactions at the same time; the clock stands still for them. */
  together: 12,
  /** Milliseconds of the fake clock between two readings of the numbers for Prometheus. */
  metricsEvery: 30_000,
  /** Looks at memory. */
  samples: 20,
  /** Milliseconds for which connections that are kept for the next request may still be open at the end. */
  leaving: 15_000,
} as const;

export interface SoakOptions {
  readonly interactions: number;
  /** Share of the interactions that come before the first look at memory. */
  readonly warmUp: number;
  /** Bytes that are kept on purpose, for each interaction. */
  readonly leak: number;
  /** A file for what Prometheus would have read meanwhile. */
  readonly metrics?: string;
  readonly onSample?: (sample: Sample) => void;
}

/** Memory after some interactions, in bytes, when the garbage has been collected. */
export interface Sample {
  readonly interactions: number;
  /** Of V8 and of what it holds outside of its heap. */
  readonly heap: number;
  readonly rss: number;
  /** Milliseconds of the processor for an interaction, since the sample before. */
  readonly cpu: number;
}

export interface SoakReport {
  readonly interactions: number;
  /** By kind. */
  readonly done: Readonly<Record<string, number>>;
  /** What members saw that is no answer. */
  readonly failed: readonly string[];
  /** Hours of the fake clock. */
  readonly hours: number;
  /** Real seconds. */
  readonly seconds: number;
  readonly samples: readonly Sample[];
  /** Bytes for 100,000 interactions, by least squares. */
  readonly growth: number;
  readonly growthOfRss: number;
  /** Lines of the log from warnings on, by their words. */
  readonly log: Readonly<Record<string, number>>;
  /** What keeps the process alive after the bot was stopped, and did not before it was started. */
  readonly handlesLeft: readonly string[];
}

/**
 * Runs the bot for a day of a fake clock, which passes while members use it.
 * @throws when the garbage can't be collected by hand (`node --expose-gc`)
 */
export async function runSoak({
  interactions,
  warmUp,
  leak,
  metrics,
  onSample,
}: SoakOptions): Promise<SoakReport> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('Run it with node --expose-gc');
  const { begin, pace, together, samples: wanted } = SOAK_DEFAULTS;
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'footnote-soak-'));
  writeArticles(join(folder, 'corpus'));
  const discord = await openDiscord(join(folder, 'corpus'), begin);
  const before = process.getActiveResourcesInfo();
  const clock = installFakeClock(begin);
  const log = new Map<string, number>();
  const bot = await openBot({
    ...discord.facts,
    folder,
    warn: (words) => log.set(words, (log.get(words) ?? 0) + 1),
  });
  const first = Math.round(interactions * warmUp);
  const every = Math.max(together, (interactions - first) / wanted);
  const samples: Sample[] = [];
  const done: Record<string, number> = {};
  const failed: string[] = [];
  const kept: Buffer[] = [];
  let nextMetrics: number = begin;
  let cpu = { at: 0, since: process.cpuUsage() };
  for (let at = 0; at < interactions; ) {
    const count = Math.min(together, interactions - at);
    const told = await discord.step({ kind: 'step', now: clock.now(), first: at, count });
    for (const [kind, times] of Object.entries(told.done)) done[kind] = (done[kind] ?? 0) + times;
    failed.push(...told.failed);
    if (leak > 0) kept.push(Buffer.alloc(leak * count));
    at += count;
    // Whole milliseconds, as of any real clock.
    clock.move(begin + Math.round(pace * at) - clock.now());
    if (metrics !== undefined && clock.now() >= nextMetrics) {
      nextMetrics += SOAK_DEFAULTS.metricsEvery;
      writeFileSync(metrics, `${JSON.stringify({ at: clock.now(), text: await bot.metrics() })}\n`, {
        flag: 'a',
      });
    }
    if (at < first + samples.length * every && at < interactions) continue;
    if (at < first) continue;
    await gc({ type: 'major', execution: 'async' });
    await gc({ type: 'major', execution: 'async' });
    const { heapUsed, external, rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage(cpu.since);
    const sample = {
      interactions: at,
      heap: heapUsed + external,
      rss,
      cpu: (user + system) / 1000 / (at - cpu.at),
    };
    samples.push(sample);
    onSample?.(sample);
    cpu = { at, since: process.cpuUsage() };
  }
  await bot.close();
  const handlesLeft = await leftOver(before);
  await discord.close();
  rmSync(folder, { recursive: true });
  const growthOf = (pick: (sample: Sample) => number) =>
    100_000 * slopeOf(samples.map((sample) => [sample.interactions, pick(sample)] as const));
  return {
    interactions,
    done,
    failed: failed.slice(0, 50),
    hours: (clock.now() - begin) / 3_600_000,
    seconds: Math.round((performance.now() - started) / 1000),
    samples,
    growth: growthOf(({ heap }) => heap),
    growthOfRss: growthOf(({ rss }) => rss),
    log: Object.fromEntries(log),
    handlesLeft: [...handlesLeft, ...Array.from({ length: clock.intervals() }, () => 'Interval')],
  };
}

/** Handles beyond those of before, when what closes by itself has had its time. */
async function leftOver(before: readonly string[]): Promise<string[]> {
  const until = performance.now() + SOAK_DEFAULTS.leaving;
  for (;;) {
    const rest = [...before];
    const left = process.getActiveResourcesInfo().filter((name) => {
      const place = rest.indexOf(name);
      if (place >= 0) rest.splice(place, 1);
      return place < 0;
    });
    if (left.length === 0 || performance.now() > until) return left;
    await sleep(100, undefined, { ref: false });
    // The wait itself must not end the process.
  }
}

/** A Discord in a process of its own. */
async function openDiscord(corpus: string, begin: number) {
  const entry = fileURLToPath(new URL('discord-process.ts', import.meta.url));
  const child: ChildProcess = fork(entry, [corpus, String(begin)], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const hear = () =>
    new Promise<Told>((resolve, reject) => {
      const gone = () => reject(new Error('The process with the Discord has ended'));
      child.once('exit', gone);
      child.once('message', (message) => {
        child.off('exit', gone);
        resolve(Told.parse(message));
      });
    });
  const facts = await hear();
  if (facts.kind !== 'open') throw new Error('It did not begin');
  return {
    facts,
    async step(order: Order) {
      const heard = hear();
      child.send(order);
      const told = await heard;
      if (told.kind !== 'done') throw new Error(`It says ${told.kind}`);
      return told;
    },
    async close(): Promise<void> {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send({ kind: 'end' } satisfies Order);
      await ended;
    },
  };
}
