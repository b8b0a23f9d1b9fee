import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { pressAnswer } from '../src/discord/asking/answer-buttons.ts';
import { ASK_SCOPE } from '../src/discord/asking/answer-marks.ts';
import { answerQuestion } from '../src/discord/asking/answer-question.ts';
import { sourceChoices } from '../src/discord/asking/narrowed.ts';
import { questionChoices } from '../src/discord/asking/question-choices.ts';
import type { Command } from '../src/discord/command.ts';
import { COSTS } from '../src/discord/routing/question-budget.ts';

/** `/ask question:… [source] [from] [to] [sure] [private]` */
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
        type: ApplicationCommandOptionType.String,
        name: 'source',
        description: 'Only from this article, or from this publisher',
        max_length: 300,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'from',
        description: 'Only from what was published since: 2021, June 2021, 5 March 2021, last year',
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'to',
        description: 'Only from what was published until: 2021, June 2021, 5 March 2021, last year',
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'sure',
        description: 'Strong matches only; otherwise no answer',
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
      narrowed: {
        source: options.getString('source') ?? undefined,
        from: options.getString('from') ?? undefined,
        to: options.getString('to') ?? undefined,
        sure: options.getBoolean('sure') ?? undefined,
      },
    }),
  complete: async (services, { options }) => {
    const { name, value } = options.getFocused(true);
    return name === 'source'
      ? sourceChoices(services, value)
      : questionChoices(services.library.current(), value);
  },
  press: pressAnswer,
} satisfies Command;
