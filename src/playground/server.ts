import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { notFound } from './api-error.ts';
import { createDeadlines } from './deadlines.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFileStore } from './files.ts';
import { Gateway } from './gateway/gateway.ts';
import { GATEWAY_LIMITS } from './gateway/protocol.ts';
import { createActors, IDS } from './guild.ts';
import { serveAttachment, takeUpload } from './http-files.ts';
import { LOOPBACK, listen } from './http-server.ts';
import { Interactions } from './interactions.ts';
import { servePage } from './page-socket.ts';
import { type ActionContext, createActions } from './people/actions.ts';
import { createPerson, type Person } from './people/people.ts';
import { createUploads } from './people/uploads.ts';
import { createRestApi, type LoggedRequest } from './rest/api.ts';
import { callbackRoutes } from './rest/callbacks.ts';
import { channelRoutes } from './rest/channels.ts';
import { commandRoutes } from './rest/commands.ts';
import { gatewayRoutes } from './rest/gateway-info.ts';
import { webhookRoutes } from './rest/webhooks.ts';
import { createSnowflakes } from './snowflake.ts';
import { serveStatic } from './static.ts';
import { createWorld } from './world.ts';

export interface PlaygroundOptions {
  /** 0 or nothing takes a free port. */
  port?: number;
  /** The bot's token; a random one by default. */
  token?: string;
  /** Unix milliseconds; with a clock of your own, call `expire` after moving it. */
  now?: () => number;
  /** Milliseconds between the gateway's heartbeats. */
  heartbeat?: number;
  log?: (message: string, details?: Record<string, unknown>) => void;
}

/** A running Discord on loopback. */
export interface Playground {
  /** The page. */
  readonly url: string;
  /** For `rest.api` of discord.js. */
  readonly apiUrl: string;
  readonly port: number;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly botOnline: boolean;
  readonly asMember: Person;
  readonly asModerator: Person;
  readonly faults: Faults;
  /** The bot's REST requests, oldest first. */
  readonly requests: LoggedRequest[];
  /** What happened at the gateway so far. */
  readonly gateway: Readonly<Gateway['counts']>;
  /** Lets pass what the clock has left behind: unacknowledged interactions, old tokens. */
  expire(): void;
  close(): Promise<void>;
}

/**
 * Starts a Discord with one guild, one channel, one bot, one member and one moderator, on 127.0.0.1.
 *
 * @throws When the port is taken: an error with the code EADDRINUSE.
 */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const now = options.now ?? Date.now;
  const log = options.log ?? (() => undefined);
  const token = options.token ?? randomToken();
  let base = '';
  const gatewayAddress = () => `${base.replace('http', 'ws')}/gateway`;

  const makeId = createSnowflakes(now);
  const deadlines = createDeadlines(now);
  const files = createFileStore(makeId, (id, name) => `${base}/attachments/${IDS.channel}/${id}/${name}`);
  const world = createWorld({ now, makeId, deadlines, files, actors: createActors() });
  const interactions = new Interactions(world);
  const requests: LoggedRequest[] = [];
  const faults = createFaults(() => gateway);
  const gateway = new Gateway(world, {
    token,
    address: gatewayAddress,
    heartbeat: options.heartbeat ?? GATEWAY_LIMITS.heartbeat,
    answersHeartbeats: () => !faults.heartbeatsIgnored,
    log,
  });
  const rest = createRestApi({
    token,
    faults,
    requests,
    now,
    log,
    routes: [
      ...gatewayRoutes(gatewayAddress),
      ...commandRoutes(world),
      ...callbackRoutes(world, interactions),
      ...webhookRoutes(world, interactions),
      ...channelRoutes(world),
    ],
  });
  const context: ActionContext = {
    world,
    interactions,
    uploads: createUploads(world),
    send(payload) {
      if (!gateway.reachable) return false;
      gateway.dispatch('INTERACTION_CREATE', payload, 0);
      return true;
    },
  };
  const actions = {
    member: createActions(context, world.actors.member),
    moderator: createActions(context, world.actors.moderator),
  };
  const page = { world, actions, botOnline: () => gateway.online, log };

  const http = await listen(options.port ?? 0, {
    log,
    async request(request: IncomingMessage, response: ServerResponse, url: URL) {
      const { pathname } = url;
      if (pathname.startsWith('/api/')) return rest(request, response, url);
      if (pathname === '/upload' && request.method === 'POST') {
        return takeUpload(actions.member, request, response, url);
      }
      if (request.method === 'GET' || request.method === 'HEAD') {
        if (pathname === '/' && request.headers.host?.startsWith('localhost')) {
          // Attachments carry the numeric address, and the page's policy knows one origin only.
          response.writeHead(302, { location: `${base}/` });
          response.end();
          return;
        }
        if (serveAttachment(files, pathname, response)) return;
        if (await serveStatic(decoded(pathname), response)) return;
      }
      request.resume();
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(notFound().body()));
    },
    upgrade(url) {
      if (url.pathname === '/page') return (socket) => servePage(page, socket);
      if (url.pathname !== '/gateway' && url.pathname !== '/gateway/') return undefined;
      if (faults.gatewayClosed) return 503;
      return (socket) => gateway.connect(socket, url.searchParams);
    },
  });
  base = `http://${LOOPBACK}:${http.port}`;

  return {
    url: `${base}/`,
    apiUrl: `${base}/api`,
    port: http.port,
    token,
    applicationId: IDS.application,
    guildId: IDS.guild,
    channelId: IDS.channel,
    get botOnline() {
      return gateway.online;
    },
    asMember: createPerson(world, actions.member),
    asModerator: createPerson(world, actions.moderator),
    faults,
    requests,
    gateway: gateway.counts,
    expire: () => deadlines.run(),
    async close() {
      gateway.close();
      deadlines.close();
      await http.close();
    },
  };
}

/** Looks like a bot's token: its id in base64, then noise. */
function randomToken(): string {
  const part = (bytes: number) => randomBytes(bytes).toString('base64url');
  return `${Buffer.from(IDS.bot).toString('base64url')}.${part(4)}.${part(28)}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
