import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Order, Told } from './messages.ts';

/** What a process of the bot runs. */
const BOT = fileURLToPath(new URL('bot-process.ts', import.meta.url));

/** From when until when a process was ready, in milliseconds of `performance.now()`. */
export interface Span {
  readonly from: number;
  to: number;
}

/** One of several bots, which is started again whenever it was killed. */
export class ChaosProcess {
  readonly #env: NodeJS.ProcessEnv;
  readonly #entry: string;
  readonly #listen: (told: Told) => void;
  readonly spans: Span[] = [];
  /** The end of what it wrote to its log. */
  log = '';
  #child: ChildProcess | undefined;
  #ready = Promise.withResolvers<void>();

  /** @param entry the file that it runs, which tells when it is ready */
  constructor(env: NodeJS.ProcessEnv, listen: (told: Told) => void, entry = BOT) {
    this.#env = env;
    this.#entry = entry;
    this.#listen = listen;
  }

  get isReady(): boolean {
    return this.spans.at(-1)?.to === Number.POSITIVE_INFINITY;
  }

  /** @returns when it answers */
  start(): Promise<void> {
    this.#ready = Promise.withResolvers();
    const child = fork(this.#entry, { env: this.#env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.log = (this.log + chunk).slice(-100_000);
    });
    child.on('message', (message) => {
      const told = Told.parse(message);
      if (told.kind === 'ready') {
        this.spans.push({ from: performance.now(), to: Number.POSITIVE_INFINITY });
        this.#ready.resolve();
      } else this.#listen(told);
    });
    return this.#ready.promise;
  }

  send(order: Order): void {
    this.#child?.send(order, () => undefined);
  }

  /** With no chance to finish anything. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const span = this.spans.at(-1);
    if (span !== undefined && span.to === Number.POSITIVE_INFINITY) span.to = performance.now();
  }

  /** In order. @returns its exit code */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) return null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return gone;
  }
}
