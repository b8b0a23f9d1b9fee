import { emptyMessage } from '../shapes/api-error.ts';
import { type ApiMessage, MESSAGE_FLAGS, type Snowflake } from '../shapes/message-shapes.ts';
import { PERMISSION } from '../shapes/permission-bits.ts';
import { embedIsEmpty } from '../validate/embeds.ts';
import type { MessageBody } from '../validate/message.ts';
import { type Actor, usersOf } from './actors.ts';
import { normalizeFileName } from './attached-files.ts';
import { type GuildFacts, guildRoles } from './guild.ts';
import { pings } from './mentions.ts';
import {
  embedWithFiles,
  type IncomingFiles,
  mediaWithFile,
  planAttachments,
  resolveReferences,
} from './message-files.ts';
import { displayedTexts, withMedia, withTexts } from './walk-components.ts';
import type { StoredMessage, World } from './world.ts';

/** What a new message is, beside its body. */
export interface Draft {
  author: Actor;
  /** The server in whose channel it stands. */
  guild: GuildFacts;
  /** 0 plain, 19 a reply, 20 and 23 the answer to a command. */
  type: number;
  flags: number;
  /** The only user who sees it. */
  onlyFor?: Snowflake;
  extra?: Partial<
    Pick<
      ApiMessage,
      | 'id'
      | 'application_id'
      | 'webhook_id'
      | 'interaction_metadata'
      | 'message_reference'
      | 'message_snapshots'
      | 'poll'
    >
  >;
  repliesTo?: ApiMessage;
}

/**
 * Posts a message.
 *
 * @param body Already checked by `checkMessage`.
 * @throws {ApiError} 50006 when nothing would be seen, 50035 when a file is missing, 413 when one is too large.
 */
export function createMessage(
  world: World,
  draft: Draft,
  body: MessageBody,
  files: IncomingFiles,
): StoredMessage {
  const blank = blankMessage(world, draft);
  return put(world, blank, filled(world, blank, body, files, draft.flags | (body.flags ?? 0)));
}

/** The message of a deferred answer: "… is thinking". */
export function createThinking(world: World, draft: Draft): StoredMessage {
  const blank = blankMessage(world, { ...draft, flags: draft.flags | MESSAGE_FLAGS.loading });
  world.putMessage(blank);
  return blank;
}

/**
 * Changes a message; what the body leaves out stays. The first content of a deferred answer is not an edit.
 *
 * @throws {ApiError} as `createMessage`.
 */
export function editMessage(
  world: World,
  stored: StoredMessage,
  body: MessageBody,
  files: IncomingFiles,
): StoredMessage {
  const { message } = stored;
  const thinking = (message.flags & MESSAGE_FLAGS.loading) !== 0;
  const kept = message.flags & (MESSAGE_FLAGS.ephemeral | MESSAGE_FLAGS.componentsV2);
  const own = (body.flags ?? message.flags) & ~(MESSAGE_FLAGS.loading | MESSAGE_FLAGS.ephemeral);
  const next = filled(world, stored, body, files, kept | own);
  return put(world, stored, {
    ...next,
    edited_timestamp: thinking ? null : new Date(world.now()).toISOString(),
  });
}

function blankMessage(world: World, draft: Draft): StoredMessage {
  const message: ApiMessage = {
    id: world.makeId(),
    channel_id: draft.guild.channel.id,
    guild_id: draft.guild.id,
    author: draft.author.user,
    content: '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: draft.type,
    flags: draft.flags,
    ...draft.extra,
    ...(draft.repliesTo ? reference(draft.repliesTo) : {}),
  };
  return { message, ...(draft.onlyFor === undefined ? {} : { onlyFor: draft.onlyFor }) };
}

function reference(message: ApiMessage): Pick<ApiMessage, 'message_reference' | 'referenced_message'> {
  const { referenced_message: _, ...rest } = message;
  const { id: message_id, channel_id, guild_id } = message;
  return { message_reference: { message_id, channel_id, guild_id }, referenced_message: rest };
}

function put(world: World, before: StoredMessage, message: ApiMessage): StoredMessage {
  const { unanswered: _, ...rest } = before;
  const stored: StoredMessage = { ...rest, message };
  world.putMessage(stored);
  return stored;
}

/** The message with the body's fields in place; nothing is stored in the world until all of it is known to be good. */
function filled(
  world: World,
  before: StoredMessage,
  body: MessageBody,
  files: IncomingFiles,
  flags: number,
): ApiMessage {
  const { message } = before;
  const plan = planAttachments(message, body, files);
  const known = new Set(plan.map(({ name }) => name));
  const content =
    body.content === undefined ? message.content : withoutOverrides((body.content ?? '').trim());
  const embeds = body.embeds ?? message.embeds;
  const components = withTexts(body.components ?? message.components, withoutOverrides);
  resolveReferences(embeds, components, (name) => known.has(normalizeFileName(name)));
  const visible = content !== '' || embeds.some((one) => !embedIsEmpty(one)) || components.length > 0;
  const carries = message.message_snapshots !== undefined || message.poll !== undefined;
  if (!visible && !carries && plan.length === 0) throw emptyMessage();

  const ephemeral = before.onlyFor !== undefined;
  const attachments = plan.map(({ make }) => ({ ...make(world), ...(ephemeral ? { ephemeral } : {}) }));
  for (const { id } of message.attachments) {
    if (!attachments.some((kept) => kept.id === id)) world.files.remove(id);
  }
  const byName = new Map(attachments.map((one) => [one.filename, one]));
  const find = (name: string) => byName.get(normalizeFileName(name));
  return {
    ...message,
    content,
    flags,
    tts: body.tts ?? message.tts,
    embeds: embeds.filter((one) => !embedIsEmpty(one)).map((one) => embedWithFiles(one, find)),
    components: withMedia(components, (media) => mediaWithFile(media, find)),
    attachments,
    ...recordPings(world, before, body, [content, ...displayedTexts(components)]),
  };
}

/** Discord keeps no U+202E, which would turn around all that follows it. */
function withoutOverrides(text: string): string {
  return text.replaceAll('\u202E', '');
}

/** Only the first version of a message pings: edits keep what was recorded, a deferred answer's content is first. */
function recordPings(world: World, before: StoredMessage, body: MessageBody, texts: string[]) {
  const { message } = before;
  const first =
    message.content === '' && message.components.length === 0 && message.edited_timestamp === null;
  if (!first) return {};
  const guild = world.guilds.get(message.guild_id);
  const author = Object.values(world.actors).find(({ user }) => user.id === message.author.id);
  const repliedTo = message.referenced_message?.author;
  const who = pings(texts, body.allowed_mentions ?? undefined, {
    users: guild === undefined ? [] : usersOf(world.actors, guild),
    roles: guild === undefined ? [] : guildRoles(guild).map(({ id }) => id),
    everyone: ((author?.permissions ?? 0n) & PERMISSION.mentionEveryone) !== 0n,
    ...(repliedTo ? { repliedTo } : {}),
  });
  return { mention_everyone: who.everyone, mentions: who.users, mention_roles: who.roles };
}
