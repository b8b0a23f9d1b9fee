import type { AutocompleteInteraction } from 'discord.js';
import type { Command, CommandContext, Services } from '../command.ts';
import { isHome } from '../permissions/home.ts';
import type { Answerable } from '../replies/reply.ts';
import { note } from '../replies/view-parts.ts';
import { COSTS } from './question-budget.ts';

/**
 * Whether someone may go on, at the cost of what they ask for; if not, they are told for how long. Moderators may, at
 * home: elsewhere anyone is one, in a server of their own.
 */
export async function mayGoOn(context: CommandContext, interaction: Answerable): Promise<boolean> {
  const { budget, commands, door, user, home, guildId, words } = context;
  const free = user.moderator && isHome(home(), guildId);
  const cost = costOf(interaction, commands);
  const wait = free ? 0 : await budget.takeAnywhere(user.id, cost);
  if (wait === 0) return cost < COSTS.question || mayAsk(context);
  const seconds = Math.ceil(wait / 1000);
  const key = interaction.isCommand() ? 'route.askAgain' : 'route.goOn';
  await door.send(note(words.say(key, { seconds })), { private: true });
  return false;
}

/** Whether the pause that the server has set is over; if not, they are told for how long. Its moderators need none. */
export async function mayAsk(context: CommandContext): Promise<boolean> {
  const { cooldowns, door, user, guildId, settings, words } = context;
  if (guildId === null || user.moderator || settings.cooldown === 0) return true;
  const wait = cooldowns.take(guildId, user.id, settings.cooldown);
  if (wait === 0) return true;
  const seconds = Math.ceil(wait / 1000);
  await door.send(note(words.say('route.cooldown', { seconds })), { private: true });
  return false;
}

/** Whether someone may have a suggestion; typing always leaves enough for the question itself. */
export function maySuggest({ budget }: Services, { user }: AutocompleteInteraction): boolean {
  return budget.take(user.id, COSTS.suggestion, COSTS.question) === 0;
}

function costOf(interaction: Answerable, commands: readonly Command[]): number {
  if (!interaction.isCommand()) return COSTS.press;
  const command = commands.find(({ data }) => data.name === interaction.commandName);
  return command?.cost ?? COSTS.command;
}
