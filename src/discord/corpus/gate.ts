import { PermissionFlagsBits } from 'discord.js';
import type { CommandContext } from '../command.ts';
import { note } from '../layout.ts';
import type { Answerable } from '../reply.ts';

/** How long someone whom a server lets use the command may go on with its buttons and forms, in milliseconds. */
const GRANT_TTL = 60 * 60 * 1000;

const NOT_HERE = 'The articles cannot be changed from this server. Whoever runs me chose others for that.';
const NOT_YOU =
  'Only people who may manage the server can change the articles. If you are one, run /corpus again.';

/**
 * Whether someone may change the corpus; if not, they are told. Discord lets only those run the command whom the
 * server allows, and that need not be its managers; but buttons and forms it lets everyone use who sees them.
 */
export async function mayChangeCorpus(context: CommandContext, interaction: Answerable): Promise<boolean> {
  const { config, state, door, user } = context;
  const { guildId } = interaction;
  const servers = config.discord?.guildIds ?? [];
  if (guildId === null || (servers.length > 0 && !servers.includes(guildId))) {
    await door.send(note(NOT_HERE), { private: true });
    return false;
  }
  const grant = `corpus-grant-${guildId}-${user.id}`;
  if (interaction.isCommand()) {
    await state.settings.set(grant, true, GRANT_TTL);
    return true;
  }
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false) return true;
  if ((await state.settings.get(grant)) === true) return true;
  await door.send(note(NOT_YOU), { private: true });
  return false;
}
