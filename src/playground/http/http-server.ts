import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

export const LOOPBACK = '127.0.0.1';
/** Bytes of one WebSocket message. */
const LARGEST_FRAME = 1024 * 1024;

export interface HttpHandlers {
  request(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** A WebSocket at this path: its handler, a status to refuse it with, or undefined when there is nothing. */
  upgrade(url: URL): ((socket: WebSocket) => void) | number | undefined;
  log(message: string, details?: Record<string, unknown>): void;
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on loopback only and turns away whoever comes by another name, so that no web page elsewhere can reach it
 * (DNS rebinding, cross-site requests).
 *
 * @param port 0 takes a free one.
 * @throws When the port is taken: an error with the code EADDRINUSE.
 */
export async function listen(port: number, handlers: HttpHandlers): Promise<HttpServer> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  const server = createServer((request, response) => {
    const url = addressOf(request);
    if (!url || !isOurs(request, portOf(server))) {
      request.resume();
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The playground answers only to its own address on this machine.\n');
      return;
    }
    handlers.request(request, response, url).catch((error: unknown) => {
      handlers.log('a request failed', { error: String(error) });
      response.destroy();
    });
  });
  server.on('upgrade', (request, stream, head) => {
    const url = addressOf(request);
    const handler = url && isOurs(request, portOf(server)) ? handlers.upgrade(url) : 403;
    if (typeof handler !== 'function') {
      refuse(stream, handler ?? 404);
      return;
    }
    sockets.handleUpgrade(request, stream, head, handler);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    port: portOf(server),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function addressOf(request: IncomingMessage): URL | undefined {
  return URL.parse(request.url ?? '/', `http://${LOOPBACK}`) ?? undefined;
}

/** Whether `Host` names this server and `Origin`, if there is one, is its own page. */
function isOurs(request: IncomingMessage, port: number): boolean {
  const hosts = [`${LOOPBACK}:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((own) => origin === `http://${own}`);
}

function refuse(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
