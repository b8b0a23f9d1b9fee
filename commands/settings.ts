import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { changeSetting, showSettings } from '../src/discord/settings/change-settings.ts';
import { SETTINGS_SCOPE } from '../src/discord/settings/settings-view.ts';
import { commandText } from '../src/discord/words/command-texts.ts';

/** `/settings`, for people who may manage the server they are in. */
export const settings = {
  kind: 'slash',
  scope: SETTINGS_SCOPE,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.settings'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  },
  run: showSettings,
  press: changeSetting,
} satisfies Command;
