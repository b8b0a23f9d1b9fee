import { asSeenByBot } from '../rest/channels.ts';
import type { ApiMessage } from '../shapes/message-shapes.ts';
import { MESSAGE_LIMITS } from '../validate/message.ts';
import { type Actor, type Member, memberOf } from '../world/actors.ts';
import { directChannelObject, isNoGuild } from '../world/direct-messages.ts';
import { channelObject, IDS } from '../world/guild.ts';
import type { Interaction } from '../world/interactions.ts';

const LOCALE = 'en-US';

/** Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types */
const CONTEXT = { guild: 0, botDm: 1 } as const;

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
  const direct = isNoGuild(guild.id);
  const where = direct
    ? { context: CONTEXT.botDm, user: actor.user, channel: directChannelObject(actor) }
    : {
        context: CONTEXT.guild,
        guild_id: guild.id,
        guild: { id: guild.id, locale: LOCALE, features: [] },
        guild_locale: LOCALE,
        channel: { ...channelObject(guild), permissions: String(actor.permissions) },
        member: memberOf(actor, guild),
      };
  return {
    id: interaction.id,
    application_id: IDS.application,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    ...where,
    channel_id: guild.channel.id,
    locale: actor.own.locale,
    app_permissions: String(bot.permissions),
    entitlements: [],
    authorizing_integration_owners: interaction.owners,
    attachment_size_limit: MESSAGE_LIMITS.fileSize,
    data,
    ...(message ? { message: asSeenByBot(message, bot.user.id) } : {}),
  };
}
