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
export async function mayGoOn(
  { budget, commands, door, user, home, guildId }: CommandContext,
  interaction: Answerable,
): Promise<boolean> {
  const free = user.moderator && isHome(home(), guildId);
  const wait = free ? 0 : await budget.takeAnywhere(user.id, costOf(interaction, commands));
  if (wait === 0) return true;
  const seconds = Math.ceil(wait / 1000);
  const what = interaction.isCommand() ? 'ask again' : 'go on';
  const text = `One moment, please: you can ${what} in ${seconds} second${seconds === 1 ? '' : 's'}.`;
  await door.send(note(text), { private: true });
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
