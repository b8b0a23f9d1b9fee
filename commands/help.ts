import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { commandLines } from '../src/discord/help/command-list.ts';
import { HELP_SCOPE, pressPrivacy, privacyButtons, privacyText } from '../src/discord/help/privacy.ts';
import { corpusAccess, isLetIn } from '../src/discord/permissions/corpus-access.ts';
import { subtext } from '../src/discord/replies/escape-markdown.ts';
import { clip, textRoom } from '../src/discord/replies/fit-text.ts';
import { container, separator, textDisplay } from '../src/discord/replies/view-parts.ts';
import { commandText } from '../src/discord/words/command-texts.ts';

/** `/help`, made from the list of commands. */
export const help = {
  kind: 'slash',
  scope: HELP_SCOPE,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.help'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  run: async (context, interaction) => {
    const { door, commands, library, user, config, words } = context;
    const keeper = isLetIn(await corpusAccess(context, interaction));
    const usable = commands.filter(({ data, forKeepers }) =>
      forKeepers === true ? keeper : user.moderator || data.default_member_permissions == null,
    );
    const lines = usable.flatMap((command) => commandLines(command, words));
    const count = words.say('help.atHand', { count: library.current().articles.length });
    const privacy = privacyText(config.gapsDays, words);
    const text = [words.say('help.introduction'), '', ...lines, '', subtext(count)].join('\n');
    await door.send(
      {
        components: [
          container(undefined, [
            textDisplay(clip(text, textRoom(privacy))),
            separator(),
            textDisplay(privacy),
            ...privacyButtons(words),
          ]),
        ],
      },
      { private: true },
    );
  },
  press: pressPrivacy,
} satisfies Command;
