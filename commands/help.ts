import { ApplicationCommandType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { commandLines } from '../src/discord/help/command-list.ts';
import { helpView } from '../src/discord/help/help-view.ts';
import { HELP_SCOPE, pressPrivacy } from '../src/discord/help/privacy.ts';
import { corpusAccess, isLetIn } from '../src/discord/permissions/corpus-access.ts';
import { EVERYWHERE } from '../src/discord/registration/places.ts';
import { newView, saveView } from '../src/discord/replies/view-records.ts';
import { commandText } from '../src/discord/words/command-texts.ts';

/** `/help`, made from the list of commands. */
export const help = {
  kind: 'slash',
  scope: HELP_SCOPE,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.help'),
    ...EVERYWHERE,
  },
  run: async (context, interaction) => {
    const { door, commands, library, user, config, words, examples } = context;
    const keeper = isLetIn(await corpusAccess(context, interaction));
    const usable = commands.filter(({ data, forKeepers }) =>
      forKeepers === true ? keeper : user.moderator || data.default_member_permissions == null,
    );
    const snapshot = library.current();
    const questions = await examples.of(snapshot);
    const view = helpView(
      {
        commands: usable.flatMap((command) => commandLines(command, words)),
        articles: snapshot.articles.length,
        examples: questions.map((question) => ({
          question,
          viewId: saveView(context, newView(question, context.now()), { private: true }),
        })),
        gapsDays: config.gapsDays,
      },
      words,
    );
    await door.send(view, { private: true });
  },
  press: pressPrivacy,
} satisfies Command;
