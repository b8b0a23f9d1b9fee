import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { EVERYWHERE } from '../src/discord/registration/places.ts';
import { articleChoices, namesAround } from '../src/discord/sources/article-choice.ts';
import { SOURCES_SCOPE } from '../src/discord/sources/article-list.ts';
import { pressSources, showSources } from '../src/discord/sources/show-sources.ts';
import { commandText } from '../src/discord/words/command-texts.ts';

/** `/sources [query:…]` */
export const sources = {
  kind: 'slash',
  scope: SOURCES_SCOPE,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.sources'),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.sources.query'),
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
