import {
  ApiError,
  invalidField,
  notTheAuthor,
  unknownChannel,
  unknownGuild,
  unknownMessage,
  unknownUser,
} from '../api-error.ts';
import type { ApiMessage } from '../api-types.ts';
import { applicationObject, channelObject, guildObject, guildRoles, IDS, memberOf } from '../guild.ts';
import { createMessage, editMessage } from '../messages.ts';
import { CREATE_FLAGS, checkMessage } from '../validate/message.ts';
import type { StoredMessage, World } from '../world.ts';
import { noContent, ok, type RestRequest, type Route, route } from './route.ts';

const MESSAGES = '/channels/:channel/messages';
const MESSAGE = `${MESSAGES}/:message`;
const MOST_MESSAGES = 100;

/** The bot itself, its application, the guild, and messages in the channel. */
export function channelRoutes(world: World): Route[] {
  const { bot, member, moderator } = world.actors;
  const everybody = [bot, member, moderator];

  const inChannel = (request: RestRequest) => {
    if (request.param('channel') !== IDS.channel) throw unknownChannel();
  };
  /** Ephemeral messages do not exist here. */
  const messageOf = (request: RestRequest): StoredMessage => {
    inChannel(request);
    const stored = world.message(request.param('message'));
    if (!stored || stored.onlyFor !== undefined) throw unknownMessage();
    return stored;
  };
  const userOf = (request: RestRequest) => {
    const asked = request.param('user');
    const actor = everybody.find(({ user }) => user.id === (asked === '@me' ? bot.user.id : asked));
    if (!actor) throw unknownUser();
    return actor;
  };
  const inGuild = (request: RestRequest) => {
    if (request.param('guild') !== IDS.guild) throw unknownGuild();
  };

  return [
    route('GET', '/users/:user', (request) => ok(userOf(request).user)),
    route('GET', '/applications/@me', () => ok(applicationObject(bot.user))),
    route('GET', '/oauth2/applications/@me', () => ok(applicationObject(bot.user))),
    route('GET', '/guilds/:guild', (request) => {
      inGuild(request);
      return ok(guildObject());
    }),
    route('GET', '/guilds/:guild/channels', (request) => {
      inGuild(request);
      return ok([channelObject()]);
    }),
    route('GET', '/guilds/:guild/roles', (request) => {
      inGuild(request);
      return ok(guildRoles());
    }),
    route('GET', '/guilds/:guild/members/:user', (request) => {
      inGuild(request);
      const { permissions: _, ...rest } = memberOf(userOf(request));
      return ok(rest);
    }),
    route('GET', '/channels/:channel', (request) => {
      inChannel(request);
      return ok(channelObject());
    }),
    route('POST', '/channels/:channel/typing', (request) => {
      inChannel(request);
      return noContent();
    }),
    route('GET', MESSAGES, (request) => {
      inChannel(request);
      const limit = Math.min(Number(request.query.get('limit') ?? 50) || 50, MOST_MESSAGES);
      const all = world.visibleTo(bot.user.id).map(({ message }) => asSeenByBot(message, bot.user.id));
      return ok(all.slice(-limit).reverse());
    }),
    route('GET', MESSAGE, (request) => ok(asSeenByBot(messageOf(request).message, bot.user.id))),
    route('POST', MESSAGES, (request) => {
      inChannel(request);
      const body = checkMessage(request.body, { allowedFlags: CREATE_FLAGS });
      const asked = body.message_reference;
      const target = asked ? world.message(asked.message_id) : undefined;
      if (asked && !target && asked.fail_if_not_exists !== false) {
        throw invalidField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
      }
      const draft = { author: bot, type: target ? 19 : 0, flags: 0 };
      const repliesTo = target ? { repliesTo: target.message } : {};
      return ok(createMessage(world, { ...draft, ...repliesTo }, body, request.files).message);
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
  return { ...message, content: '', embeds: [], components: [], attachments: [] };
}
