import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { showFollowing } from '../src/discord/following/stop-following.ts';
import { commandText } from '../src/discord/words/command-texts.ts';

/** `/following` */
export const following = {
  kind: 'slash',
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.following'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  run: showFollowing,
} satisfies Command;
