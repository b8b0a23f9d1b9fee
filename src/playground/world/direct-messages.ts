import type { ApiMessage, Snowflake } from '../shapes/message-shapes.ts';
import type { Actors, Member } from './actors.ts';
import type { GuildFacts } from './guild.ts';

/** In place of a server's id; the shard 0 hears of it, as of all direct messages. */
const NO_GUILD = '0';
/** Far above the ids of people, so that no channel has the id of another. */
const CHANNEL_OFFSET = 1_000_000n;
const DIRECT = 1;

/** The channel in which somebody and the bot write to each other, as a place without a server. */
export function directChannel({ user }: Member): GuildFacts {
  return {
    id: NO_GUILD,
    name: '',
    ownerId: user.id,
    channel: { id: directChannelId(user.id), name: '', topic: '' },
    others: [],
    moderatorRole: NO_GUILD,
  };
}

/** @param userId of the person */
export function directChannelId(userId: Snowflake): Snowflake {
  return String(BigInt(userId) + CHANNEL_OFFSET);
}

/** The person whose direct messages have this channel. */
export function directMember(actors: Actors, channelId: Snowflake): Member | undefined {
  const { member, moderator, owner, stranger } = actors;
  return [member, moderator, owner, stranger].find((one) => directChannel(one).channel.id === channelId);
}

/** What a gateway event says of where its message stands: 1 direct messages, 0 a text channel. */
export function channelTypeOf(message: Pick<ApiMessage, 'guild_id'>): 0 | 1 {
  return isDirect(message) ? DIRECT : 0;
}

export function isDirect({ guild_id }: Pick<ApiMessage, 'guild_id'>): boolean {
  return isNoGuild(guild_id);
}

/** Whether a place is no server, but direct messages. */
export function isNoGuild(guildId: Snowflake): boolean {
  return guildId === NO_GUILD;
}

/** A message as it is sent: one without a server does not name any. */
export function withoutNoGuild(message: ApiMessage): Omit<ApiMessage, 'guild_id'> & { guild_id?: Snowflake } {
  const { guild_id, ...rest } = message;
  return isDirect(message) ? rest : { ...rest, guild_id };
}

/** Source: https://discord.com/developers/docs/resources/channel#channel-object */
export function directChannelObject(person: Member) {
  const { id } = directChannel(person).channel;
  return { id, type: DIRECT, recipients: [person.user], last_message_id: null, flags: 0 };
}
