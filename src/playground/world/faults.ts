/** Which requests a fault hits: a part of `METHOD /path`, or a pattern for it (`/^POST .*\/callback$/`). */
type RoutePattern = string | RegExp;

/** What a request has to suffer. */
export type Fault =
  | { kind: 'rateLimit'; retryAfter: number; global: boolean }
  | { kind: 'status'; status: number }
  | { kind: 'refusal'; status: number; code: number; message: string }
  | { kind: 'drop'; when: 'before' | 'after'; how: 'reset' | 'close' }
  | { kind: 'delay'; ms: number; when: 'before' | 'after' };

/** The gateway's side of it. */
export interface GatewayFaults {
  drop(code?: number, shard?: number): void;
  requestReconnect(): void;
  invalidate(resumable: boolean): void;
  forgetSessions(): void;
}

interface DropOptions {
  /** `before` by default. */
  when?: 'before' | 'after';
  /** `reset` by default. */
  how?: 'reset' | 'close';
}

/** Troubles on request. Every fault on a route hits the next `times` requests to it and is then used up. */
export interface Faults {
  /** 429 with `retry_after` in seconds. */
  rateLimit(route: RoutePattern, retryAfter: number, times?: number, options?: { global?: boolean }): void;
  /** An error of the server, 500 by default. */
  serverError(route: RoutePattern, times?: number, status?: number): void;
  /** A refusal with one of Discord's codes; the status is 400 for AutoMod's (200000 and 200001), else 403. */
  refuse(route: RoutePattern, code: number, times?: number, status?: number): void;
  /**
   * The connection breaks before the request was carried out, or after it (the answer is lost): by a reset, which
   * discord.js tries again, or closed in an orderly way, which it reports at once.
   */
  dropConnection(route: RoutePattern, times?: number, options?: DropOptions): void;
  /** Milliseconds until the request is carried out, or until its answer is sent. */
  delay(route: RoutePattern, ms: number, times?: number, when?: 'before' | 'after'): void;
  /** Cuts the gateway's connections, or one shard's: without a word, or with a close code. Sessions can be resumed. */
  dropGateway(code?: number, shard?: number): void;
  /** Op 7. */
  requestReconnect(): void;
  /** Op 9. */
  invalidateSession(resumable: boolean): void;
  /** The next resumption is refused, as after a restart of Discord. */
  forgetSessions(): void;
  /** New gateway connections are refused while on. */
  closeGateway(closed: boolean): void;
  /** Heartbeats go unanswered while on. */
  ignoreHeartbeats(on: boolean): void;
  /** Ends all of it. */
  clear(): void;
}

/**
 * Discord's words for its codes.
 * Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const REFUSALS: Readonly<Record<number, string>> = {
  50001: 'Missing Access',
  50013: 'Missing Permissions',
  200000: 'Message was blocked by automatic moderation',
  200001: 'Title was blocked by automatic moderation',
};

export interface FaultPlan extends Faults {
  /** The faults of one request, used up by asking. */
  take(method: string, path: string): Fault[];
  readonly gatewayClosed: boolean;
  readonly heartbeatsIgnored: boolean;
}

/** @param gateway Where the gateway's faults are carried out. */
export function createFaults(gateway: () => GatewayFaults): FaultPlan {
  const pending: { route: RoutePattern; left: number; fault: Fault }[] = [];
  let gatewayClosed = false;
  let heartbeatsIgnored = false;

  function plan(route: RoutePattern, left: number, fault: Fault): void {
    pending.push({ route, left, fault });
  }

  return {
    rateLimit: (route, retryAfter, times = 1, { global = false } = {}) =>
      plan(route, times, { kind: 'rateLimit', retryAfter, global }),
    serverError: (route, times = 1, status = 500) => plan(route, times, { kind: 'status', status }),
    refuse: (route, code, times = 1, status = code >= 200_000 ? 400 : 403) =>
      plan(route, times, { kind: 'refusal', status, code, message: REFUSALS[code] ?? 'Forbidden' }),
    dropConnection: (route, times = 1, { when = 'before', how = 'reset' } = {}) =>
      plan(route, times, { kind: 'drop', when, how }),
    delay: (route, ms, times = 1, when = 'before') => plan(route, times, { kind: 'delay', ms, when }),
    dropGateway: (code, shard) => gateway().drop(code, shard),
    requestReconnect: () => gateway().requestReconnect(),
    invalidateSession: (resumable) => gateway().invalidate(resumable),
    forgetSessions: () => gateway().forgetSessions(),
    closeGateway(closed) {
      gatewayClosed = closed;
      if (closed) gateway().drop();
    },
    ignoreHeartbeats(on) {
      heartbeatsIgnored = on;
    },
    clear() {
      pending.length = 0;
      gatewayClosed = false;
      heartbeatsIgnored = false;
    },
    take(method, path) {
      const line = `${method} ${path}`;
      const hits = pending.filter(({ route, left }) => left > 0 && matches(route, line));
      // Faults of one kind come one after the other; a delay may go together with another kind.
      const chosen = [...new Map(hits.toReversed().map((entry) => [entry.fault.kind, entry])).values()];
      for (const entry of chosen) entry.left--;
      return chosen.map(({ fault }) => fault);
    },
    get gatewayClosed() {
      return gatewayClosed;
    },
    get heartbeatsIgnored() {
      return heartbeatsIgnored;
    },
  };
}

function matches(route: RoutePattern, line: string): boolean {
  return typeof route === 'string' ? line.includes(route) : route.test(line);
}
