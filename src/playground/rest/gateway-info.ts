import { ok, type Route, route } from './route.ts';

/** Where the gateway is. @param address `ws://…/gateway` @param shards how many connections Discord asks for */
export function gatewayRoutes(address: () => string, shards: () => number): Route[] {
  return [
    route('GET', '/gateway', () => ok({ url: address() })),
    route('GET', '/gateway/bot', () =>
      ok({
        url: address(),
        shards: shards(),
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 16 },
      }),
    ),
  ];
}
