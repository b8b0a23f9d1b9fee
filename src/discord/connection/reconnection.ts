import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { reasonOf, refusalOf } from './close-codes.ts';
import { lengthOf } from './keep-trying.ts';

const DEFAULTS = {
  /** Milliseconds before the second try, beside the half second of discord.js; each pause is twice the one before. */
  first: 1000,
  longest: 60_000,
  /** A connection that held for so long was a good one: the pauses begin anew. In milliseconds. */
  stable: 30_000,
  /** Lines of the log are at least so far apart, in milliseconds, unless a longer pause is to be told. */
  quiet: 2000,
} as const;

interface Shard {
  /** How often it was closed since it last held. */
  failures: number;
  /** What went wrong, as far as it was said before the connection closed. */
  cause?: string;
  /** Closed, and the next try has not begun. */
  closed: boolean;
  connectedAt?: number;
  loggedAt: number;
}

/** What discord.js says for nobody but whoever reads its debug messages. */
const DESTROYING = /^Destroying shard\n\tReason: (.+)$/m;
const NOT_OPEN = 'Needs closing: false';
const NETWORK = 'due to a network error';

export interface ReconnectionOptions {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** Knows why connections were lost, tells the log, and lets the pauses between the tries grow. */
export class Reconnection {
  readonly #log: Log;
  readonly #now: () => number;
  readonly #pause: (ms: number) => Promise<unknown>;
  readonly #shards = new Map<number, Shard>();

  constructor({
    log,
    now = () => Date.now(),
    pause = (ms) => sleep(ms, undefined, { ref: false }),
  }: ReconnectionOptions) {
    this.#log = log;
    this.#now = now;
    this.#pause = pause;
  }

  /** A debug message: discord.js gives its own reasons only there. */
  heard(shard: number, message: string): void {
    const state = this.#of(shard);
    const reason = DESTROYING.exec(message)?.[1];
    if (reason !== undefined && reason !== 'none') state.cause = reason;
    else if (message.includes(NOT_OPEN)) delete state.cause;
    else if (message.includes(NETWORK)) state.cause = 'Discord is out of reach';
  }

  failed(shard: number, error: Error): void {
    this.#of(shard).cause = error.message;
  }

  connected(shard: number): void {
    this.#of(shard).connectedAt = this.#now();
  }

  /** Says why the connection is gone, and when the next try is; not for each of many quick tries. */
  closed(shard: number, code: number): void {
    if (refusalOf(code) !== undefined) return;
    const state = this.#of(shard);
    const now = this.#now();
    const reason = state.cause ?? reasonOf(code);
    if (state.connectedAt !== undefined && now - state.connectedAt >= DEFAULTS.stable) state.failures = 0;
    delete state.cause;
    delete state.connectedAt;
    state.closed = true;
    state.failures++;
    const pause = this.#pauseOf(state);
    if (pause < DEFAULTS.quiet && now - state.loggedAt < DEFAULTS.quiet) return;
    state.loggedAt = now;
    if (pause === 0) {
      this.#log.info({ shard, code, reason }, `Reconnecting to Discord: ${reason}`);
      return;
    }
    const until = new Date(now + pause).toISOString();
    this.#log.warn(
      { shard, code, reason, until },
      `Reconnecting to Discord: ${reason}. Next try in ${lengthOf(pause)}`,
    );
  }

  /** Waits before a try, if it is one. */
  async beforeTry(shard: number): Promise<void> {
    const state = this.#of(shard);
    if (!state.closed) return;
    state.closed = false;
    const pause = this.#pauseOf(state);
    if (pause > 0) await this.#pause(pause);
  }

  #pauseOf({ failures }: Shard): number {
    return failures < 2 ? 0 : Math.min(DEFAULTS.first * 2 ** (failures - 2), DEFAULTS.longest);
  }

  #of(shard: number): Shard {
    const known = this.#shards.get(shard);
    if (known !== undefined) return known;
    const made: Shard = { failures: 0, closed: false, loggedAt: Number.NEGATIVE_INFINITY };
    this.#shards.set(shard, made);
    return made;
  }
}
