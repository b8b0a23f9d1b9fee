import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { articleChoices, namesAround } from '../src/discord/article-choice.ts';
import type { Command } from '../src/discord/command.ts';
import { pressSources, showSources } from '../src/discord/sources.ts';
import { SOURCES_SCOPE } from '../src/discord/views/article-list.ts';

/** `/sources [query:…]` */
export const sources = {
  kind: 'slash',
  scope: SOURCES_SCOPE,
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'sources',
    description: 'Shows the articles that answers come from',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'query',
        description: 'A title, publisher, author or date',
        max_length: 200,
        autocomplete: true,
      },
    ],
  },
  run: (context, interaction) =>
    showSources(context, interaction.options.getString('query')?.trim() ?? '', namesAround(interaction)),
  press: pressSources,
  complete: async (services, { options }) => articleChoices(services, options.getFocused()),
} satisfies Command;
