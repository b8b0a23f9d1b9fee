import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { pressCorpus, runCorpus, submitCorpus } from '../src/discord/corpus/corpus-actions.ts';
import { feedChoices } from '../src/discord/corpus/feeds/manage-feeds.ts';
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

const feed = {
  type: ApplicationCommandOptionType.String,
  ...commandText('command.corpus.feed.feed'),
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
      {
        type: ApplicationCommandOptionType.SubcommandGroup,
        ...commandText('command.corpus.feed'),
        options: [
          {
            type: SUBCOMMAND,
            ...commandText('command.corpus.feed.add'),
            options: [
              {
                type: ApplicationCommandOptionType.String,
                ...commandText('command.corpus.feed.address'),
                required: true,
                max_length: 2000,
              },
              {
                type: ApplicationCommandOptionType.Integer,
                ...commandText('command.corpus.feed.keepDays'),
                min_value: 1,
                max_value: 36_500,
              },
              {
                type: ApplicationCommandOptionType.Integer,
                ...commandText('command.corpus.feed.keepNewest'),
                min_value: 1,
                max_value: 1_000_000,
              },
            ],
          },
          { type: SUBCOMMAND, ...commandText('command.corpus.feed.list') },
          { type: SUBCOMMAND, ...commandText('command.corpus.feed.remove'), options: [feed] },
          { type: SUBCOMMAND, ...commandText('command.corpus.feed.pause'), options: [feed] },
          { type: SUBCOMMAND, ...commandText('command.corpus.feed.check'), options: [feed] },
        ],
      },
    ],
  },
  run: runCorpus,
  press: pressCorpus,
  submit: submitCorpus,
  complete: async (services, interaction) => {
    const { options } = interaction;
    if (options.getSubcommandGroup() === 'feed') return feedChoices(services, interaction);
    return options.getSubcommand() === 'restore'
      ? trashChoices(services, options.getFocused())
      : articleChoices(services, options.getFocused());
  },
} satisfies Command;
