import { z } from 'zod';
import {
  ApiError,
  invalidField,
  notTheAuthor,
  unknownChannel,
  unknownGuild,
  unknownMember,
  unknownMessage,
  unknownUser,
} from '../shapes/api-error.ts';
import type { ApiMessage } from '../shapes/message-shapes.ts';
import { check, snowflake } from '../validate/form.ts';
import { CREATE_FLAGS, checkMessage } from '../validate/message.ts';
import { memberOf, membersOf } from '../world/actors.ts';
import { applicationObject } from '../world/application.ts';
import {
  directChannel,
  directChannelId,
  directChannelObject,
  directMember,
  withoutNoGuild,
} from '../world/direct-messages.ts';
import {
  channelObject,
  type GuildFacts,
  guildObject,
  guildRoles,
  inChannel,
  placesOf,
} from '../world/guild.ts';
import { createMessage, editMessage } from '../world/messages.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { createNonces } from './nonces.ts';
import { noContent, ok, type RestRequest, type Route, route } from './rest-route.ts';

const MESSAGES = '/channels/:channel/messages';
const MESSAGE = `${MESSAGES}/:message`;
const MOST_MESSAGES = 100;

const Recipient = z.object({ recipient_id: snowflake });

/** The bot itself, its application, its guilds, and messages in their channels. */
export function channelRoutes(world: World): Route[] {
  const { actors } = world;
  const { bot } = actors;
  const application = () => ok(applicationObject(actors, world.application, world.guilds.size));

  const channelOf = (request: RestRequest): GuildFacts => {
    const id = request.param('channel');
    const person = directMember(actors, id);
    const guild = [...world.guilds.values()].flatMap((one) => inChannel(one, id) ?? [])[0];
    const found = person === undefined ? guild : directChannel(person);
    if (!found) throw unknownChannel();
    return found;
  };
  /** Ephemeral messages do not exist here. */
  const messageOf = (request: RestRequest): StoredMessage => {
    const { channel } = channelOf(request);
    const stored = world.message(request.param('message'));
    if (stored?.message.channel_id !== channel.id || stored.onlyFor !== undefined) throw unknownMessage();
    return stored;
  };
  const userOf = (request: RestRequest) => {
    const asked = request.param('user');
    const actor = Object.values(actors).find(
      ({ user }) => user.id === (asked === '@me' ? bot.user.id : asked),
    );
    if (!actor) throw unknownUser();
    return actor;
  };
  const guildOf = (request: RestRequest): GuildFacts => {
    const guild = world.guilds.get(request.param('guild'));
    if (!guild) throw unknownGuild();
    return guild;
  };

  const nonces = createNonces(() => world.now());
  return [
    route('POST', '/users/@me/channels', ({ body }) => {
      const { recipient_id: id } = check(Recipient, body);
      const person = directMember(actors, directChannelId(id));
      if (person === undefined) throw unknownUser();
      return ok(directChannelObject(person));
    }),
    route('GET', '/users/:user', (request) => ok(userOf(request).user)),
    route('GET', '/applications/@me', () => application()),
    route('GET', '/oauth2/applications/@me', () => application()),
    route('GET', '/guilds/:guild', (request) => ok(guildObject(guildOf(request)))),
    route('GET', '/guilds/:guild/channels', (request) => ok(placesOf(guildOf(request)).channels)),
    route('GET', '/guilds/:guild/roles', (request) => ok(guildRoles(guildOf(request)))),
    route('GET', '/guilds/:guild/members/:user', (request) => {
      const guild = guildOf(request);
      const actor = userOf(request);
      const here = actor === bot || membersOf(actors, guild).some(({ user }) => user.id === actor.user.id);
      if (!here) throw unknownMember();
      const { permissions: _, ...rest } = memberOf(actor, guild);
      return ok(rest);
    }),
    route('GET', '/channels/:channel', (request) => {
      const person = directMember(actors, request.param('channel'));
      return ok(person ? directChannelObject(person) : channelObject(channelOf(request)));
    }),
    route('POST', '/channels/:channel/typing', (request) => {
      channelOf(request);
      return noContent();
    }),
    route('GET', MESSAGES, (request) => {
      const { channel } = channelOf(request);
      const limit = Math.min(Number(request.query.get('limit') ?? 50) || 50, MOST_MESSAGES);
      const all = world
        .visibleTo(bot.user.id, channel.id)
        .map(({ message }) => asSeenByBot(message, bot.user.id));
      return ok(all.slice(-limit).reverse());
    }),
    route('GET', MESSAGE, (request) => ok(asSeenByBot(messageOf(request).message, bot.user.id))),
    route('POST', MESSAGES, (request) => {
      const guild = channelOf(request);
      const body = checkMessage(request.body, { allowedFlags: CREATE_FLAGS });
      const asked = body.message_reference;
      const target = asked ? world.message(asked.message_id) : undefined;
      if (asked && !target && asked.fail_if_not_exists !== false) {
        throw invalidField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
      }
      const { nonce } = body;
      const twin = body.enforce_nonce === true && nonce != null ? nonces.find(nonce) : undefined;
      const before = twin === undefined ? undefined : world.message(twin);
      if (before !== undefined) return ok(withoutNoGuild(before.message));
      const draft = { author: bot, guild, type: target ? 19 : 0, flags: 0 };
      const repliesTo = target ? { repliesTo: target.message } : {};
      const { message } = createMessage(world, { ...draft, ...repliesTo }, body, request.files);
      if (nonce != null) nonces.note(nonce, message.id);
      return ok(withoutNoGuild(message));
    }),
    route('PATCH', MESSAGE, (request) => {
      const before = messageOf(request);
      if (before.message.author.id !== bot.user.id) throw notTheAuthor();
      const body = checkMessage(request.body, { allowedFlags: CREATE_FLAGS, existing: before.message });
      return ok(editMessage(world, before, body, request.files).message);
    }),
    route('DELETE', MESSAGE, (request) => {
      const { message } = messageOf(request);
      if (message.author.id !== bot.user.id) throw new ApiError(403, 50013, 'Missing Permissions');
      world.removeMessage(message.id);
      return noContent();
    }),
  ];
}

/** Without the message content intent a bot reads only its own messages and those that mention it. */
export function asSeenByBot(message: ApiMessage, botId: string): ApiMessage {
  if (message.author.id === botId || message.mentions.some(({ id }) => id === botId)) return message;
  const { poll: _, message_snapshots: snapshots, ...rest } = message;
  return {
    ...rest,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    ...(snapshots && {
      message_snapshots: snapshots.map(({ message: one }) => ({
        message: { ...one, content: '', embeds: [], components: [], attachments: [] },
      })),
    }),
  };
}
