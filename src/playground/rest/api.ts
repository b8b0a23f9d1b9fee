import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, invalidVersion, methodNotAllowed, notFound, unauthorized } from '../shapes/api-error.ts';
import type { Fault, FaultPlan } from '../world/faults.ts';
import { readBody } from './body.ts';
import { findRoute, type RestResponse, type Route } from './rest-route.ts';

/** One request to the REST API, for tests to look at. */
export interface LoggedRequest {
  method: string;
  /** Below `/api/v10`, e.g. `/interactions/1/abc/callback`. */
  path: string;
  /** The template of its route, e.g. `/interactions/:id/:token/callback`; the path when there is none. */
  route: string;
  query: string;
  body: unknown;
  /** Names of the files sent along. */
  files: string[];
  /** Status of the answer; 0 while there is none, or when the connection was broken on purpose. */
  status: number;
  /** The answer's body, for refusals. */
  refusal?: unknown;
  /** Clock at arrival, Unix milliseconds. */
  at: number;
}

export interface RestOptions {
  token: string;
  routes: readonly Route[];
  faults: FaultPlan;
  /** Requests are added here. */
  requests: LoggedRequest[];
  now(): number;
  log(message: string, details?: Record<string, unknown>): void;
}

const PREFIX = /^\/api\/v(\d+)(\/.*)$/;
/** Requests kept in the log. */
const KEPT = 5000;

/** Answers the requests below `/api`. */
export function createRestApi(options: RestOptions) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const method = request.method ?? 'GET';
    const [, version, path = url.pathname] = PREFIX.exec(url.pathname) ?? [];
    const match = findRoute(options.routes, method, path);
    const entry: LoggedRequest = {
      method,
      path,
      route: typeof match === 'object' ? match.route.template : path,
      query: url.search,
      body: undefined,
      files: [],
      status: 0,
      at: options.now(),
    };
    options.requests.push(entry);
    if (options.requests.length > KEPT) options.requests.shift();
    const faults = options.faults.take(method, path);
    const broken = await suffer(faults, 'before', request);
    if (broken) return;

    const send = ({ status, body }: RestResponse, headers: Record<string, string> = {}) => {
      entry.status = status;
      if (status >= 400) {
        entry.refusal = body;
        options.log('refused a request', { method, path: entry.route, status, body });
      }
      const text = body === undefined ? undefined : JSON.stringify(body);
      response.writeHead(status, {
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      });
      response.end(text);
    };

    const limited = faults.find((fault) => fault.kind === 'rateLimit');
    const refused = faults.find((fault) => fault.kind === 'refusal');
    const down = faults.find((fault) => fault.kind === 'status');
    try {
      const { body, files } = await readBody(request);
      entry.body = body;
      entry.files = [...files.values()].map(({ name }) => name);
      if (limited) {
        const { retryAfter, global } = limited;
        send(
          { status: 429, body: { message: 'You are being rate limited.', retry_after: retryAfter, global } },
          rateLimitHeaders(retryAfter, global),
        );
        return;
      }
      if (down) {
        send({ status: down.status, body: { message: `${down.status}: Internal Server Error`, code: 0 } });
        return;
      }
      if (refused) throw new ApiError(refused.status, refused.code, refused.message);
      if (version !== undefined && version !== '10') throw invalidVersion();
      if (match === undefined) throw notFound();
      if (match === 'method') throw methodNotAllowed();
      if (match.route.needsToken && request.headers.authorization !== `Bot ${options.token}`) {
        throw unauthorized();
      }
      const result = match.route.handle({
        method,
        path,
        query: url.searchParams,
        body,
        files,
        param: match.param,
      });
      if (await suffer(faults, 'after', request)) return;
      send(result);
    } catch (error) {
      if (error instanceof ApiError) {
        send({ status: error.status, body: error.body() });
        return;
      }
      options.log('a request broke the playground', { error: String(error) });
      if (!response.headersSent) {
        send({ status: 500, body: { message: '500: Internal Server Error', code: 0 } });
      }
    }
  };
}

/** Waits, or breaks the connection; returns whether it is broken. */
async function suffer(
  faults: readonly Fault[],
  when: 'before' | 'after',
  request: IncomingMessage,
): Promise<boolean> {
  for (const fault of faults) {
    if (fault.kind === 'delay' && fault.when === when) await sleep(fault.ms);
  }
  const drop = faults.find((fault) => fault.kind === 'drop');
  if (drop?.when !== when) return false;
  if (drop.how === 'reset') request.socket.resetAndDestroy();
  else request.socket.destroy();
  return true;
}

function rateLimitHeaders(retryAfter: number, global: boolean): Record<string, string> {
  return {
    'retry-after': String(retryAfter),
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(retryAfter),
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
  };
}
