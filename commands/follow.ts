import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from 'discord.js';
import { ALERT_DEFAULTS } from '../src/alerts/alert-defaults.ts';
import type { Command } from '../src/discord/command.ts';
import { followTopic } from '../src/discord/following/follow-topic.ts';
import { FOLLOW_SCOPE } from '../src/discord/following/following-view.ts';
import { pressFollow } from '../src/discord/following/stop-following.ts';
import { commandText, nameText } from '../src/discord/words/command-texts.ts';

const MAX_SUGGESTIONS = 25;

/** `/follow topic [when] [channel]` */
export const follow = {
  kind: 'slash',
  scope: FOLLOW_SCOPE,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.follow'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.follow.topic'),
        required: true,
        max_length: ALERT_DEFAULTS.topic,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.follow.when'),
        choices: [
          { ...nameText('command.follow.when.now'), value: 'now' },
          { ...nameText('command.follow.when.daily'), value: 'daily' },
          { ...nameText('command.follow.when.weekly'), value: 'weekly' },
        ],
      },
      {
        type: ApplicationCommandOptionType.Channel,
        ...commandText('command.follow.channel'),
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      },
    ],
  },
  run: followTopic,
  press: pressFollow,
  complete: async ({ library }, { options }) =>
    library
      .current()
      .names(options.getFocused(), MAX_SUGGESTIONS)
      .map(({ name }) => ({ name, value: name })),
} satisfies Command;
