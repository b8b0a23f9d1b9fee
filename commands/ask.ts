import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { pressAnswer } from '../src/discord/asking/answer-buttons.ts';
import { answerQuestion } from '../src/discord/asking/answer-question.ts';
import { ASK_SCOPE } from '../src/discord/asking/answer-view.ts';
import { questionChoices } from '../src/discord/asking/question-choices.ts';
import type { Command } from '../src/discord/command.ts';
import { COSTS } from '../src/discord/routing/question-budget.ts';

/** `/ask question:… [private:true]` */
export const ask = {
  kind: 'slash',
  scope: ASK_SCOPE,
  cost: COSTS.question,
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Answers a question with a quote from the articles, and its source',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What you want to know, in your own words',
        required: true,
        min_length: 1,
        max_length: 1000,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Show the answer to you only; you can share it afterwards',
      },
    ],
  },
  run: (context, { options }) =>
    answerQuestion(context, {
      question: options.getString('question', true),
      private: options.getBoolean('private') ?? false,
    }),
  complete: async ({ library }, { options }) => questionChoices(library.current(), options.getFocused()),
  press: pressAnswer,
} satisfies Command;
