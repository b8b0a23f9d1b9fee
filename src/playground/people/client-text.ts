import type { OptionValue } from '../shapes/page-protocol.ts';
import { channelsOf, type GuildFacts, guildRoles } from '../world/guild.ts';

/**
 * What Discord's client makes of text options before it sends them: the names of channels and roles that are written
 * with `#` and `@` become mentions.
 */
export function asClientSends(
  guild: GuildFacts,
  options: Readonly<Record<string, OptionValue>>,
): Record<string, OptionValue> {
  const roles = guildRoles(guild).filter(({ name }) => !name.startsWith('@'));
  const channels = channelsOf(guild).filter(({ name }) => name !== '');
  const mention = (text: string) =>
    roles.reduce(
      (changed, { id, name }) => changed.replaceAll(`@${name}`, `<@&${id}>`),
      channels.reduce((changed, { id, name }) => changed.replaceAll(`#${name}`, `<#${id}>`), text),
    );
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      typeof value === 'string' ? mention(value) : value,
    ]),
  );
}
