import { WebSocketShardEvents } from '@discordjs/ws';
import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import type { Log } from '../../log.ts';
import { GatewayRefusal, refusalOf } from './close-codes.ts';
import { keepTrying, waitUntil } from './keep-trying.ts';
import { Reconnection } from './reconnection.ts';
import { failureText, waitForDiscord } from './retry-wait.ts';

type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

export interface ShardingOptions {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
}

const LOGINS = 'Discord allows no more logins today';

/**
 * The usual connections to Discord, with more patience: while Discord is out of reach at the start they wait for it, the
 * pauses between the tries grow, and the log says why and until when. They also end when they are told to while Discord
 * is out of reach: the original would go on reconnecting for ever then, because a connection that waits for its next try
 * does not listen.
 */
export class PatientSharding extends SimpleShardingStrategy {
  readonly #manager: Manager;
  readonly #options: ShardingOptions;
  readonly #reconnection: Reconnection;
  readonly #sessionOf: Manager['options']['retrieveSessionInfo'];
  #stopped = false;

  constructor(manager: Manager, options: ShardingOptions) {
    super(manager);
    this.#manager = manager;
    this.#options = options;
    this.#reconnection = new Reconnection(options);
    this.#sessionOf = manager.options.retrieveSessionInfo;
    // Every try begins by asking for its session; after the end that is never answered.
    manager.options.retrieveSessionInfo = async (shard) => {
      await this.#reconnection.beforeTry(shard);
      return this.#stopped ? new Promise<never>(() => undefined) : this.#sessionOf(shard);
    };
    const fetchOnce = manager.fetchGatewayInformation.bind(manager);
    manager.fetchGatewayInformation = (force) =>
      this.#askForGateway((again) => fetchOnce(force === true || again));
    this.#listen();
  }

  override async spawn(shardIds: number[]): Promise<void> {
    this.#stopped = false;
    await super.spawn(shardIds);
  }

  /**
   * Waits until every connection is ready, however long that takes.
   * @throws {GatewayRefusal} when Discord turns one away for good
   */
  override async connect(): Promise<void> {
    const waiting = new Set(await this.#manager.getShardIds());
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const ready = ({ shardId }: { shardId: number }) => {
      waiting.delete(shardId);
      if (waiting.size === 0) resolve();
    };
    const closed = ({ code }: { code: number }) => {
      if (refusalOf(code) !== undefined) reject(new GatewayRefusal(code));
    };
    const { signal } = this.#options;
    const ended = () => reject(signal.reason);
    signal.addEventListener('abort', ended);
    this.#manager.on(WebSocketShardEvents.Ready, ready);
    this.#manager.on(WebSocketShardEvents.Resumed, ready);
    this.#manager.on(WebSocketShardEvents.Closed, closed);
    try {
      // A first try that fails is an error there, but goes on by itself.
      super.connect().catch((err) => this.#options.log.debug({ err }, 'A first try to connect failed'));
      await promise;
    } finally {
      signal.removeEventListener('abort', ended);
      this.#manager.off(WebSocketShardEvents.Ready, ready);
      this.#manager.off(WebSocketShardEvents.Resumed, ready);
      this.#manager.off(WebSocketShardEvents.Closed, closed);
    }
  }

  override async destroy(...options: Parameters<SimpleShardingStrategy['destroy']>): Promise<void> {
    this.#stopped = true;
    await super.destroy(...options);
  }

  #listen(): void {
    const manager = this.#manager;
    const reconnection = this.#reconnection;
    manager.on(WebSocketShardEvents.Debug, ({ shardId, message }) => reconnection.heard(shardId, message));
    manager.on(WebSocketShardEvents.Error, ({ shardId, error }) => reconnection.failed(shardId, error));
    manager.on(WebSocketShardEvents.Ready, ({ shardId }) => reconnection.connected(shardId));
    manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => reconnection.connected(shardId));
    manager.on(WebSocketShardEvents.Closed, ({ shardId, code }) => {
      if (!this.#stopped) reconnection.closed(shardId, code);
    });
  }

  /** Asks until Discord answers, and until it allows as many logins as are needed. */
  async #askForGateway(ask: (again: boolean) => ReturnType<Manager['fetchGatewayInformation']>) {
    const { now } = this.#options;
    const trying = { ...this.#options, what: failureText, waitFor: waitForDiscord };
    for (let again = false; ; again = true) {
      const gateway = await keepTrying(() => ask(again), trying);
      const { remaining, reset_after: resetAfter } = gateway.session_start_limit;
      if (remaining >= gateway.shards) return gateway;
      await waitUntil(now() + Math.max(resetAfter, 1000), LOGINS, this.#options);
    }
  }
}
