import type { ApiMember, ApiUser, Snowflake } from './api-types.ts';
import type { Role } from './protocol.ts';

/** Bits of Discord's permissions: https://discord.com/developers/docs/topics/permissions */
export const PERMISSION = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useApplicationCommands: 1n << 31n,
} as const;

const P = PERMISSION;
const EVERYBODY =
  P.viewChannel |
  P.sendMessages |
  P.embedLinks |
  P.attachFiles |
  P.readMessageHistory |
  P.useApplicationCommands;

/** The same ids at every start, so that a bot survives a restart of the playground. */
export const IDS = {
  application: '1400000000000000001',
  guild: '1400000000000000002',
  channel: '1400000000000000003',
  bot: '1400000000000000001',
  member: '1400000000000000005',
  moderator: '1400000000000000006',
  moderatorRole: '1400000000000000007',
} as const;

export const GUILD_NAME = 'Playground';
export const CHANNEL_NAME = 'ask-here';
const CHANNEL_TOPIC = 'A Discord on your own machine. Type / to see the commands.';
const LOCALE = 'en-US';
/** Discord's kinds of guild and channel that matter here. */
const TEXT_CHANNEL = 0;

/** Somebody in the guild. */
export interface Actor {
  role: Role | 'bot';
  user: ApiUser;
  permissions: bigint;
}

function user(id: Snowflake, username: string, name: string): ApiUser {
  return { id, username, global_name: name, discriminator: '0', avatar: null };
}

/** The three who are in the guild. */
export function createActors(): Readonly<Record<Role | 'bot', Actor>> {
  return {
    bot: {
      role: 'bot',
      user: {
        ...user(IDS.bot, 'Footnote', 'Footnote'),
        global_name: null,
        discriminator: '0001',
        bot: true,
      },
      permissions: EVERYBODY | P.mentionEveryone,
    },
    member: { role: 'member', user: user(IDS.member, 'mia', 'Mia'), permissions: EVERYBODY },
    moderator: {
      role: 'moderator',
      user: user(IDS.moderator, 'morgan', 'Morgan'),
      permissions: EVERYBODY | P.manageGuild | P.manageMessages | P.mentionEveryone,
    },
  };
}

/** The member object of an interaction, with computed permissions. */
export function memberOf(actor: Actor): ApiMember {
  return {
    user: actor.user,
    nick: null,
    avatar: null,
    roles: actor.role === 'moderator' ? [IDS.moderatorRole] : [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    permissions: String(actor.permissions),
  };
}

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

/** The guild's roles: everybody, and the moderators. */
export function guildRoles() {
  return [
    role(IDS.guild, '@everyone', 0, EVERYBODY),
    role(IDS.moderatorRole, 'Moderators', 1, EVERYBODY | P.manageGuild | P.manageMessages),
  ];
}

/** The text channel, as in GUILD_CREATE, `GET /channels/:id` and interactions. */
export function channelObject() {
  return {
    id: IDS.channel,
    guild_id: IDS.guild,
    type: TEXT_CHANNEL,
    name: CHANNEL_NAME,
    topic: CHANNEL_TOPIC,
    position: 0,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: [],
    flags: 0,
  };
}

/** The guild, as in GUILD_CREATE and `GET /guilds/:id`. */
export function guildObject() {
  return {
    id: IDS.guild,
    name: GUILD_NAME,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: IDS.moderator,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: guildRoles(),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
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

/** The application, as in `GET /applications/@me`. */
export function applicationObject(bot: ApiUser) {
  return {
    id: IDS.application,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: 1,
    bot,
    owner: bot,
    team: null,
    integration_types_config: { '0': {} },
  };
}
