import { ComponentType, type Message } from 'discord.js';
import { askedQuestion } from '../../answer/question/unwrap/normalise-question.ts';
import { messageTexts } from '../find-source/message-texts.ts';

const DEFAULTS = {
  /** Characters of a message that are read. */
  read: 600,
} as const;

/** A line of an answer that says what was asked, in bold; Discord's backslashes are no part of it. */
const ASKED = /^\*\*(.+)\*\*$/m;

/**
 * The question that a message shows, or asks: of an answer of ours the line in bold; of another message its words, as far as
 * Discord gives them.
 */
export function questionShown(message: Message, botId: string): string | undefined {
  const [text] = messageTexts(message);
  if (text === undefined) return undefined;
  if (message.author.id !== botId)
    return askedQuestion(text.slice(0, DEFAULTS.read), DEFAULTS.read) || undefined;
  const isAnswer = message.components.some(({ type }) => type === ComponentType.Container);
  return isAnswer ? ASKED.exec(text)?.[1]?.replace(/\\([^\p{L}\p{N}\s])/gu, '$1') : undefined;
}
