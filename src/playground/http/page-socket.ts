import { WebSocket } from 'ws';
import type { Actions } from '../people/action-types.ts';
import { Refusal } from '../people/refusal.ts';
import type { Role, ServerMessage } from '../shapes/page-protocol.ts';
import { usersOf } from '../world/actors.ts';
import { channelsOf } from '../world/guild.ts';
import type { Ack, Interaction } from '../world/interactions.ts';
import type { World, WorldEvent } from '../world/world.ts';
import type { Newspaper } from './newspaper.ts';
import type { PageMessage } from './page-messages.ts';
import { pageMessage } from './page-messages.ts';

export interface PageContext {
  world: World;
  actions: Readonly<Record<Role, Actions>>;
  botOnline(): boolean;
  /** Absent when there is none. */
  newspaper(): Newspaper | undefined;
  log(message: string, details?: Record<string, unknown>): void;
}

/** A message of the page that is answered by its id. */
type PageRequest = Extract<PageMessage, { id: number }>;

/** Talks to one page until its socket closes. Every request goes through the same actions as the tests' people. */
export function servePage(context: PageContext, socket: WebSocket): void {
  const { world } = context;
  let role: Role | undefined;
  /** Grows with every switch: answers to the person of before are no longer sent. */
  let generation = 0;
  const inFlight = new Set<number>();

  const send = (message: ServerMessage) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  const stop = world.listen((event) => {
    if (role) for (const message of news(context, role, event)) send(message);
  });
  socket.on('close', stop);
  socket.on('error', (error) => context.log('page connection failed', { error: error.message }));
  socket.on('message', (data) => {
    const message = parsed(String(data));
    if (!message) send({ type: 'error', text: 'This is not a message of the page’s protocol.' });
    else if (message.type === 'hello' || message.type === 'switch') become(message.as);
    else if (!role) send({ type: 'error', text: 'Say hello first.' });
    else if (message.type === 'refresh') send(stateOf(context, role));
    else void answer(context.actions[role], message);
  });

  function become(next: Role): void {
    for (const id of inFlight) send({ type: 'refused', id, text: 'You switched to somebody else.' });
    inFlight.clear();
    generation++;
    role = next;
    send(stateOf(context, next));
  }

  async function answer(actions: Actions, message: PageRequest): Promise<void> {
    const { id } = message;
    const asked = generation;
    inFlight.add(id);
    const result = await carryOut(actions, message);
    if (asked !== generation) return;
    inFlight.delete(id);
    send(result);
  }

  async function carryOut(actions: Actions, message: PageRequest): Promise<ServerMessage> {
    const { id } = message;
    try {
      if (message.type === 'publish') {
        if (context.newspaper()?.publish() === true) return { type: 'done', id };
        return { type: 'refused', id, text: 'There is nothing to publish.' };
      }
      const interaction = perform(actions, message);
      if (!interaction) return { type: 'done', id };
      return ackMessage(id, interaction, await interaction.acknowledged);
    } catch (error) {
      if (error instanceof Refusal) {
        const { message: text, field } = error;
        return { type: 'refused', id, text, ...(field === undefined ? {} : { field }) };
      }
      context.log('a request of the page failed', { error: String(error) });
      return { type: 'refused', id, text: 'The playground could not do this; its log says why.' };
    }
  }
}

function perform(
  actions: Actions,
  message: Exclude<PageRequest, { type: 'publish' }>,
): Interaction | undefined {
  switch (message.type) {
    case 'slash':
      return actions.slash(message.command, message.path, message.options);
    case 'autocomplete': {
      const { command, path, focused, typed, options } = message;
      return actions.autocomplete(command, path, focused, typed, options);
    }
    case 'messageCommand':
      return actions.messageCommand(message.command, message.messageId);
    case 'userCommand':
      return actions.userCommand(message.command, message.userId);
    case 'press':
      return actions.press(message.messageId, message.customId);
    case 'choose':
      return actions.choose(message.messageId, message.customId, message.values);
    case 'submit':
      return actions.submit(message.modalId, message.fields);
    case 'closeModal':
      actions.closeModal(message.modalId);
      return undefined;
    case 'send':
      actions.say(message.content, message.attachments);
      return undefined;
    case 'forward':
      actions.forward(message.messageId);
      return undefined;
    case 'delete':
      actions.remove(message.messageId);
      return undefined;
  }
}

function ackMessage(id: number, interaction: Interaction, ack: Ack): ServerMessage {
  switch (ack.kind) {
    case 'choices':
      return { type: 'choices', id, choices: ack.choices };
    case 'modal':
      return { type: 'modal', id, modalId: ack.modalId, modal: ack.modal };
    case 'failed': {
      const { sourceMessageId } = interaction;
      const source = sourceMessageId === undefined ? {} : { messageId: sourceMessageId };
      return { type: 'failed', id, text: ack.text, ...source };
    }
    default:
      return { type: 'done', id };
  }
}

function stateOf(context: PageContext, role: Role): ServerMessage {
  const { world } = context;
  const actions = context.actions[role];
  const { user, guild } = actions.actor;
  const here = world.guilds.has(guild.id);
  const seen = world.visibleTo(user.id, guild.channel.id);
  const newspaper = context.newspaper()?.state;
  return {
    type: 'state',
    as: role,
    me: user,
    users: usersOf(world.actors, guild),
    botId: world.actors.bot.user.id,
    botOnline: here && context.botOnline(),
    guild: { id: guild.id, name: guild.name },
    channel: { ...guild.channel },
    channels: channelsOf(guild).map(({ id, name }) => ({ id, name })),
    commands: actions.commands(),
    messages: seen.map(({ message }) => message),
    unanswered: seen.filter(({ unanswered }) => unanswered).map(({ message }) => message.id),
    ...(newspaper !== undefined && { newspaper }),
  };
}

/** What an event means for one person's page. */
function news(context: PageContext, role: Role, event: WorldEvent): ServerMessage[] {
  const actions = context.actions[role];
  if (event.type === 'commands') return [{ type: 'commands', commands: actions.commands() }];
  if (event.type === 'newspaper') {
    const newspaper = context.newspaper()?.state;
    return [{ type: 'newspaper', ...(newspaper !== undefined && { newspaper }) }];
  }
  const { guild } = actions.actor;
  if (!('stored' in event)) {
    return [{ type: 'bot', online: context.world.guilds.has(guild.id) && context.botOnline() }];
  }
  const { message, onlyFor } = event.stored;
  if (message.channel_id !== guild.channel.id) return [];
  if (onlyFor !== undefined && onlyFor !== actions.actor.user.id) return [];
  if (event.type === 'message' || event.type === 'messageUpdate') return [{ type: event.type, message }];
  return [{ type: event.type, messageId: message.id }];
}

function parsed(text: string): PageMessage | undefined {
  try {
    return pageMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
