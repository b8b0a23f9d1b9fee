import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port for health can't be had; the message says why and what to do. */
export class HealthError extends Error {
  override readonly name = 'HealthError';
}

export interface HealthOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** What keeps the bot from answering; empty: it is ready. */
  readonly waitingFor: () => readonly string[];
  /** The numbers in Prometheus' text format, with its content type. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Told why the numbers could not be read; whoever asks is told only that. */
  readonly onError: (error: unknown) => void;
}

export interface HealthServer {
  /** Where it listens, without a path. */
  readonly url: string;
  close(): Promise<void>;
}

const DEFAULTS = {
  /** Milliseconds after which a request that is not complete is dropped. */
  requestTimeout: 5000,
  /** Bytes of a request's headers. */
  headers: 8192,
} as const;

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Serves `/healthz` (200 as long as the event loop turns), `/readyz` (200 when questions are answered, else 503 with what
 * is waited for) and `/metrics`. It takes GET and HEAD, and nothing of a request but its path.
 * @throws {HealthError} when the port is taken or may not be used
 */
export async function openHealthServer(options: HealthOptions): Promise<HealthServer> {
  const { host, port } = options;
  const { requestTimeout, headers: maxHeaderSize } = DEFAULTS;
  const server = createServer({ requestTimeout, headersTimeout: requestTimeout, maxHeaderSize });
  server.on('request', (request, response) => void answer(request, response, options));
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  try {
    await listening;
  } catch (cause) {
    throw new HealthError(reasonOf(cause, options), { cause });
  }
  return {
    url: urlOf(server.address(), host),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
  { waitingFor, metrics, onError }: HealthOptions,
): Promise<void> {
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(method === 'HEAD' ? undefined : body);
  };
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return send(405, JSON_TYPE, '{"error":"only GET and HEAD"}\n');
  }
  const path = url.split('?', 1)[0];
  if (path === '/healthz') return send(200, JSON_TYPE, '{"status":"ok"}\n');
  if (path === '/readyz') {
    const waiting = waitingFor();
    const ready = waiting.length === 0;
    const report = { status: ready ? 'ready' : 'waiting', ...(!ready && { waitingFor: waiting }) };
    return send(ready ? 200 : 503, JSON_TYPE, `${JSON.stringify(report)}\n`);
  }
  if (path === '/metrics') {
    try {
      const { type, text } = await metrics();
      return send(200, type, text);
    } catch (error) {
      onError(error);
      return send(500, JSON_TYPE, '{"error":"the numbers could not be read"}\n');
    }
  }
  send(404, JSON_TYPE, '{"error":"there is /healthz, /readyz and /metrics"}\n');
}

function urlOf(address: string | AddressInfo | null, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function reasonOf(error: unknown, { host, port }: HealthOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `HEALTH_PORT ${port} is taken by another program. Choose another, or leave it empty.`;
  if (code === 'EACCES')
    return `HEALTH_PORT ${port} may not be used by this user. Choose one above 1023, or leave it empty.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HEALTH_HOST "${host}" is no address of this machine. Leave it empty for this machine alone, or use 0.0.0.0.`;
  return `Health cannot be served at ${host}:${port} (${error instanceof Error ? error.message : String(error)}).`;
}
