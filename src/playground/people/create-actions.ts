import type { ApiCommand, ApiMessage, Snowflake } from '../shapes/message-shapes.ts';
import { PERMISSION } from '../shapes/permission-bits.ts';
import { INTERACTION } from '../validate/callback.ts';
import { MESSAGE_LIMITS } from '../validate/message.ts';
import type { Member } from '../world/actors.ts';
import { directChannel } from '../world/direct-messages.ts';
import type { Interaction, InteractionSeed, Interactions } from '../world/interactions.ts';
import { createMessage } from '../world/messages.ts';
import { walk } from '../world/walk-components.ts';
import type { World } from '../world/world.ts';
import type { Actions } from './action-types.ts';
import { asClientSends } from './client-text.ts';
import { payloadOf } from './interaction-payload.ts';
import { commandsAt, mayUse, ownersAt } from './may-use.ts';
import { checkValues, submittedComponents } from './modal-fields.ts';
import { commandOptions, completionOptions } from './options.ts';
import { forwardMessage, startPoll } from './posts.ts';
import { Refusal } from './refusal.ts';
import { createResolver } from './resolve.ts';
import type { Uploads } from './uploads.ts';

/** Discord's kind of message for a reply. */
const REPLY = 19;
/** Discord's kinds of command. */
const KIND = { slash: 1, user: 2, message: 3 } as const;

export interface ActionContext {
  world: World;
  interactions: Interactions;
  uploads: Uploads;
  /** Sends INTERACTION_CREATE; false when no bot is there to get it. */
  send(payload: unknown, guildId: Snowflake): boolean;
}

