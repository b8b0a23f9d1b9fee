import { afterDrawing, custom, h } from '../dom.js';
import { avatarOf, nameOf, timeOf } from '../people.js';
import { renderMarkdown } from '../text/render-markdown.js';
import { renderComponent } from './components.js';
import { renderEmbed } from './embed.js';
import { attachment } from './media.js';

/**
 * One message of the channel.
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiMessage} ApiMessage
 * @typedef {import('../../shapes/message-shapes.ts').ApiUser} ApiUser
 * @typedef {{
 *   me: ApiUser,
 *   names: import('../text/render-markdown.js').Names,
 *   entities: import('../composing/commands.js').Entities,
 *   light: boolean,
 *   now: () => Date,
 *   press: (messageId: string, customId: string) => Promise<void>,
 *   choose: (messageId: string, customId: string, values: string[]) => Promise<void>,
 *   dismiss: (messageId: string) => void,
 *   find: (messageId: string) => ApiMessage | undefined,
 * }} View what every message is drawn with
 */

/** Bits of a message's flags: https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const FLAGS = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 };

const NO_ANSWER = 'The application did not respond';

/**
 * @param {ApiMessage} message
 * @param {View} view
 * @param {{ unanswered: boolean, grouped: boolean }} state `grouped`: it continues the message above it
 * @returns {HTMLElement}
 */
export function renderMessage(message, view, { unanswered, grouped }) {
  const { author, flags, id } = message;
  const ephemeral = (flags & FLAGS.ephemeral) !== 0;
  const element = custom('discord-message', {
    author: nameOf(author),
    avatar: avatarOf(author),
    bot: author.bot ?? false,
    timestamp: timeOf(message.timestamp, view.now()),
    edited: message.edited_timestamp !== null,
    ephemeral,
    highlight: message.mention_everyone || message.mentions.some((user) => user.id === view.me.id),
    messageBodyOnly: grouped,
    lightTheme: view.light,
    dismissMessageClicked: () => view.dismiss(id),
  });
  element.setAttribute('role', 'article');
  element.setAttribute('aria-label', `${nameOf(author)}, ${timeOf(message.timestamp, view.now())}`);
  const above = heading(message, view);
  if (above) {
    above.slot = 'reply';
    element.append(above);
  }
  if (unanswered) element.append(h('span', { class: 'no-answer' }, `⚠ ${NO_ANSWER}`));
  else if (flags & FLAGS.loading) element.append(thinking(nameOf(author)));
  else element.append(...body(message, view));
  if (ephemeral) reachDismiss(element);
  return element;
}

/**
 * A row that only this page shows: a command on its way, or one that nobody answered.
 *
 * @param {{ bot: ApiUser, command: string, type: number, failed: string | undefined, dismiss: () => void }} row
 * @param {View} view
 */
export function renderNotice({ bot, command, type, failed, dismiss }, view) {
  const element = custom('discord-message', {
    author: nameOf(bot),
    avatar: avatarOf(bot),
    bot: true,
    timestamp: timeOf(view.now().toISOString(), view.now()),
    ephemeral: failed !== undefined,
    lightTheme: view.light,
    dismissMessageClicked: dismiss,
  });
  const above = used(view.me, command, type, undefined, view);
  above.slot = 'reply';
  const text = failed === undefined ? 'Sending command…' : `⚠ ${failed}`;
  element.append(above, h('span', { class: failed === undefined ? 'sending' : 'no-answer' }, text));
  if (failed !== undefined) reachDismiss(element);
  return element;
}

/** @param {ApiMessage} message @param {View} view @returns {Node[]} */
function body(message, view) {
  const wiring = {
    names: view.names,
    entities: view.entities,
    press: (/** @type {string} */ customId) => view.press(message.id, customId),
    choose: (/** @type {string} */ customId, /** @type {string[]} */ values) =>
      view.choose(message.id, customId, values),
  };
  const components = message.components.map((component) => renderComponent(component, wiring));
  if (message.flags & FLAGS.componentsV2) return [h('div', { class: 'v2' }, ...components)];
  const nodes = [
    ...renderMarkdown(message.content, view.names),
    ...(message.message_snapshots ?? []).map(({ message: copy }) => forwarded(copy, view)),
    ...(message.poll ? [poll(message.poll)] : []),
  ];
  if (message.attachments.length > 0) {
    const files = custom('discord-attachments', {}, ...message.attachments.map(attachment));
    files.slot = 'attachments';
    nodes.push(files);
  }
  if (message.embeds.length > 0 && !(message.flags & FLAGS.suppressEmbeds)) {
    nodes.push(
      h('div', { slot: 'embeds' }, ...message.embeds.map((embed) => renderEmbed(embed, view.names))),
    );
  }
  if (components.length > 0) nodes.push(h('div', { slot: 'components', class: 'rows' }, ...components));
  return nodes;
}

