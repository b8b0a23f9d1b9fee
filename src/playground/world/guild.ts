import type { Snowflake } from '../shapes/message-shapes.ts';
import { EVERYBODY, PERMISSION as P } from '../shapes/permission-bits.ts';

/** The same ids at every start, so that a bot survives a restart of the playground. */
export const IDS = {
  application: '1400000000000000001',
  guild: '1400000000000000002',
  channel: '1400000000000000003',
  bot: '1400000000000000001',
  member: '1400000000000000005',
  moderator: '1400000000000000006',
  moderatorRole: '1400000000000000007',
  owner: '1400000000000000008',
  team: '1400000000000000009',
  /** Another app, whose webhook posts the news. */
  feed: '1400000000000000010',
  /** More than 2^22 above the first: of two shards, each holds one of the guilds. */
  otherGuild: '1400000000004194320',
  otherChannel: '1400000000004194321',
  otherModeratorRole: '1400000000004194322',
  stranger: '1400000000004194323',
  /** As far above the other as that is above the first: of three shards, each holds one. */
  thirdGuild: '1400000000008388640',
  thirdChannel: '1400000000008388641',
  thirdModeratorRole: '1400000000008388642',
  readingRoom: '1400000000000000011',
  thread: '1400000000000000012',
} as const;

export interface ChannelFacts {
  readonly id: Snowflake;
  readonly name: string;
  readonly topic: string;
  /** The channel that a thread belongs to. */
  readonly parent?: Snowflake;
}

/** A server, with its channels and one role. */
export interface GuildFacts {
  readonly id: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  /** Where people are, unless they go elsewhere; what the server itself says is said here too. */
  readonly channel: ChannelFacts;
  /** Its other channels and its threads. */
  readonly others: readonly ChannelFacts[];
  readonly moderatorRole: Snowflake;
}

/** The server that everybody starts in. */
export const FIRST_GUILD: GuildFacts = {
  id: IDS.guild,
  name: 'Playground',
  ownerId: IDS.owner,
  channel: {
    id: IDS.channel,
    name: 'ask-here',
    topic: 'A Discord on your own machine. Type / to see the commands.',
  },
  others: [
    { id: IDS.readingRoom, name: 'reading-room', topic: 'A second channel.' },
    { id: IDS.thread, name: 'The bridge', topic: '', parent: IDS.channel },
  ],
  moderatorRole: IDS.moderatorRole,
};

/** A server of somebody else, who may have invited the bot as well. */
export const SECOND_GUILD: GuildFacts = {
  id: IDS.otherGuild,
  name: 'Another server',
  ownerId: IDS.stranger,
  channel: {
    id: IDS.otherChannel,
    name: 'elsewhere',
    topic: 'A second server, of people who have nothing to do with the first.',
  },
  others: [],
  moderatorRole: IDS.otherModeratorRole,
};

/** Another one of the same stranger. */
const THIRD_GUILD: GuildFacts = {
  id: IDS.thirdGuild,
  name: 'A third server',
  ownerId: IDS.stranger,
  channel: { id: IDS.thirdChannel, name: 'far-away', topic: 'A third server.' },
  others: [],
  moderatorRole: IDS.thirdModeratorRole,
};

/** Every server there is, whether the bot is in it or not. */
export const GUILDS: readonly GuildFacts[] = [FIRST_GUILD, SECOND_GUILD, THIRD_GUILD];

const LOCALE = 'en-US';
/** Discord's kinds of channel that matter here. */
const CHANNEL_TYPE = { text: 0, publicThread: 11 } as const;

function role(id: Snowflake, name: string, position: number, permissions: bigint) {
  return {
    id,
    name,
    position,
    permissions: String(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

/** A guild's roles: everybody, and the moderators. */
export function guildRoles(guild: GuildFacts) {
  return [
    role(guild.id, '@everyone', 0, EVERYBODY),
    role(guild.moderatorRole, 'Moderators', 1, EVERYBODY | P.manageGuild | P.manageMessages),
  ];
}

/** All channels and threads of a server. */
export function channelsOf(guild: GuildFacts): readonly ChannelFacts[] {
  return [guild.channel, ...guild.others.filter(({ id }) => id !== guild.channel.id)];
}

/** A server as it is for somebody who is in one of its channels; undefined when it has no such channel. */
export function inChannel(guild: GuildFacts, channelId: Snowflake): GuildFacts | undefined {
  const channel = channelsOf(guild).find(({ id }) => id === channelId);
  if (channel === undefined) return undefined;
  return { ...guild, channel, others: channelsOf(guild) };
}

/** A guild's text channel or thread, as in GUILD_CREATE, `GET /channels/:id` and interactions. */
export function channelObject({ id, channel }: Pick<GuildFacts, 'id' | 'channel'>) {
  const thread = {
    type: CHANNEL_TYPE.publicThread,
    parent_id: channel.parent ?? null,
    owner_id: IDS.member,
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: 1440,
      archive_timestamp: '2024-01-01T00:00:00.000000+00:00',
    },
  };
  return {
    id: channel.id,
    guild_id: id,
    type: CHANNEL_TYPE.text,
    name: channel.name,
    topic: channel.topic,
    position: 0,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: [],
    flags: 0,
    ...(channel.parent === undefined ? {} : thread),
  };
}

/** A server's channels, and its threads apart, as in GUILD_CREATE. */
export function placesOf(guild: GuildFacts) {
  const all = channelsOf(guild);
  const object = (channel: ChannelFacts) => channelObject({ id: guild.id, channel });
  return {
    channels: all.filter(({ parent }) => parent === undefined).map(object),
    threads: all.filter(({ parent }) => parent !== undefined).map(object),
  };
}

/** A guild, as in GUILD_CREATE and `GET /guilds/:id`. */
export function guildObject(guild: GuildFacts) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: guildRoles(guild),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: guild.channel.id,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: LOCALE,
    nsfw_level: 0,
    max_members: 1000,
  };
}
