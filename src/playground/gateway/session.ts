import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { holdsGuild, type Shard } from './events.ts';
import { type Event, GATEWAY_LIMITS, OP } from './protocol.ts';

/** One identified client: it outlives its connection, so that missed events can be replayed. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly #shard: Shard;
  #socket: WebSocket | undefined;
  #sequence = 0;
  #events: Event[] = [];

  /** Which of the bot's connections it is. */
  get shard(): number {
    return this.#shard[0];
  }

  constructor(intents: number, shard: Shard, socket: WebSocket) {
    this.intents = intents;
    this.#shard = shard;
    this.#socket = socket;
  }

  /** Whether what happens in a guild is told to this session. */
  hears(guildId: string): boolean {
    return holdsGuild(this.#shard, guildId);
  }

  get connected(): boolean {
    return this.#socket?.readyState === 1;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Sends an event, or keeps it for the resumption. */
  dispatch(name: string, data: unknown): void {
    const event: Event = { op: OP.dispatch, s: ++this.#sequence, t: name, d: data };
    this.#events.push(event);
    if (this.#events.length > GATEWAY_LIMITS.replay) this.#events.shift();
    if (this.connected) this.#socket?.send(JSON.stringify(event));
  }

  /** Whether everything after `sequence` is still here. */
  canResume(sequence: number): boolean {
    const [oldest] = this.#events;
    return sequence <= this.#sequence && (oldest === undefined || oldest.s <= sequence + 1);
  }

  /** Goes on, usually over a new connection: what was missed, then RESUMED. Returns how many events were replayed. */
  resume(socket: WebSocket, sequence: number): number {
    if (this.#socket !== socket) this.#socket?.terminate();
    this.#socket = socket;
    const missed = this.#events.filter(({ s }) => s > sequence);
    for (const event of missed) socket.send(JSON.stringify(event));
    this.dispatch('RESUMED', { _trace: [] });
    return missed.length;
  }

  /** Forgets a connection that is gone. */
  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }

  holds(socket: WebSocket): boolean {
    return this.#socket === socket;
  }
}
