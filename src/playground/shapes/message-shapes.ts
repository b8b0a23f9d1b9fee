/**
 * Discord's own object shapes (API v10), as far as the playground produces them. Names of fields are Discord's; what
 * is not listed here is not sent. Everything is plain JSON.
 */

import type { ApiTopLevel, Snowflake } from './component-shapes.ts';

export type * from './component-shapes.ts';

export interface ApiUser {
  id: Snowflake;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: string | null;
  bot?: boolean;
}

export interface ApiMember {
  user: ApiUser;
  nick: string | null;
  avatar: string | null;
  roles: Snowflake[];
  joined_at: string;
  deaf: boolean;
  mute: boolean;
  flags: number;
  pending: boolean;
  permissions: string;
}

export interface ApiAttachment {
  id: Snowflake;
  filename: string;
  title?: string;
  description?: string;
  content_type?: string;
  /** Bytes. */
  size: number;
  /** An address of this server that serves the file. */
  url: string;
  proxy_url: string;
  width?: number | null;
  height?: number | null;
  ephemeral?: boolean;
}

export interface ApiEmbed {
  title?: string;
  description?: string;
  url?: string;
  timestamp?: string;
  color?: number;
  footer?: { text: string; icon_url?: string };
  image?: { url: string };
  thumbnail?: { url: string };
  author?: { name: string; url?: string; icon_url?: string };
  fields?: { name: string; value: string; inline?: boolean }[];
}

/** Bits of `ApiMessage.flags` that the playground uses. */
export const MESSAGE_FLAGS = {
  suppressEmbeds: 1 << 2,
  /** Only its user sees the message. */
  ephemeral: 1 << 6,
  /** Deferred: "<bot> is thinking…". */
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export interface ApiInteractionMetadata {
  id: Snowflake;
  /** 2 a command, 3 a component, 5 a modal. */
  type: number;
  user: ApiUser;
  /** The command's full name ("corpus reload"), when a command began it; the page shows "/name". */
  name?: string;
  /** 1 slash, 2 user, 3 message; with `name`. */
  command_type?: number;
  target_message_id?: Snowflake;
  original_response_message_id?: Snowflake;
  authorizing_integration_owners: Record<string, string>;
}

export interface ApiMessage {
  id: Snowflake;
  channel_id: Snowflake;
  guild_id: Snowflake;
  author: ApiUser;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  /** Who was really pinged, after `allowed_mentions`. */
  mentions: ApiUser[];
  mention_roles: Snowflake[];
  attachments: ApiAttachment[];
  embeds: ApiEmbed[];
  components: ApiTopLevel[];
  pinned: boolean;
  /** 0 plain, 19 a reply, 20 the answer to a slash command, 23 the answer to a message or user command. */
  type: number;
  flags: number;
  application_id?: Snowflake;
  webhook_id?: Snowflake;
  interaction_metadata?: ApiInteractionMetadata;
  message_reference?: {
    /** 1: forwarded; else a reply. */
    type?: 0 | 1;
    message_id: Snowflake;
    channel_id: Snowflake;
    guild_id: Snowflake;
  };
  /** What was forwarded, as it was then, without its author. */
  message_snapshots?: { message: ApiSnapshot }[];
  poll?: ApiPoll;
  referenced_message?: ApiMessage | null;
}

/** Source: https://discord.com/developers/docs/resources/message#message-snapshot-object */
export type ApiSnapshot = Pick<
  ApiMessage,
  | 'type'
  | 'content'
  | 'embeds'
  | 'attachments'
  | 'components'
  | 'timestamp'
  | 'edited_timestamp'
  | 'flags'
  | 'mentions'
  | 'mention_roles'
>;

/** Source: https://discord.com/developers/docs/resources/poll */
export interface ApiPoll {
  question: { text: string };
  answers: { answer_id: number; poll_media: { text: string } }[];
  expiry: string | null;
  allow_multiselect: boolean;
  layout_type: 1;
}

export interface ApiChoice extends Pick<Localized, 'name_localizations'> {
  name: string;
  value: string | number;
}

/** An option of a command: 1 subcommand, 2 group, 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role,
 * 9 mentionable, 10 number, 11 attachment. */
/** Texts in other languages, by Discord's names of locales. */
export interface Localized {
  name_localizations?: Record<string, string>;
  description_localizations?: Record<string, string>;
}

export interface ApiCommandOption extends Localized {
  type: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;
  name: string;
  description: string;
  required?: boolean;
  choices?: ApiChoice[];
  options?: ApiCommandOption[];
  autocomplete?: boolean;
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: number[];
}

export interface ApiCommand extends Localized {
  id: Snowflake;
  application_id: Snowflake;
  guild_id?: Snowflake;
  /** 1 slash, 2 on a user, 3 on a message. */
  type: 1 | 2 | 3;
  name: string;
  description: string;
  options?: ApiCommandOption[];
  default_member_permissions: string | null;
  dm_permission?: boolean;
  contexts?: number[] | null;
  integration_types?: number[];
  nsfw: boolean;
  version: Snowflake;
}