/**
 * What was forwarded, below a line that says so.
 *
 * @param {import('../../shapes/message-shapes.ts').ApiSnapshot} copy @param {View} view
 */
function forwarded(copy, view) {
  const inert = () => Promise.resolve();
  const still = { names: view.names, entities: view.entities, press: inert, choose: inert };
  return h(
    'div',
    { class: 'forwarded' },
    h('em', {}, '↱ Forwarded'),
    h('div', {}, ...renderMarkdown(copy.content, view.names)),
    ...copy.embeds.map((embed) => renderEmbed(embed, view.names)),
    ...copy.components.map((component) => renderComponent(component, still)),
  );
}

/** @param {import('../../shapes/message-shapes.ts').ApiPoll} poll */
function poll({ question, answers }) {
  const choices = answers.map(({ poll_media: { text } }) => h('li', {}, text));
  return h('div', { class: 'poll' }, h('strong', {}, question.text), h('ul', {}, ...choices));
}

/** What stands above a message: the command that it answers, or the message. @param {ApiMessage} message @param {View} view */
function heading(message, view) {
  const {
    interaction_metadata: origin,
    referenced_message: referenced,
    message_reference: reference,
  } = message;
  if (origin?.name !== undefined) {
    const target = origin.target_message_id === undefined ? undefined : view.find(origin.target_message_id);
    return used(origin.user, origin.name, origin.command_type ?? 1, target, view);
  }
  const replied = reference?.type === 1 ? undefined : reference;
  const earlier = referenced ?? (replied ? view.find(replied.message_id) : undefined);
  if (earlier) {
    const { author } = earlier;
    const properties = { author: nameOf(author), avatar: avatarOf(author), bot: author.bot ?? false };
    return custom('discord-reply', { ...properties, lightTheme: view.light }, excerpt(earlier));
  }
  return reference ? custom('discord-reply', { deleted: true, lightTheme: view.light }) : undefined;
}

const COMMAND_TYPES = /** @type {const} */ ({ 1: 'slash_command', 2: 'user_command', 3: 'message_command' });

/** @param {ApiUser} user @param {string} command @param {number} type @param {ApiMessage | undefined} target @param {View} view */
function used(user, command, type, target, view) {
  return custom('discord-command', {
    author: nameOf(user),
    avatar: avatarOf(user),
    command,
    type: type === 2 ? COMMAND_TYPES[2] : type === 3 ? COMMAND_TYPES[3] : COMMAND_TYPES[1],
    lightTheme: view.light,
    contextMessageDeleted: type === 3 && target === undefined,
    contextUserName: target && nameOf(target.author),
    contextUserAvatar: target && avatarOf(target.author),
    contextUserBot: target?.author.bot,
    contextMessageReply: target && excerpt(target),
  });
}

/** @param {ApiMessage} message @returns {string} */
function excerpt({ content, attachments }) {
  const line = content.replace(/\s+/g, ' ').trim();
  if (line === '') return attachments.length > 0 ? 'Click to see attachment' : 'Click to see message';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** @param {string} name */
function thinking(name) {
  const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'));
  return h('span', { class: 'thinking' }, dots, `${name} is thinking…`);
}

/** The library's "Dismiss message" cannot be reached with the keyboard. @param {HTMLElement} element */
function reachDismiss(element) {
  afterDrawing(element, (root) => {
    const link = root.querySelector('.discord-message-ephemeral-link');
    if (!(link instanceof HTMLElement)) return;
    link.tabIndex = 0;
    link.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') link.click();
    });
  });
}
