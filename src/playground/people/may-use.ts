import type { ApiCommand, Snowflake } from '../shapes/message-shapes.ts';
import { PERMISSION } from '../shapes/permission-bits.ts';
import type { Actor, Member } from '../world/actors.ts';
import { isNoGuild } from '../world/direct-messages.ts';
import type { World } from '../world/world.ts';

/** Discord's numbers. Source: https://discord.com/developers/docs/resources/application */
const INSTALL = { guild: 0, user: 1 } as const;
const CONTEXT = { guild: 0, botDm: 1 } as const;

/** The commands that exist where a person is, whoever may use them. */
export function commandsAt({ guilds, commands }: World, { guild, own: { installed } }: Member): ApiCommand[] {
  const direct = isNoGuild(guild.id);
  const here = direct || guilds.has(guild.id);
  return [...commands.values()].filter(({ guild_id, contexts, integration_types: types }) => {
    if (guild_id !== undefined) return guilds.has(guild.id) && guild_id === guild.id;
    const byGuild = here && (types ?? [INSTALL.guild]).includes(INSTALL.guild);
    const byPerson = installed && (types ?? []).includes(INSTALL.user);
    const context = direct ? CONTEXT.botDm : CONTEXT.guild;
    return (byGuild || byPerson) && (contexts ?? [CONTEXT.guild, CONTEXT.botDm]).includes(context);
  });
}

/** By what the application is where a person is: as in an interaction's `authorizing_integration_owners`. */
export function ownersAt(
  { guilds }: World,
  { guild, user, own: { installed } }: Member,
): Readonly<Record<string, Snowflake>> {
  const here = isNoGuild(guild.id) || guilds.has(guild.id);
  return { ...(here && { [INSTALL.guild]: guild.id }), ...(installed && { [INSTALL.user]: user.id }) };
}

/** Whether a person has the permissions that a command asks for by default. */
export function mayUse(actor: Actor, command: ApiCommand): boolean {
  if (command.default_member_permissions === null) return true;
  const needed = BigInt(command.default_member_permissions);
  if ((actor.permissions & PERMISSION.administrator) !== 0n) return true;
  return needed !== 0n && (actor.permissions & needed) === needed;
}
