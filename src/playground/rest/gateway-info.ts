import { ok, type Route, route } from './route.ts';

/** Where the gateway is. @param address `ws://…/gateway` */
export function gatewayRoutes(address: () => string): Route[] {
  return [
    route('GET', '/gateway', () => ok({ url: address() })),
    route('GET', '/gateway/bot', () =>
      ok({
        url: address(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 16 },
      }),
    ),
  ];
}