/** The actions of one person; the page and the tests go through the same ones. */
export function createActions(context: ActionContext, actor: Member): Actions {
  const { world, interactions, uploads } = context;
  const { guild } = actor;
  const userId = actor.user.id;
  const resolver = () => createResolver(world, guild, (id) => uploads.take(id));

  function begin(
    seed: Omit<InteractionSeed, 'actor' | 'owners'>,
    data: unknown,
    message?: ApiMessage,
  ): Interaction {
    const interaction = interactions.begin({ ...seed, actor, owners: ownersAt(world, actor) });
    const sent = context.send(
      payloadOf({ actor, bot: world.actors.bot }, interaction, data, message),
      guild.id,
    );
    if (!sent) interactions.fail(interaction);
    return interaction;
  }

  function commands(): ApiCommand[] {
    return commandsAt(world, actor).filter((command) => mayUse(actor, command));
  }

  function command(name: string, type: number): ApiCommand {
    const all = commandsAt(world, actor).filter((one) => one.name === name && one.type === type);
    const allowed = all.filter((one) => mayUse(actor, one));
    const found = allowed.find(({ guild_id }) => guild_id !== undefined) ?? allowed[0];
    if (found) return found;
    const shown = type === KIND.slash ? `/${name}` : `"${name}"`;
    throw new Refusal(
      all.length > 0 ? `You do not have permission to use ${shown}.` : `There is no command ${shown}.`,
    );
  }

  function commandData({ id, name, type, guild_id }: ApiCommand) {
    return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
  }

  function visible(messageId: Snowflake): ApiMessage {
    const stored = world.message(messageId);
    const here = stored?.message.channel_id === guild.channel.id;
    if (!stored || !here || (stored.onlyFor !== undefined && stored.onlyFor !== userId)) {
      throw new Refusal('This message is not there, or not for you.');
    }
    return stored.message;
  }

  function component(message: ApiMessage, customId: string) {
    for (const { component: found } of walk(message.components)) {
      if (!('custom_id' in found) || found.custom_id !== customId) continue;
      if ('disabled' in found && found.disabled) throw new Refusal('This is disabled.');
      return found;
    }
    throw new Refusal(`The message has no component "${customId}".`);
  }

  return {
    actor,
    commands,
    messages: () => world.visibleTo(userId, guild.channel.id).map(({ message }) => message),
    slash(name, path, options) {
      const found = command(name, KIND.slash);
      const known = resolver();
      const sent = commandOptions(found, { path, options: asClientSends(guild, options) }, known);
      const data = { ...commandData(found), options: sent, ...known.result() };
      return begin(
        { type: INTERACTION.command, name: [name, ...path].join(' '), commandType: KIND.slash },
        data,
      );
    },
    autocomplete(name, path, focused, typed, options) {
      const found = command(name, KIND.slash);
      const { options: sent, optionType } = completionOptions(found, { path, options }, focused, typed);
      return begin({ type: INTERACTION.autocomplete, optionType }, { ...commandData(found), options: sent });
    },
    messageCommand(name, messageId) {
      const found = command(name, KIND.message);
      const known = resolver();
      known.addMessage(visible(messageId));
      const data = { ...commandData(found), target_id: messageId, ...known.result() };
      return begin(
        { type: INTERACTION.command, name, commandType: KIND.message, targetMessageId: messageId },
        data,
      );
    },
    userCommand(name, targetId) {
      const found = command(name, KIND.user);
      const known = resolver();
      if (!known.add(6, targetId)) throw new Refusal('There is no such user.');
      const data = { ...commandData(found), target_id: targetId, ...known.result() };
      return begin({ type: INTERACTION.command, name, commandType: KIND.user }, data);
    },
    press(messageId, customId) {
      const message = visible(messageId);
      const button = component(message, customId);
      if (button.type !== 2) throw new Refusal(`"${customId}" is not a button.`);
      const data = { id: button.id, custom_id: customId, component_type: button.type };
      return begin({ type: INTERACTION.component, sourceMessageId: messageId }, data, message);
    },
    choose(messageId, customId, values) {
      const message = visible(messageId);
      const menu = component(message, customId);
      if (menu.type < 3 || menu.type > 8 || menu.type === 4) {
        throw new Refusal(`"${customId}" is not a select menu.`);
      }
      const known = resolver();
      checkValues({ ...menu, custom_id: customId }, values, customId, known);
      const data = {
        id: menu.id,
        custom_id: customId,
        component_type: menu.type,
        values,
        ...known.result(),
      };
      return begin({ type: INTERACTION.component, sourceMessageId: messageId }, data, message);
    },
    forge(messageId, customId, values) {
      const message = visible(messageId);
      const data = {
        id: 1,
        custom_id: customId,
        component_type: values === undefined ? 2 : 3,
        ...(values === undefined ? {} : { values }),
      };
      return begin({ type: INTERACTION.component, sourceMessageId: messageId }, data, message);
    },
    submit(modalId, fields) {
      const open = interactions.modal(modalId, userId);
      if (!open) throw new Refusal('This form is no longer open.');
      const known = resolver();
      const components = submittedComponents(open.modal, fields, known);
      const { sourceMessageId } = open.parent;
      const message = sourceMessageId === undefined ? undefined : world.message(sourceMessageId)?.message;
      const interaction = begin(
        { type: INTERACTION.modal, ...(message ? { sourceMessageId: message.id } : {}) },
        { custom_id: open.modal.custom_id, components, ...known.result() },
        message,
      );
      interaction.acknowledged.then((ack) => {
        if (ack.kind !== 'failed') interactions.closeModal(modalId);
      });
      return interaction;
    },
    closeModal: (modalId) => interactions.closeModal(modalId),
    upload(file) {
      if (file.bytes.length > MESSAGE_LIMITS.fileSize) throw new Refusal('Files can have at most 10 MiB.');
      return uploads.add(file);
    },
    say(content, uploadIds, repliesTo) {
      const files = uploadIds.map((id) => uploads.claim(id));
      if (content.length > MESSAGE_LIMITS.content) {
        throw new Refusal(`Messages can have at most ${MESSAGE_LIMITS.content} characters.`);
      }
      if (content.trim() === '' && files.length === 0) throw new Refusal('The message is empty.');
      // Discord's client makes a mention of a name that is picked from its list.
      const { id, username } = world.actors.bot.user;
      const typed = content.replaceAll(`@${username}`, `<@${id}>`);
      const numbered = new Map(files.map((file, index) => [String(index), file]));
      const source = repliesTo === undefined ? undefined : { repliesTo: visible(repliesTo) };
      const draft = { author: actor, guild, type: source === undefined ? 0 : REPLY, flags: 0, ...source };
      return createMessage(world, draft, { content: typed }, numbered).message;
    },
    direct(content) {
      const draft = { author: actor, guild: directChannel(actor), type: 0, flags: 0 };
      return createMessage(world, draft, { content }, new Map()).message;
    },
    directMessages: () =>
      world.visibleTo(userId, directChannel(actor).channel.id).map(({ message }) => message),
    forward(messageId) {
      if (world.message(messageId)?.onlyFor !== undefined)
        throw new Refusal('Only you can see this message.');
      return forwardMessage(world, actor, visible(messageId));
    },
    poll: (question, answers) => startPoll(world, actor, question, answers),
    remove(messageId) {
      const message = visible(messageId);
      const ephemeral = world.message(messageId)?.onlyFor === userId;
      const allowed =
        ephemeral || message.author.id === userId || (actor.permissions & PERMISSION.manageMessages) !== 0n;
      if (!allowed) throw new Refusal('You can delete only your own messages.');
      world.removeMessage(messageId);
    },
  };
}
