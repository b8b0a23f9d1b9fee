import { nameOf } from '../people.js';

/**
 * What can be done with a message.
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiMessage} ApiMessage
 * @typedef {import('./menu.js').MenuItem} MenuItem
 */

/** Bit of a message's flags: only its user sees it. */
const EPHEMERAL = 1 << 6;

/**
 * @param {ApiMessage} message
 * @param {import('../../shapes/page-protocol.ts').State} state
 * @param {{
 *   run: (command: string) => void,
 *   runOnUser: (command: string) => void,
 *   forward: () => void,
 *   remove: () => void,
 *   tell: (text: string) => void,
 * }} actions
 * @returns {MenuItem[]}
 */
export function messageMenu(message, { commands, as, me }, actions) {
  const ephemeral = (message.flags & EPHEMERAL) !== 0;
  /** @type {MenuItem[]} */
  const items = [];
  // As in Discord: commands run on what everybody can see.
  if (!ephemeral) {
    for (const { name, type } of commands) {
      if (type === 3) items.push({ label: name, group: 'Apps', run: () => actions.run(name) });
    }
  }
  for (const { name, type } of commands) {
    if (type === 2) {
      const group = `Apps for ${nameOf(message.author)}`;
      items.push({ label: name, group, run: () => actions.runOnUser(name) });
    }
  }
  if (message.content !== '') {
    const copy = () =>
      navigator.clipboard
        .writeText(message.content)
        .catch(() => actions.tell('The browser did not let the text be copied.'));
    items.push({ label: 'Copy text', run: () => void copy() });
  }
  if (!ephemeral) items.push({ label: 'Forward', run: actions.forward });
  if (ephemeral) items.push({ label: 'Dismiss message', run: actions.remove });
  else if (message.author.id === me.id || as === 'moderator') {
    items.push({ label: 'Delete message', danger: true, run: actions.remove });
  }
  if (items.length === 0) items.push({ label: 'Nothing to do here', run: () => undefined });
  return items;
}
