import type { ApiMessage, ApiPoll, ApiSnapshot } from '../shapes/message-shapes.ts';
import { EVERYBODY } from '../shapes/permission-bits.ts';
import { CREATE_FLAGS, checkMessage } from '../validate/message.ts';
import type { Actor, Member } from '../world/actors.ts';
import { type GuildFacts, IDS } from '../world/guild.ts';
import type { IncomingFiles } from '../world/message-files.ts';
import { createMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { Refusal } from './refusal.ts';

/** Source: https://discord.com/developers/docs/resources/poll */
const POLL_LIMITS = { question: 300, answers: 10, answer: 55, lasts: 24 * 60 * 60 * 1000 } as const;

const NO_FILES: IncomingFiles = new Map();

/** Posts a copy of a message, as it is now, in its channel; a copy of a copy is that of the first. */
export function forwardMessage(world: World, actor: Member, message: ApiMessage): ApiMessage {
  const { id: message_id, channel_id, guild_id } = message;
  const extra = {
    message_reference: { type: 1 as const, message_id, channel_id, guild_id },
    message_snapshots: message.message_snapshots ?? [{ message: snapshotOf(message) }],
  };
  const draft = { author: actor, guild: actor.guild, type: 0, flags: 0, extra };
  return createMessage(world, draft, {}, NO_FILES).message;
}

function snapshotOf(message: ApiMessage): ApiSnapshot {
  const { type, content, embeds, attachments, components, timestamp, edited_timestamp, flags } = message;
  const { mentions, mention_roles } = message;
  return structuredClone({
    type,
    content,
    embeds,
    attachments,
    components,
    timestamp,
    edited_timestamp,
    flags,
    mentions,
    mention_roles,
  });
}

/** @throws {Refusal} when the question or an answer is missing or too long */
export function startPoll(
  world: World,
  actor: Member,
  question: string,
  answers: readonly string[],
): ApiMessage {
  const fits = (text: string, most: number) => text.trim() !== '' && text.length <= most;
  if (!fits(question, POLL_LIMITS.question))
    throw new Refusal('A poll needs a question of 1 to 300 characters.');
  if (answers.length === 0 || answers.length > POLL_LIMITS.answers)
    throw new Refusal('A poll needs 1 to 10 answers.');
  if (!answers.every((answer) => fits(answer, POLL_LIMITS.answer)))
    throw new Refusal('An answer of a poll has 1 to 55 characters.');
  const poll: ApiPoll = {
    question: { text: question },
    answers: answers.map((text, at) => ({ answer_id: at + 1, poll_media: { text } })),
    expiry: new Date(world.now() + POLL_LIMITS.lasts).toISOString(),
    allow_multiselect: false,
    layout_type: 1,
  };
  const draft = { author: actor, guild: actor.guild, type: 0, flags: 0, extra: { poll } };
  return createMessage(world, draft, {}, NO_FILES).message;
}

/**
 * Posts what the webhook of a feed posts: content, embeds or components.
 * @throws {ApiError} as Discord would answer
 */
export function postAsFeed(world: World, guild: GuildFacts, body: unknown): ApiMessage {
  const author: Actor = {
    role: 'bot',
    user: {
      id: IDS.feed,
      username: 'Newsfeed',
      global_name: null,
      discriminator: '0000',
      avatar: null,
      bot: true,
    },
    permissions: EVERYBODY,
  };
  const draft = { author, guild, type: 0, flags: 0, extra: { webhook_id: IDS.feed } };
  return createMessage(world, draft, checkMessage(body, { allowedFlags: CREATE_FLAGS }), NO_FILES).message;
}

/** The message that a server's thread began with: it stands in the channel, under the id of the thread. */
export function beginThread(world: World, guild: GuildFacts, content: string): ApiMessage {
  const draft = { author: world.actors.moderator, guild, type: 0, flags: 0, extra: { id: IDS.thread } };
  return createMessage(world, draft, { content }, NO_FILES).message;
}
