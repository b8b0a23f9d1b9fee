import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { pressCorpus, runCorpus, submitCorpus } from '../src/discord/corpus/corpus-actions.ts';
import { trashChoices } from '../src/discord/corpus/trash-choice.ts';
import { CORPUS_SCOPE } from '../src/discord/corpus/views/reload-view.ts';
import { articleChoices } from '../src/discord/sources/article-choice.ts';
import { commandText } from '../src/discord/words/command-texts.ts';

const SUBCOMMAND = ApplicationCommandOptionType.Subcommand;

const article = {
  type: ApplicationCommandOptionType.String,
  ...commandText('command.corpus.article'),
  required: true,
  autocomplete: true,
} as const;

/** `/corpus …`, for people who may manage the server that is the corpus's home. */
export const corpus = {
  kind: 'slash',
  scope: CORPUS_SCOPE,
  forKeepers: true,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.corpus'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      { type: SUBCOMMAND, ...commandText('command.corpus.reload') },
      { type: SUBCOMMAND, ...commandText('command.corpus.status') },
      {
        type: SUBCOMMAND,
        ...commandText('command.corpus.add'),
        options: [
          {
            type: ApplicationCommandOptionType.Attachment,
            ...commandText('command.corpus.file'),
          },
          {
            type: ApplicationCommandOptionType.String,
            ...commandText('command.corpus.link'),
            max_length: 2000,
          },
        ],
      },
      {
        type: SUBCOMMAND,
        ...commandText('command.corpus.edit'),
        options: [article],
      },
      { type: SUBCOMMAND, ...commandText('command.corpus.remove'), options: [article] },
      {
        type: SUBCOMMAND,
        ...commandText('command.corpus.restore'),
        options: [article],
      },
      { type: SUBCOMMAND, ...commandText('command.corpus.gaps') },
      { type: SUBCOMMAND, ...commandText('command.corpus.export') },
    ],
  },
  run: runCorpus,
  press: pressCorpus,
  submit: submitCorpus,
  complete: async (services, { options }) =>
    options.getSubcommand() === 'restore'
      ? trashChoices(services, options.getFocused())
      : articleChoices(services, options.getFocused()),
} satisfies Command;
