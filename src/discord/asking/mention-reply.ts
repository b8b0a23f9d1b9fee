import type { Client, Message } from 'discord.js';
import { normaliseQuestion } from '../../answer/question/unwrap/normalise-question.ts';
import type { Services } from '../command.ts';
import { clip } from '../replies/fit-text.ts';
import { replyTo } from '../replies/reply.ts';
import { note, type View } from '../replies/view-parts.ts';
import { withErrorBoundary } from '../routing/errors.ts';
import { COSTS } from '../routing/question-budget.ts';
import { refusalOf } from '../routing/refusals.ts';
import type { Words } from '../words/words.ts';

const DEFAULTS = {
  /** Characters of the message that are read. */
  read: 600,
  /** Characters of the example. */
  example: 150,
} as const;

/**
 * Answers whoever mentions the bot or writes to it alone with one short reply that names `/ask`: it reads no messages
 * otherwise, and is allowed to read no others. What cannot be posted there is let be. Never rejects.
 */
export async function answerMention(
  services: Pick<Services, 'budget' | 'log' | 'dictionary' | 'serverSettings'>,
  client: Client<true>,
  message: Message,
): Promise<void> {
  const { budget, log, dictionary, serverSettings } = services;
  if (!isAddressed(message, client.user.id) || budget.take(message.author.id, COSTS.question) > 0) return;
  await withErrorBoundary({ log }, { message: message.id, guild: message.guildId }, async () => {
    try {
      const { language } = await serverSettings.of(message.guildId);
      await replyTo(message, pointerView(message.content, dictionary[language]));
    } catch (err) {
      if (refusalOf(err) === undefined) throw err;
      log.debug({ err, guild: message.guildId }, 'A mention could not be answered there');
    }
  });
}

/** Another bot is never answered: two could go on for ever. A reply to an answer is no call, though it pings. */
function isAddressed(message: Message, botId: string): boolean {
  if (message.author.bot || message.webhookId !== null || message.system) return false;
  return (
    message.guildId === null || [`<@${botId}>`, `<@!${botId}>`].some((call) => message.content.includes(call))
  );
}

/** Where to ask, with what was written as the example if it has words. */
function pointerView(content: string, words: Words): View {
  const asked = normaliseQuestion(content.slice(0, DEFAULTS.read));
  const question = /\p{L}/u.test(asked) ? asked : words.say('mention.example');
  const plain = clip(question.replaceAll('`', '’'), DEFAULTS.example);
  const example = `\`/ask question: ${plain}\``;
  return note(words.say('mention.pointer', { example }));
}
