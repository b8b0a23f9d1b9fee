import { tooManyFollowUps, unknownMessage, unknownWebhook } from '../shapes/api-error.ts';
import { MESSAGE_FLAGS } from '../shapes/message-shapes.ts';
import { CREATE_FLAGS, checkMessage } from '../validate/message.ts';
import { IDS } from '../world/guild.ts';
import type { Interaction, Interactions } from '../world/interactions.ts';
import { createMessage, editMessage } from '../world/messages.ts';
import { followUpDraft } from '../world/replies.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { noContent, ok, openRoute, type RestRequest, type Route } from './rest-route.ts';

/**
 * Follow-ups of one interaction where the application is only because a person installed it.
 * Source: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
 */
const MOST_FOLLOW_UPS = 5;

const BASE = '/webhooks/:application/:token';
const MESSAGE = `${BASE}/messages/:message`;
const E = MESSAGE_FLAGS.ephemeral;

/** What can be done with an interaction's token after it was acknowledged. */
export function webhookRoutes(world: World, interactions: Interactions): Route[] {
  const interactionOf = (request: RestRequest): Interaction => {
    if (request.param('application') !== IDS.application) throw unknownWebhook();
    const interaction = interactions.withToken(request.param('token'));
    if (!interaction.ack || interaction.ack.kind === 'failed') throw unknownWebhook();
    return interaction;
  };

  const messageOf = (interaction: Interaction, request: RestRequest): StoredMessage => {
    const asked = request.param('message');
    const id = asked === '@original' ? interaction.originalId : asked;
    const own = id !== undefined && (id === interaction.originalId || interaction.followUpIds.includes(id));
    const stored = own ? world.message(id) : undefined;
    if (!stored) throw unknownMessage();
    return stored;
  };

  const edit = (interaction: Interaction, before: StoredMessage, request: RestRequest, flags: number) => {
    const body = checkMessage(request.body, { allowedFlags: flags, existing: before.message });
    const stored = editMessage(world, before, body, request.files);
    if (stored.message.id === interaction.originalId) interactions.answer(interaction);
    return stored;
  };

  return [
    openRoute('POST', BASE, (request) => {
      const interaction = interactionOf(request);
      const original =
        interaction.originalId === undefined ? undefined : world.message(interaction.originalId);
      if (original && (original.message.flags & MESSAGE_FLAGS.loading) !== 0) {
        // The first follow-up after a deferral fills the deferred message, which keeps its visibility.
        return ok(edit(interaction, original, request, CREATE_FLAGS | E).message);
      }
      const onlyByPerson = !('0' in interaction.owners);
      if (onlyByPerson && interaction.followUpIds.length >= MOST_FOLLOW_UPS) throw tooManyFollowUps();
      const body = checkMessage(request.body, { allowedFlags: CREATE_FLAGS | E });
      const draft = followUpDraft(world, interaction, ((body.flags ?? 0) & E) !== 0);
      const stored = createMessage(world, draft, body, request.files);
      interaction.followUpIds.push(stored.message.id);
      return ok(stored.message);
    }),
    openRoute('GET', MESSAGE, (request) => ok(messageOf(interactionOf(request), request).message)),
    openRoute('PATCH', MESSAGE, (request) => {
      const interaction = interactionOf(request);
      return ok(edit(interaction, messageOf(interaction, request), request, CREATE_FLAGS).message);
    }),
    openRoute('DELETE', MESSAGE, (request) => {
      const interaction = interactionOf(request);
      const { id } = messageOf(interaction, request).message;
      world.removeMessage(id);
      if (id === interaction.originalId) interactions.answer(interaction);
      return noContent();
    }),
  ];
}
