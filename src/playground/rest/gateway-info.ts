import { ok, type Route, route } from './rest-route.ts';

/** What Discord says of the bot's connections. */
export interface GatewayPlan {
  /** How many connections it asks for. */
  shards: number;
  /** Logins that are left. */
  remaining: number;
  /** Milliseconds until there are as many as usual again. */
  resetAfter: number;
}

export const GATEWAY_PLAN: Readonly<GatewayPlan> = { shards: 1, remaining: 1000, resetAfter: 86_400_000 };

/** Where the gateway is. @param address `ws://…/gateway` @param plan read when asked for: it may change */
export function gatewayRoutes(address: () => string, plan: Readonly<GatewayPlan>): Route[] {
  return [
    route('GET', '/gateway', () => ok({ url: address() })),
    route('GET', '/gateway/bot', () => {
      const { shards, remaining, resetAfter } = plan;
      const limit = { total: 1000, remaining, reset_after: resetAfter, max_concurrency: 16 };
      return ok({ url: address(), shards, session_start_limit: limit });
    }),
  ];
}
