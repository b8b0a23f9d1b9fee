import type { Client, Message } from 'discord.js';
import { normaliseQuestion } from '../../answer/question/unwrap/normalise-question.ts';
import type { Services } from '../command.ts';
import { isModerator } from '../permissions/change-answer.ts';
import { clip } from '../replies/fit-text.ts';
import { replyTo } from '../replies/reply.ts';
import { note, type View } from '../replies/view-parts.ts';
import { withErrorBoundary } from '../routing/errors.ts';
import { COSTS } from '../routing/question-budget.ts';
import { refusalOf } from '../routing/refusals.ts';
import { whoSees } from '../settings/who-sees.ts';
import type { Words } from '../words/words.ts';
import { answerMessage, type Caller } from './answer-message.ts';

const DEFAULTS = {
  /** Characters of the message that are read. */
  read: 600,
  /** Characters of the example. */
  example: 150,
} as const;

/**
 * Answers whoever mentions the bot, where the server lets it, or writes to it alone; elsewhere with one short reply that
 * names `/ask`. It reads no messages otherwise, and is allowed to read no others. What cannot be posted there is let be.
 * Never rejects.
 */
export async function answerMention(
  services: Services,
  client: Client<true>,
  message: Message,
): Promise<void> {
  const { budget, log } = services;
  if (!isAddressed(message, client.user.id) || budget.take(message.author.id, COSTS.question) > 0) return;
  await withErrorBoundary({ log }, { message: message.id, guild: message.guildId }, async () => {
    try {
      await replyTo(message, await replyFor(services, client, message));
    } catch (err) {
      if (refusalOf(err) === undefined) throw err;
      log.debug({ err, guild: message.guildId }, 'A mention could not be answered there');
    }
  });
}

async function replyFor(services: Services, client: Client<true>, message: Message): Promise<View> {
  const { dictionary, serverSettings } = services;
  const { guildId, channelId, channel, author, content } = message;
  const settings = await serverSettings.of(guildId);
  const words = dictionary[settings.language];
  const asked = normaliseQuestion(content.slice(0, DEFAULTS.read));
  const pointer = () => pointerView(asked, words);
  if (!/\p{L}/u.test(asked) || (guildId !== null && !settings.mentions)) return pointer();
  const parentId = channel.isThread() ? channel.parentId : null;
  const caller: Caller = {
    ...services,
    user: { id: author.id, moderator: isModerator(message.member?.permissions ?? null) },
    guildId,
    channelIds: [channelId, ...(parentId === null ? [] : [parentId])],
    keptPrivate: false,
    settings,
    words,
    publicWords: words,
  };
  // What a message says everyone sees.
  if (whoSees(caller).private) return pointer();
  return (await answerMessage(caller, message, asked, client.user.id)) ?? pointer();
}

/** Another bot is never answered: two could go on for ever. A reply to an answer is no call, though it pings. */
function isAddressed(message: Message, botId: string): boolean {
  if (message.author.bot || message.webhookId !== null || message.system) return false;
  return (
    message.guildId === null || [`<@${botId}>`, `<@!${botId}>`].some((call) => message.content.includes(call))
  );
}

/** Where to ask, with what was written as the example if it has words. */
function pointerView(asked: string, words: Words): View {
  const question = /\p{L}/u.test(asked) ? asked : words.say('mention.example');
  const plain = clip(question.replaceAll('`', '’'), DEFAULTS.example);
  const example = `\`/ask question: ${plain}\``;
  return note(words.say('mention.pointer', { example }));
}
