import { asSeenByBot } from '../rest/channels.ts';
import type { ApiMessage } from '../shapes/message-shapes.ts';
import { MESSAGE_LIMITS } from '../validate/message.ts';
import { type Actor, type Member, memberOf } from '../world/actors.ts';
import { channelObject, IDS } from '../world/guild.ts';
import type { Interaction } from '../world/interactions.ts';

/**
 * What INTERACTION_CREATE carries.
 * Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
 * @param message the one whose component was used
 */
export function payloadOf(
  { actor, bot }: { readonly actor: Member; readonly bot: Actor },
  interaction: Interaction,
  data: unknown,
  message: ApiMessage | undefined,
): unknown {
  const { guild } = actor;
  return {
    id: interaction.id,
    application_id: IDS.application,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: guild.channel.id,
    channel: { ...channelObject(guild), permissions: String(actor.permissions) },
    member: memberOf(actor, guild),
    locale: 'en-US',
    app_permissions: String(bot.permissions),
    entitlements: [],
    authorizing_integration_owners: { '0': guild.id },
    context: 0,
    attachment_size_limit: MESSAGE_LIMITS.fileSize,
    data,
    ...(message ? { message: asSeenByBot(message, bot.user.id) } : {}),
  };
}
