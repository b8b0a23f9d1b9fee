import { WebSocket } from 'ws';
import type { z } from 'zod';
import type { World } from '../world/world.ts';
import { readyEvents } from './events.ts';
import { identifyRefusal } from './identify-refusal.ts';
import { CLOSE, frame, GATEWAY_LIMITS, identify, OP, resume } from './protocol.ts';
import { Session } from './session.ts';
import { eventsOf } from './world-events.ts';

export interface GatewayOptions {
  token: string;
  /** The address that clients come back to, `ws://…/gateway`. */
  address(): string;
  /** How many connections the bot needs. */
  shards(): number;
  /** Milliseconds between heartbeats. */
  heartbeat: number;
  /** Whether heartbeats are answered now. */
  answersHeartbeats(): boolean;
  log(message: string, details?: Record<string, unknown>): void;
}

/**
 * The gateway, version 10, JSON without compression.
 * Source: https://discord.com/developers/docs/events/gateway
 */
export class Gateway {
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Set<WebSocket>();
  readonly #stopListening: () => void;
  #online = false;
  /** How often clients identified, resumed, and how many events were replayed to them. */
  readonly counts = { identified: 0, resumed: 0, replayed: 0 };

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#stopListening = world.listen((event) => {
      for (const one of eventsOf(world, event)) this.dispatch(one.name, one.data, one.intent, one.guildId);
    });
  }

  /** Whether a bot is connected and ready. */
  get online(): boolean {
    return this.#online;
  }

  /** Whether an event of a guild has somewhere to go: to a connection, or to a session that may be resumed. */
  reaches(guildId: string): boolean {
    return [...this.#sessions.values()].some((session) => session.hears(guildId));
  }

  /** Takes over a connection that was upgraded at `/gateway`. */
  connect(socket: WebSocket, query: URLSearchParams): void {
    if (query.get('v') !== '10' || (query.get('encoding') ?? 'json') !== 'json') {
      socket.close(CLOSE.invalidVersion, 'Invalid API version.');
      return;
    }
    this.#sockets.add(socket);
    const times: number[] = [];
    socket.on('error', (error) => this.#options.log('gateway connection failed', { error: error.message }));
    socket.on('close', (code) => {
      this.#sockets.delete(socket);
      const session = this.#sessionOf(socket);
      session?.detach(socket);
      // A client that says goodbye with 1000 or 1001 ends its session.
      if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
      this.#noticePresence();
    });
    socket.on('message', (data) => {
      const now = performance.now();
      times.push(now);
      while ((times[0] ?? now) < now - GATEWAY_LIMITS.window) times.shift();
      if (times.length > GATEWAY_LIMITS.messages) socket.close(CLOSE.rateLimited, 'Rate limited.');
      else this.#receive(socket, String(data));
    });
    send(socket, OP.hello, { heartbeat_interval: this.#options.heartbeat, _trace: [] });
  }

  /** Sends an event of a guild to the session that holds it, if it has asked for its kind. */
  dispatch(name: string, data: unknown, intent: number, guildId: string): void {
    for (const session of this.#sessions.values()) {
      if ((session.intents & intent) === intent && session.hears(guildId)) session.dispatch(name, data);
    }
  }

  /** Cuts connections, every one or that of one shard: without a close frame, or with a code. */
  drop(code?: number, shard?: number): void {
    for (const socket of [...this.#sockets]) {
      if (shard !== undefined && this.#sessionOf(socket)?.shard !== shard) continue;
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** Asks every client to reconnect and resume. */
  requestReconnect(): void {
    for (const socket of this.#sockets) send(socket, OP.reconnect, null);
  }

  /** Ends every session; with `resumable` the client may still resume it. */
  invalidate(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    for (const socket of this.#sockets) send(socket, OP.invalidSession, resumable);
    this.#noticePresence();
  }

  /** Forgets every session, as a restart of Discord would. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  close(): void {
    this.#stopListening();
    for (const socket of this.#sockets) socket.terminate();
    this.#sessions.clear();
  }

  #receive(socket: WebSocket, text: string): void {
    const message = parsed(frame, text);
    if (!message) {
      socket.close(CLOSE.decodeError, 'Error while decoding payload.');
      return;
    }
    switch (message.op) {
      case OP.heartbeat:
        if (this.#options.answersHeartbeats()) send(socket, OP.heartbeatAck, null);
        return;
      case OP.identify:
        this.#identify(socket, message.d);
        return;
      case OP.resume:
        this.#resume(socket, message.d);
        return;
      case OP.presenceUpdate:
      case OP.voiceStateUpdate:
      case OP.requestGuildMembers:
        if (!this.#sessionOf(socket)) socket.close(CLOSE.notAuthenticated, 'Not authenticated.');
        return;
      default:
        socket.close(CLOSE.unknownOpcode, 'Unknown opcode.');
    }
  }

  #identify(socket: WebSocket, data: unknown): void {
    const body = identify.safeParse(data).data;
    const refusal = this.#sessionOf(socket)
      ? CLOSE.alreadyAuthenticated
      : identifyRefusal(body, this.#options.token, this.#options.shards());
    if (refusal !== undefined || body === undefined) {
      socket.close(refusal);
      return;
    }
    const shard = body.shard ?? [0, 1];
    const session = new Session(body.intents, shard, socket);
    this.#sessions.set(session.id, session);
    this.counts.identified++;
    const { actors, guilds } = this.#world;
    const events = readyEvents(actors, [...guilds.values()], {
      sessionId: session.id,
      resumeAddress: this.#options.address(),
      shard,
    });
    for (const { name, data: payload, intent } of events) {
      if ((body.intents & intent) === intent) session.dispatch(name, payload);
    }
    this.#noticePresence();
  }

  #resume(socket: WebSocket, data: unknown): void {
    const body = resume.safeParse(data).data;
    if (body?.token !== this.#options.token) {
      socket.close(body ? CLOSE.authenticationFailed : CLOSE.decodeError);
      return;
    }
    const session = this.#sessions.get(body.session_id);
    if (!session?.canResume(body.seq)) {
      if (session) this.#sessions.delete(session.id);
      if (session && body.seq > session.sequence) socket.close(CLOSE.invalidSequence);
      else send(socket, OP.invalidSession, false);
      return;
    }
    this.counts.resumed++;
    this.counts.replayed += session.resume(socket, body.seq);
    this.#noticePresence();
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.holds(socket));
  }

  #noticePresence(): void {
    const online = [...this.#sessions.values()].some(({ connected }) => connected);
    if (online === this.#online) return;
    this.#online = online;
    this.#world.emit({ type: 'bot', online });
  }
}

function send(socket: WebSocket, op: number, d: unknown): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
