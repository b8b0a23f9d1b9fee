import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Gateway } from './gateway/gateway.ts';
import { GATEWAY_LIMITS } from './gateway/protocol.ts';
import { serveAttachment, takeUpload } from './http/http-files.ts';
import { LOOPBACK, listen } from './http/http-server.ts';
import { createNewspaper, type Newspaper } from './http/newspaper.ts';
import { servePage } from './http/page-socket.ts';
import { serveStatic } from './http/static-files.ts';
import type { Actions } from './people/action-types.ts';
import { type ActionContext, createActions } from './people/create-actions.ts';
import { createPerson } from './people/people.ts';
import { beginThread, postAsFeed } from './people/posts.ts';
import { createUploads } from './people/uploads.ts';
import type { Playground, PlaygroundOptions } from './playground-types.ts';
import { createRestApi, type LoggedRequest } from './rest/api.ts';
import { callbackRoutes } from './rest/callbacks.ts';
import { channelRoutes } from './rest/channels.ts';
import { commandRoutes } from './rest/commands.ts';
import { GATEWAY_PLAN, type GatewayPlan, gatewayRoutes } from './rest/gateway-info.ts';
import { webhookRoutes } from './rest/webhooks.ts';
import { notFound } from './shapes/api-error.ts';
import type { Role } from './shapes/page-protocol.ts';
import { PERMISSION, USES_APPS } from './shapes/permission-bits.ts';
import { createSnowflakes } from './shapes/snowflake.ts';
import { createActors, createMember, permit } from './world/actors.ts';
import { createFileStore } from './world/attached-files.ts';
import { createDeadlines } from './world/deadlines.ts';
import { createFaults } from './world/faults.ts';
import { FIRST_GUILD, GUILDS, IDS, SECOND_GUILD } from './world/guild.ts';
import { Interactions } from './world/interactions.ts';
import { createWorld } from './world/world.ts';

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
  let newspaper: Newspaper | undefined;
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
    guilds: GUILDS.slice(0, options.thirdGuild === true ? 3 : options.secondGuild === true ? 2 : 1),
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
  const personAs = (does: Actions) => createPerson(world, does, (actor) => createActions(context, actor));
  const personOf = (role: Role) => personAs(actions[role]);
  const page = { world, actions, botOnline: () => gateway.online, newspaper: () => newspaper, log };

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
        if (newspaper?.serve(pathname, response)) return;
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
    thirdGuildId: IDS.thirdGuild,
    thirdChannelId: IDS.thirdChannel,
    get botOnline() {
      return gateway.online;
    },
    beginThread: (content) => beginThread(world, FIRST_GUILD, content),
    asFeed: (body) => postAsFeed(world, FIRST_GUILD, body),
    asMember: personOf('member'),
    asModerator: personOf('moderator'),
    asOwner: personOf('owner'),
    asStranger: personOf('stranger'),
    crowd: (count) =>
      Array.from({ length: count }, (_, n) =>
        personAs(createActions(context, createMember(makeId(), `member${n + 1}`))),
      ),
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
    openNewspaper(paper) {
      newspaper = createNewspaper(paper, base, now, () => world.emit({ type: 'newspaper' }));
      return newspaper;
    },
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
