import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Gateway } from './gateway/gateway.ts';
import { GATEWAY_LIMITS } from './gateway/protocol.ts';
import { serveAttachment, takeUpload } from './http/http-files.ts';
import { LOOPBACK, listen } from './http/http-server.ts';
import { servePage } from './http/page-socket.ts';
import { serveStatic } from './http/static-files.ts';
import { type ActionContext, createActions } from './people/create-actions.ts';
import { createPerson } from './people/people.ts';
import type { Person } from './people/person.ts';
import { postAsFeed } from './people/posts.ts';
import { createUploads } from './people/uploads.ts';
import { createRestApi, type LoggedRequest } from './rest/api.ts';
import { callbackRoutes } from './rest/callbacks.ts';
import { channelRoutes } from './rest/channels.ts';
import { commandRoutes } from './rest/commands.ts';
import { GATEWAY_PLAN, type GatewayPlan, gatewayRoutes } from './rest/gateway-info.ts';
import { webhookRoutes } from './rest/webhooks.ts';
import { notFound } from './shapes/api-error.ts';
import type { ApiMessage } from './shapes/message-shapes.ts';
import type { Role } from './shapes/page-protocol.ts';
import { PERMISSION, USES_APPS } from './shapes/permission-bits.ts';
import { createSnowflakes } from './shapes/snowflake.ts';
import { createActors, permit } from './world/actors.ts';
import type { ApplicationSettings } from './world/application.ts';
import { createFileStore } from './world/attached-files.ts';
import { createDeadlines } from './world/deadlines.ts';
import { createFaults, type Faults } from './world/faults.ts';
import { FIRST_GUILD, IDS, SECOND_GUILD } from './world/guild.ts';
import { Interactions } from './world/interactions.ts';
import { createWorld } from './world/world.ts';

export interface PlaygroundOptions {
  /** 0 or nothing takes a free port. */
  port?: number;
  /** The bot's token; a random one by default. */
  token?: string;
  /** Unix milliseconds; with a clock of your own, call `expire` after moving it. */
  now?: () => number;
  /** Milliseconds between the gateway's heartbeats. */
  heartbeat?: number;
  /** The bot is in a second server too, of people who have nothing to do with the first; no by default. */
  secondGuild?: boolean;
  /** What the application's owner has set; as for a new application by default: public, of one person. */
  application?: Partial<ApplicationSettings>;
  /** How many gateway connections Discord asks for; 1 by default. */
  shards?: number;
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
  /** A second channel of the first server, and a thread of its first channel. */
  readonly readingRoomId: string;
  readonly threadId: string;
  readonly secondGuildId: string;
  readonly botOnline: boolean;
  readonly asMember: Person;
  /** Posts in the first server's channel what the webhook of a feed would: content, embeds or components. */
  asFeed(body: unknown): ApiMessage;
  /** Has the permissions Manage Server and Manage Messages in the first server. */
  readonly asModerator: Person;
  /** Owns the bot's application, and the first server. */
  readonly asOwner: Person;
  /** Owns the second server, and is nobody elsewhere. */
  readonly asStranger: Person;
  readonly faults: Faults;
  /** The bot's REST requests, oldest first. */
  readonly requests: LoggedRequest[];
  /** What happened at the gateway so far. */
  readonly gateway: Readonly<Gateway['counts']>;
  /** Somebody invites the bot to the second server. */
  joinSecondGuild(): void;
  /** The bot is thrown out of the second server. */
  leaveSecondGuild(): void;
  /** Gives the moderator the permission Manage Server, or takes it. */
  letModeratorManage(allowed: boolean): void;
  /** Whether the stranger's server lets applications that only a person installed answer for all to see. */
  letStrangerUseApps(allowed: boolean): void;
  /** What `GET /gateway/bot` says from now on. */
  setGateway(plan: Partial<GatewayPlan>): void;
  /** Lets pass what the clock has left behind: unacknowledged interactions, old tokens. */
  expire(): void;
  close(): Promise<void>;
}

/**
 * Starts a Discord on 127.0.0.1: two servers with a channel each, four people, and one bot, which is in the first.
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
  const world = createWorld({
    now,
    makeId,
    deadlines,
    files,
    actors: createActors(),
    guilds: options.secondGuild === true ? [FIRST_GUILD, SECOND_GUILD] : [FIRST_GUILD],
    application: { botPublic: true, team: false, ...options.application },
  });
  const plan: GatewayPlan = { ...GATEWAY_PLAN, shards: options.shards ?? 1 };
  const interactions = new Interactions(world);
  const requests: LoggedRequest[] = [];
  const faults = createFaults(() => gateway);
  const gateway = new Gateway(world, {
    token,
    address: gatewayAddress,
    shards: () => plan.shards,
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
      ...gatewayRoutes(gatewayAddress, plan),
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
    send(payload, guildId) {
      if (!gateway.reaches(guildId)) return false;
      gateway.dispatch('INTERACTION_CREATE', payload, 0, guildId);
      return true;
    },
  };
  const actionsOf = (role: Role) => createActions(context, world.actors[role]);
  const actions = {
    member: actionsOf('member'),
    moderator: actionsOf('moderator'),
    owner: actionsOf('owner'),
    stranger: actionsOf('stranger'),
  };
  const personOf = (role: Role) =>
    createPerson(world, actions[role], (actor) => createActions(context, actor));
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
    readingRoomId: IDS.readingRoom,
    threadId: IDS.thread,
    secondGuildId: IDS.otherGuild,
    get botOnline() {
      return gateway.online;
    },
    asFeed: (body) => postAsFeed(world, FIRST_GUILD, body),
    asMember: personOf('member'),
    asModerator: personOf('moderator'),
    asOwner: personOf('owner'),
    asStranger: personOf('stranger'),
    faults,
    requests,
    gateway: gateway.counts,
    joinSecondGuild: () => world.joinGuild(SECOND_GUILD),
    leaveSecondGuild: () => world.leaveGuild(SECOND_GUILD.id),
    letModeratorManage(allowed) {
      permit(world.actors.moderator, PERMISSION.manageGuild, allowed);
      world.emit({ type: 'commands' });
    },
    letStrangerUseApps: (allowed) => permit(world.actors.stranger, USES_APPS, allowed),
    setGateway: (changes) => void Object.assign(plan, changes),
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
