import { ApplicationIntegrationType, type Interaction, PermissionFlagsBits } from 'discord.js';
import type { CommandContext, Services } from '../command.ts';
import { isModerator } from '../permissions/change-answer.ts';
import type { Answerable, Door } from '../replies/reply.ts';
import { languageOf } from '../words/words.ts';

/** What a command gets for one interaction: who, where, and in which words. */
export async function contextOf(
  services: Services,
  interaction: Answerable,
  door: Door,
): Promise<CommandContext> {
  const { user, guildId, memberPermissions, locale } = interaction;
  const settings = await services.serverSettings.of(guildId);
  return {
    ...services,
    door,
    user: { id: user.id, moderator: isModerator(memberPermissions) },
    guildId,
    channelIds: channelsOf(interaction),
    keptPrivate: isKeptPrivate(interaction),
    settings,
    words: services.dictionary[languageOf(locale, settings.language)],
    publicWords:
      services.dictionary[guildId === null ? languageOf(locale, settings.language) : settings.language],
  };
}

/** The channel, and of a thread or a post in a forum the one that it belongs to. */
function channelsOf({ channelId, channel }: Pick<Interaction, 'channelId' | 'channel'>): string[] {
  const parent = channel?.isThread() === true ? channel.parentId : null;
  return [channelId, parent].filter((id) => id !== null);
}

/**
 * Where the bot is only because the person installed it for themselves, the server may keep its answers from others.
 * Source: https://discord.com/developers/docs/topics/permissions (USE_EXTERNAL_APPS)
 */
function isKeptPrivate({
  guildId,
  memberPermissions,
  authorizingIntegrationOwners: owners,
}: Pick<Interaction, 'guildId' | 'memberPermissions' | 'authorizingIntegrationOwners'>): boolean {
  const isInstalledHere = owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  if (guildId === null || isInstalledHere) return false;
  return memberPermissions?.has(PermissionFlagsBits.UseExternalApps) !== true;
}
