import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { articleChoices, namesAround } from '../src/discord/sources/article-choice.ts';
import { SOURCES_SCOPE } from '../src/discord/sources/article-list.ts';
import { pressSources, showSources } from '../src/discord/sources/show-sources.ts';

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
