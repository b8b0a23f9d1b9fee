import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { pressAnswer } from '../src/discord/asking/answer-buttons.ts';
import { ASK_SCOPE } from '../src/discord/asking/answer-marks.ts';
import { answerQuestion } from '../src/discord/asking/answer-question.ts';
import { sourceChoices } from '../src/discord/asking/narrowed.ts';
import { questionChoices } from '../src/discord/asking/question-choices.ts';
import type { Command } from '../src/discord/command.ts';
import { submitFollowUp } from '../src/discord/conversation/follow-up-form.ts';
import { EVERYWHERE } from '../src/discord/registration/places.ts';
import { COSTS } from '../src/discord/routing/question-budget.ts';
import { commandText } from '../src/discord/words/command-texts.ts';
import { languageOf } from '../src/discord/words/words.ts';

/** `/ask question:… [source] [from] [to] [sure] [private]` */
export const ask = {
  kind: 'slash',
  scope: ASK_SCOPE,
  cost: COSTS.question,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.ask'),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.ask.question'),
        required: true,
        min_length: 1,
        max_length: 1000,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.ask.source'),
        max_length: 300,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.ask.from'),
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.ask.to'),
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...commandText('command.ask.sure'),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...commandText('command.ask.private'),
      },
    ],
  },
  run: (context, { options }) =>
    answerQuestion(context, {
      question: options.getString('question', true),
      private: options.getBoolean('private') ?? undefined,
      narrowed: {
        source: options.getString('source') ?? undefined,
        from: options.getString('from') ?? undefined,
        to: options.getString('to') ?? undefined,
        sure: options.getBoolean('sure') ?? undefined,
      },
    }),
  complete: async (services, { options, locale, guildId }) => {
    const { library, judgements, dictionary } = services;
    const { name, value } = options.getFocused(true);
    if (name === 'source') return sourceChoices(services, value, dictionary[languageOf(locale, 'en')]);
    const answered = guildId === null ? [] : judgements.answered(guildId);
    return questionChoices(library.current(), value, answered);
  },
  press: pressAnswer,
  submit: submitFollowUp,
} satisfies Command;
