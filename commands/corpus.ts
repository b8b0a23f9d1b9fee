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

const SUBCOMMAND = ApplicationCommandOptionType.Subcommand;

const article = {
  type: ApplicationCommandOptionType.String,
  name: 'article',
  description: 'Begin to type its title',
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
    name: 'corpus',
    description: 'Looks after the articles',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      { type: SUBCOMMAND, name: 'reload', description: 'Reads what has changed in the articles’ folder' },
      { type: SUBCOMMAND, name: 'status', description: 'How many articles there are, and who changed what' },
      {
        type: SUBCOMMAND,
        name: 'add',
        description: 'Adds an article: attach a file, or paste a text into a form',
        options: [
          {
            type: ApplicationCommandOptionType.Attachment,
            name: 'file',
            description: 'Text, Markdown, HTML, PDF, Word, JSON, a feed or an export',
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'link',
            description: 'The address of a page, if that is allowed here',
            max_length: 2000,
          },
        ],
      },
      {
        type: SUBCOMMAND,
        name: 'edit',
        description: 'Changes title, publisher, date, address or authors of an article',
        options: [article],
      },
      { type: SUBCOMMAND, name: 'remove', description: 'Moves an article to the trash', options: [article] },
      {
        type: SUBCOMMAND,
        name: 'restore',
        description: 'Puts an article from the trash back',
        options: [article],
      },
      { type: SUBCOMMAND, name: 'gaps', description: 'Questions that got no answer, or not a helpful one' },
      { type: SUBCOMMAND, name: 'export', description: 'All articles as one file' },
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
