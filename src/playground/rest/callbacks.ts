import { unknownInteraction } from '../shapes/api-error.ts';
import { MESSAGE_FLAGS } from '../shapes/message-shapes.ts';
import { CALLBACK, checkCallbackType, checkChoices } from '../validate/callback.ts';
import { CREATE_FLAGS, checkMessage, type MessageBody } from '../validate/message.ts';
import { checkModal } from '../validate/modal.ts';
import type { Interaction, Interactions } from '../world/interactions.ts';
import { createMessage, createThinking, type Draft, editMessage } from '../world/messages.ts';
import { replyDraft } from '../world/replies.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { noContent, ok, openRoute, type RestRequest, type Route } from './rest-route.ts';

const E = MESSAGE_FLAGS.ephemeral;

/** Answers to interactions: a body that is refused does not acknowledge. */
export function callbackRoutes(world: World, interactions: Interactions): Route[] {
  return [
    openRoute('POST', '/interactions/:id/:token/callback', (request) => {
      const interaction = interactions.awaiting(request.param('id'), request.param('token'));
      const fromMessage = interaction.sourceMessageId !== undefined;
      const type = checkCallbackType(request.body, interaction.type, fromMessage);
      const stored = answer(world, interactions, interaction, type, request);
      if (request.query.get('with_response') !== 'true') return noContent();
      return ok(callbackObject(interaction, type, stored));
    }),
  ];
}

function answer(
  world: World,
  interactions: Interactions,
  interaction: Interaction,
  type: number,
  request: RestRequest,
): StoredMessage | undefined {
  switch (type) {
    case CALLBACK.message: {
      const body = dataOf(request, CREATE_FLAGS | E);
      const stored = createMessage(world, draft(world, interaction, body), body, request.files);
      interactions.acknowledge(interaction, { kind: 'message', messageId: stored.message.id });
      return stored;
    }
    case CALLBACK.deferredMessage: {
      const body = dataOf(request, E);
      const stored = createThinking(world, draft(world, interaction, body));
      interactions.acknowledge(interaction, { kind: 'thinking', messageId: stored.message.id });
      return stored;
    }
    case CALLBACK.deferredUpdate:
      interactions.acknowledge(interaction, { kind: 'deferredUpdate' });
      return source(world, interaction);
    case CALLBACK.update: {
      const before = source(world, interaction);
      const body = dataOf(request, CREATE_FLAGS, before);
      const stored = editMessage(world, before, body, request.files);
      interactions.acknowledge(interaction, { kind: 'update', messageId: stored.message.id });
      return stored;
    }
    case CALLBACK.choices: {
      const choices = checkChoices(request.body, interaction.optionType ?? 3);
      interactions.acknowledge(interaction, { kind: 'choices', choices });
      return undefined;
    }
    default: {
      const modal = checkModal(request.body);
      const open = interactions.openModal(modal, interaction);
      interactions.acknowledge(interaction, { kind: 'modal', modal, modalId: open.id });
      return undefined;
    }
  }
}

function dataOf(request: RestRequest, allowedFlags: number, before?: StoredMessage): MessageBody {
  const { body } = request;
  const data = typeof body === 'object' && body !== null && 'data' in body ? (body.data ?? {}) : {};
  return checkMessage(data, {
    allowedFlags,
    path: ['data'],
    ...(before ? { existing: before.message } : {}),
  });
}

function draft(world: World, interaction: Interaction, body: MessageBody): Draft {
  return replyDraft(world, interaction, ((body.flags ?? 0) & E) !== 0);
}

function source(world: World, interaction: Interaction): StoredMessage {
  const stored =
    interaction.sourceMessageId === undefined ? undefined : world.message(interaction.sourceMessageId);
  if (!stored) throw unknownInteraction();
  return stored;
}

/** Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback */
function callbackObject(interaction: Interaction, type: number, stored: StoredMessage | undefined) {
  const message = stored?.message;
  const flags = message?.flags ?? 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (flags & MESSAGE_FLAGS.loading) !== 0,
            response_message_ephemeral: (flags & E) !== 0,
          }
        : {}),
    },
    resource: { type, ...(message && type !== CALLBACK.deferredUpdate ? { message } : {}) },
  };
}
