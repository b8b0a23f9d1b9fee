import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { answerQuestion } from '../src/discord/asking.ts';
import { COSTS } from '../src/discord/budget.ts';
import type { Command } from '../src/discord/command.ts';
import { note } from '../src/discord/layout.ts';
import { messageWords } from '../src/discord/message-words.ts';

const MAX_QUESTION = 1000;

/** Right-click on a message → Apps → Find a source. */
export const findSource = {
  kind: 'message',
  cost: COSTS.question,
  data: {
    type: ApplicationCommandType.Message,
    name: 'Find a source',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  help: 'Looks in the articles for what a message says; only you see the answer',
  run: async (context, { targetMessage }) => {
    const question = messageWords(targetMessage.content, MAX_QUESTION);
    if (question !== '') return answerQuestion(context, { question, private: true, quoted: true });
    await context.door.send(note('That message has no text that I could look for.'), { private: true });
  },
} satisfies Command;
