import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** For commands that anybody can use anywhere: also alone with the bot, and as an application of their own. */
export const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};
