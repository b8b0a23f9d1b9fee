import type { Message } from 'discord.js';
import { type Asker, ask, placeOf, remember } from '../asking/answer-question.ts';
import { answerView } from '../asking/answer-view.ts';
import { seenBy } from '../replies/send-or-keep.ts';
import { note, type View } from '../replies/view-parts.ts';
import { newView } from '../replies/view-records.ts';
import { whoSeesOf } from '../settings/who-sees.ts';
import { questionShown } from './question-shown.ts';

/** Whoever wrote a message to the bot, and where. */
export type Caller = Asker;

/**
 * The answer to a message, which may go on from what its writer asked last there, from the answer that it replies to, or
 * from the message that its thread began with.
 * @param asked what it asks, without the mention
 * @returns undefined when there is no answer that everyone there may see
 */
export async function answerMessage(
  caller: Caller,
  message: Message,
  asked: string,
  botId: string,
): Promise<View | undefined> {
  const { library, words, meter, guildId } = caller;
  const before = await questionBefore(caller, message, botId);
  const meant = before === undefined ? { kind: 'own' as const } : library.understand(before, asked);
  const alone = before === undefined ? library.understand({ question: '' }, asked) : meant;
  if (meant.kind === 'lost' || alone.kind === 'lost') return note(words.say('followUp.lost'));
  const question = meant.kind === 'own' ? asked : meant.question;
  const record = newView(question, caller.now(), { ...(meant.kind !== 'own' && { typed: asked }) });
  const answer = await ask(caller, record);
  const level = answer.kind === 'answer' ? answer.level : undefined;
  meter.answered(level ?? 'none');
  if (guildId !== null && whoSeesOf(caller, { private: false }, level).private) return undefined;
  await remember(caller, answer, record);
  return answerView(answer, placeOf(caller, record, seenBy(caller, false)));
}

async function questionBefore({ conversations, user, log }: Caller, message: Message, botId: string) {
  const last = await conversations.last(user.id, message.channelId);
  if (message.reference === null && last !== undefined) return last;
  try {
    const starter = message.channel.isThread() ? () => starterOf(message) : async () => null;
    const source = message.reference === null ? await starter() : await message.fetchReference();
    const question = source === null ? undefined : questionShown(source, botId);
    return question === undefined || question === last?.question ? last : { question };
  } catch (err) {
    // It was deleted, or may not be read.
    log.debug({ err, guild: message.guildId }, 'What a mention goes on from could not be read');
    return last;
  }
}

function starterOf({ channel }: Message): Promise<Message | null> {
  return channel.isThread() ? channel.fetchStarterMessage() : Promise.resolve(null);
}
