import { type Client, type Guild, PermissionFlagsBits } from 'discord.js';
import type { Log } from '../../log.ts';
import type { Home } from '../permissions/home.ts';

const DEFAULTS = {
  /** Most servers in which owners are looked for: each look is a request for each of them. */
  servers: 50,
} as const;

/**
 * The servers in which someone can look after the corpus, so that the commands for it are of use there: its home; without
 * one, those that an owner of the application manages.
 */
export async function corpusServers(
  client: Client<true>,
  home: Home,
  owners: ReadonlySet<string>,
  log: Log,
): Promise<string[]> {
  if (home.kind !== 'none') return [home.guildId];
  const found: string[] = [];
  for (const guild of [...client.guilds.cache.values()].slice(0, DEFAULTS.servers)) {
    for (const owner of owners) {
      if (!(await manages(guild, owner, log))) continue;
      found.push(guild.id);
      break;
    }
  }
  return found;
}

async function manages(guild: Guild, userId: string, log: Log): Promise<boolean> {
  if (guild.ownerId === userId) return true;
  if (!guild.available) return false;
  try {
    const member = await guild.members.fetch({ user: userId, cache: false, force: true });
    return member.permissions.has(PermissionFlagsBits.ManageGuild);
  } catch (err) {
    // Most servers do not know them at all.
    log.debug({ err, guild: guild.id }, 'An owner was not found in a server');
    return false;
  }
}
