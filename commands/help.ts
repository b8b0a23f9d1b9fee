import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { HELP_SCOPE, pressPrivacy, privacyButtons, privacyText } from '../src/discord/help/privacy.ts';
import { corpusAccess, isLetIn } from '../src/discord/permissions/corpus-access.ts';
import { escapeMarkdown, subtext } from '../src/discord/replies/escape-markdown.ts';
import { clip, textRoom } from '../src/discord/replies/fit-text.ts';
import { container, separator, textDisplay } from '../src/discord/replies/view-parts.ts';

const INTRODUCTION =
  'I answer questions with a quote from a collection of articles, word for word, and tell where it stands. When the articles do not answer, I say so.';

/** `/help`, made from the list of commands. */
export const help = {
  kind: 'slash',
  scope: HELP_SCOPE,
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: 'What this bot can do',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  run: async (context, interaction) => {
    const { door, commands, library, user, config } = context;
    const { articles } = library.current();
    const count = `${articles.length.toLocaleString('en')} article${articles.length === 1 ? '' : 's'} at hand`;
    const keeper = isLetIn(await corpusAccess(context, interaction));
    const usable = commands.filter(({ data, forKeepers }) =>
      forKeepers === true ? keeper : user.moderator || data.default_member_permissions == null,
    );
    const lines = [INTRODUCTION, '', ...usable.flatMap(describeCommand), '', subtext(count)];
    const privacy = privacyText(config.gapsDays);
    const text = clip(lines.join('\n'), textRoom(privacy));
    await door.send(
      {
        components: [
          container(undefined, [textDisplay(text), separator(), textDisplay(privacy), ...privacyButtons()]),
        ],
      },
      { private: true },
    );
  },
  press: pressPrivacy,
} satisfies Command;

/** A line for a command, or one for each of its subcommands. */
export function describeCommand(command: Command): string[] {
  if (command.kind === 'message') {
    return [
      `**${escapeMarkdown(command.data.name)}** (right-click a message → Apps): ${escapeMarkdown(command.help)}`,
    ];
  }
  const { name, description, options = [] } = command.data;
  const subcommands = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
  const entries =
    subcommands.length === 0
      ? [{ path: name, description, options }]
      : subcommands.map((sub) => ({
          path: `${name} ${sub.name}`,
          description: sub.description,
          options: sub.options ?? [],
        }));
  return entries.map((entry) => {
    const parameters = entry.options.map((option) =>
      option.required === true ? ` ${option.name}:…` : ` [${option.name}:…]`,
    );
    return `**\`/${entry.path}${parameters.join('')}\`** ${escapeMarkdown(entry.description)}`;
  });
}
