import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import type { Follow } from '../../state/feeds/follows.ts';
import type { CommandContext, Use } from '../command.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { note } from '../replies/view-parts.ts';
import { followingView } from './following-view.ts';

/** `/following`: a person's own topics, and for moderators those of the server's channels. */
export async function showFollowing(context: CommandContext, _: ChatInputCommandInteraction): Promise<void> {
  await context.door.defer({ private: true });
  await context.door.update(followingView(await mayStop(context), context.words));
}

/** *Stop following* under a message, and the menu of `/following`. */
export async function pressFollow(
  context: CommandContext,
  { interaction, action, args }: Use<MessageComponentInteraction>,
): Promise<void> {
  const { door, follows, words } = context;
  const isMenu = action === 'drop' && interaction.isStringSelectMenu();
  const [id = ''] = isMenu ? interaction.values : args;
  const follow = await follows.find(id);
  let notice = words.say('follow.gone');
  if (follow !== undefined && !isTheirs(follow, context)) notice = words.say('follow.notYours');
  else if (follow !== undefined) {
    await follows.remove(id);
    notice = words.say('follow.stopped', { topic: escapeMarkdown(follow.topic) });
  }
  if (isMenu) await door.update(followingView(await mayStop(context), words, notice));
  else await door.send(note(notice), { private: true });
}

async function mayStop(context: CommandContext): Promise<readonly Follow[]> {
  return (await context.follows.list()).filter((follow) => isTheirs(follow, context));
}

/** Their own; those of the channels of a server are its moderators', whoever began them. */
function isTheirs({ owner, guild }: Follow, { user, guildId }: CommandContext): boolean {
  return owner === user.id || (guild !== undefined && guild === guildId && user.moderator);
}
