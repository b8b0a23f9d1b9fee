import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { findSources } from '../src/discord/find-source/find-sources.ts';
import { COSTS } from '../src/discord/routing/question-budget.ts';
import { nameText } from '../src/discord/words/command-texts.ts';

/** Right-click on a message → Apps → Find a source. */
export const findSource = {
  kind: 'message',
  cost: COSTS.message,
  data: {
    type: ApplicationCommandType.Message,
    ...nameText('command.find.name'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  help: 'command.find.about',
  run: (context, { targetMessage }) => findSources(context, targetMessage),
} satisfies Command;
