import { asSeenByBot } from '../rest/channels.ts';
import type { ApiMessage } from '../shapes/message-shapes.ts';
import { memberOf } from '../world/actors.ts';
import { channelTypeOf, isDirect, withoutNoGuild } from '../world/direct-messages.ts';
import type { World, WorldEvent } from '../world/world.ts';
import { guildCreate } from './events.ts';
import { INTENT } from './protocol.ts';

/** An event for the sessions that hold a server and have asked for its kind. */
interface GatewayEvent {
  readonly name: string;
  readonly data: unknown;
  readonly intent: number;
  readonly guildId: string;
}

const EVENTS = {
  message: 'MESSAGE_CREATE',
  messageUpdate: 'MESSAGE_UPDATE',
  messageDelete: 'MESSAGE_DELETE',
} as const;

/** What the gateway tells of something that happened; nothing of what only one person sees. */
export function eventsOf(world: World, event: WorldEvent): readonly GatewayEvent[] {
  if (event.type === 'guildJoined')
    return [{ ...guildCreate(world.actors, event.guild), guildId: event.guild.id }];
  if (event.type === 'guildLeft') {
    const { id } = event.guild;
    return [{ name: 'GUILD_DELETE', data: { id }, intent: INTENT.guilds, guildId: id }];
  }
  if (event.type !== 'message' && event.type !== 'messageUpdate' && event.type !== 'messageDelete') return [];
  if (event.stored.onlyFor !== undefined) return [];
  const { message } = event.stored;
  return isDirect(message) ? [directEvent(event.type, message)] : messageEvents(world, event.type, message);
}

function messageEvents(
  world: World,
  type: keyof typeof EVENTS,
  message: ApiMessage,
): readonly GatewayEvent[] {
  const guild = world.guilds.get(message.guild_id);
  if (!guild) return [];
  const { id, channel_id, guild_id } = message;
  const head = { name: EVENTS[type], intent: INTENT.guildMessages, guildId: guild.id };
  if (type === 'messageDelete') return [{ ...head, data: { id, channel_id, guild_id } }];
  const { bot } = world.actors;
  const author = Object.values(world.actors).find(({ user }) => user.id === message.author.id);
  const { user: _, permissions: __, ...member } = memberOf(author ?? bot, guild);
  const seen = asSeenByBot(message, bot.user.id);
  return [{ ...head, data: { ...seen, member, channel_type: channelTypeOf(message) } }];
}

/** Direct messages come with their content, and without a member. */
function directEvent(type: keyof typeof EVENTS, message: ApiMessage): GatewayEvent {
  const { guild_id, id, channel_id } = message;
  const channel_type = channelTypeOf(message);
  const data = type === 'messageDelete' ? { id, channel_id } : { ...withoutNoGuild(message), channel_type };
  return { name: EVENTS[type], data, intent: INTENT.directMessages, guildId: guild_id };
}
