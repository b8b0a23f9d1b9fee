import { type ApiMessage, MESSAGE_FLAGS } from '../shapes/message-shapes.ts';
import { PERMISSION } from '../shapes/permission-bits.ts';
import { isNoGuild } from './direct-messages.ts';
import { IDS } from './guild.ts';
import type { Interaction } from './interactions.ts';
import type { Draft } from './messages.ts';
import type { World } from './world.ts';

/** Discord's kinds of message. */
const MESSAGE_TYPE = { reply: 19, slash: 20, contextMenu: 23 } as const;

/** The bot's answer to an interaction, as a message yet without a body. */
export function replyDraft(world: World, interaction: Interaction, ephemeral: boolean): Draft {
  const source =
    interaction.sourceMessageId === undefined ? undefined : world.message(interaction.sourceMessageId);
  const type = source
    ? MESSAGE_TYPE.reply
    : interaction.commandType === 1
      ? MESSAGE_TYPE.slash
      : MESSAGE_TYPE.contextMenu;
  return draft(world, interaction, ephemeral, type, source?.message);
}

/** A further message after the first answer: a reply to it. */
export function followUpDraft(world: World, interaction: Interaction, ephemeral: boolean): Draft {
  const original = interaction.originalId === undefined ? undefined : world.message(interaction.originalId);
  return draft(world, interaction, ephemeral, original ? MESSAGE_TYPE.reply : 0, original?.message);
}

/**
 * Where the application is only because a person installed it, others see its answers only if the server lets them.
 * Source: https://discord.com/developers/docs/topics/permissions (USE_EXTERNAL_APPS)
 */
function isKeptPrivate({ actor, owners }: Interaction): boolean {
  const allowed = (actor.permissions & PERMISSION.useExternalApps) !== 0n;
  return !('0' in owners) && !isNoGuild(actor.guild.id) && !allowed;
}

function draft(
  world: World,
  interaction: Interaction,
  asked: boolean,
  type: number,
  repliesTo: ApiMessage | undefined,
): Draft {
  const ephemeral = asked || isKeptPrivate(interaction);
  const { id, actor, name, commandType, targetMessageId } = interaction;
  return {
    author: world.actors.bot,
    guild: actor.guild,
    type,
    flags: ephemeral ? MESSAGE_FLAGS.ephemeral : 0,
    ...(ephemeral ? { onlyFor: actor.user.id } : {}),
    ...(repliesTo ? { repliesTo } : {}),
    extra: {
      application_id: IDS.application,
      webhook_id: IDS.application,
      interaction_metadata: {
        id,
        type: interaction.type,
        user: actor.user,
        authorizing_integration_owners: interaction.owners,
        ...(name === undefined ? {} : { name }),
        ...(commandType === undefined ? {} : { command_type: commandType }),
        ...(targetMessageId === undefined ? {} : { target_message_id: targetMessageId }),
      },
    },
  };
}
