import type { Worker } from 'node:worker_threads';
import { SerialQueue } from '../../scheduling/serial-queue.ts';
import { startThread } from '../../scheduling/start-thread.ts';
import type { Problem } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import type { FieldNames } from '../settings/field-names.ts';
import type { HeavyFormat, Parsed } from './parse.ts';

export interface HeavyTask {
  readonly format: HeavyFormat;
  readonly bytes: Uint8Array;
  readonly path: string;
  /** Of JSON: which fields say what. */
  readonly fields?: FieldNames | undefined;
}

/** What the thread sends: that it begins, and then the articles, or why there are none. */
export type HeavyAnswer =
  | { readonly started: true }
  | { readonly parsed: Parsed }
  | { readonly message: string; readonly fix: string };

type Outcome = Exclude<HeavyAnswer, { readonly started: true }>;

export interface HeavyLimits {
  readonly milliseconds: number;
  /** More for each megabyte of the file; none when absent. */
  readonly millisecondsAMegabyte?: number;
  readonly megabytes: number;
  /** How long a thread is kept that nothing was read in: the next file need not wait for another to begin. */
  readonly idleMilliseconds?: number;
}

const LIMITS: HeavyLimits = {
  milliseconds: CORPUS_LIMITS.heavyMilliseconds,
  millisecondsAMegabyte: CORPUS_LIMITS.heavyMillisecondsAMegabyte,
  megabytes: CORPUS_LIMITS.heavyMegabytes,
  idleMilliseconds: CORPUS_LIMITS.heavyIdleMilliseconds,
};

const TOO_MUCH = 'Reading the file takes too much memory; it is left out.';
const MEGABYTE = 1024 * 1024;
/**
 * How often the whole program's memory is looked at while a file is read: the thread's own limit knows nothing of what
 * lies outside of its heap, such as unpacked streams.
 */
const WATCH_MILLISECONDS = 50;

/**
 * Reads files of heavy formats in a thread with a limit on time and memory, so that whatever is in a file the bot goes
 * on answering. A file that exceeds a limit ends the thread and becomes a problem; the next file gets a new one. A thread
 * takes a third of a second to begin and some 40 MB while it is there.
 */
export class HeavyReader {
  readonly #limits: HeavyLimits;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  readonly #queue = new SerialQueue();

  constructor(limits: HeavyLimits = LIMITS) {
    this.#limits = limits;
  }

  /** Reads one file; files are read one at a time, in the order of the calls. Never throws. */
  read(task: HeavyTask): Promise<Parsed> {
    return this.#queue.run(() => this.#run(task));
  }

  /** Ends the thread. Reading again starts another. */
  close(): Promise<void> {
    clearTimeout(this.#idle);
    return this.#queue.run(async () => {
      await this.#worker?.terminate();
      this.#worker = undefined;
    });
  }

  async #run(task: HeavyTask): Promise<Parsed> {
    this.#worker ??= this.#start();
    clearTimeout(this.#idle);
    const answer = await this.#ask(this.#worker, task);
    const { idleMilliseconds } = this.#limits;
    if (idleMilliseconds !== undefined)
      this.#idle = setTimeout(() => void this.close(), idleMilliseconds).unref();
    if ('parsed' in answer) return answer.parsed;
    const problem: Problem = { severity: 'error', path: task.path, ...answer };
    return { drafts: [], problems: [problem] };
  }

  #start(): Worker {
    const limits = { maxOldGenerationSizeMb: this.#limits.megabytes, stackSizeMb: 4 };
    const worker = startThread(new URL('./heavy-worker.ts', import.meta.url), {
      resourceLimits: limits,
      stderr: true,
    });
    worker.unref();
    return worker;
  }

  async #ask(worker: Worker, task: HeavyTask): Promise<Outcome> {
    const fix = 'Copy the article into a .txt file.';
    const { promise, resolve } = Promise.withResolvers<{ outcome: Outcome; dead: boolean }>();
    const lose = (message: string) => resolve({ outcome: { message, fix }, dead: true });
    const more = (task.bytes.length / MEGABYTE) * (this.#limits.millisecondsAMegabyte ?? 0);
    const limit = this.#limits.milliseconds + more;
    const seconds = Math.round(limit / 100) / 10;
    let before = Number.POSITIVE_INFINITY;
    let timer = setTimeout(
      lose,
      CORPUS_LIMITS.heavyStartMilliseconds,
      'The reader of the file did not start.',
    );
    worker.on('message', (answer: HeavyAnswer) => {
      clearTimeout(timer);
      if (!('started' in answer)) resolve({ outcome: answer, dead: false });
      else {
        before = process.memoryUsage.rss();
        const message = `Reading the file takes longer than ${seconds} seconds; it is left out.`;
        timer = setTimeout(lose, limit, message);
      }
    });
    worker.on('error', (cause: Error & { code?: string }) => {
      const memory = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const message = memory ? TOO_MUCH : `The file cannot be read: ${cause.message}.`;
      lose(message);
    });
    worker.on('exit', () => lose('The file cannot be read: its reader stopped.'));
    const room = 2 * this.#limits.megabytes * MEGABYTE;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > room) lose(TOO_MUCH);
    }, WATCH_MILLISECONDS);
    worker.postMessage(task);

    const { outcome, dead } = await promise;
    clearTimeout(timer);
    clearInterval(watch);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    if (dead) {
      this.#worker = undefined;
      worker.on('error', () => undefined); // its last words, when it was stopped in the middle
      await worker.terminate();
    }
    return outcome;
  }
}
