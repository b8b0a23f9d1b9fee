import { custom, h } from '../dom.js';
import { parseMarkdown } from './markdown.js';
import { parseInline } from './markdown-inline.js';

/**
 * Markdown trees as elements of the page.
 *
 * @typedef {import('./markdown.js').Block} Block
 * @typedef {import('./markdown-inline.js').Inline} Inline
 * @typedef {{ users: Map<string, string>, channels: Map<string, string> }} Names display names by id
 */

/** Native elements: the library's own draw a blank before and after the words. */
const MARK_TAGS = /** @type {const} */ ({ strong: 'strong', em: 'em', underline: 'u', strike: 's' });

/**
 * @param {string} text
 * @param {Names} names
 * @returns {Node[]} the blocks of a content, an embed's description or a text display
 */
export function renderMarkdown(text, names) {
  return parseMarkdown(text).map((block, i, all) => renderBlock(block, names, i === all.length - 1));
}

/**
 * @param {string} text one line, such as an embed's title
 * @param {Names} names
 */
export function renderLine(text, names) {
  return parseInline(text).map((node) => renderInline(node, names));
}

/** @param {Block} block @param {Names} names @param {boolean} last @returns {Node} */
function renderBlock(block, names, last) {
  switch (block.type) {
    case 'heading':
      return custom('discord-header', { level: block.level }, ...inline(block.children, names));
    case 'subtext':
      return custom('discord-subscript', {}, ...inline(block.children, names));
    case 'quote':
      return custom('discord-quote', {}, ...block.children.map((child) => renderBlock(child, names, false)));
    case 'codeblock':
      return custom('discord-code', { multiline: true }, block.text);
    case 'list': {
      const items = block.items.map((item) =>
        h('li', {}, ...item.map((child) => renderBlock(child, names, child.type === 'paragraph'))),
      );
      return block.ordered
        ? h('ol', { class: 'md-list', start: block.start }, ...items)
        : h('ul', { class: 'md-list' }, ...items);
    }
    case 'paragraph':
      // The last one stays in the line, so that "(edited)" can follow it.
      return h(last ? 'span' : 'div', { class: 'md-text' }, ...inline(block.children, names));
  }
}

/** @param {Inline[]} nodes @param {Names} names */
function inline(nodes, names) {
  return nodes.map((node) => renderInline(node, names));
}

/** @param {Inline} node @param {Names} names @returns {Node} */
function renderInline(node, names) {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'break':
      return h('br');
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
      return h(MARK_TAGS[node.type], {}, ...inline(node.children, names));
    case 'spoiler':
      return spoiler(inline(node.children, names));
    case 'code':
      return custom('discord-code', {}, node.text);
    case 'link':
      return custom(
        'discord-link',
        { href: node.href, target: '_blank', rel: 'noopener noreferrer' },
        ...inline(node.children, names),
      );
    case 'emoji':
      return document.createTextNode(`:${node.name}:`);
    case 'time':
      return custom('discord-time', {}, new Date(node.seconds * 1000).toLocaleString());
    case 'mention':
      return mention(node, names);
  }
}

/** @param {Node[]} children hidden until it is clicked, or opened with Enter or the space bar */
function spoiler(children) {
  const element = custom('discord-spoiler', {}, ...children);
  element.tabIndex = 0;
  element.setAttribute('role', 'button');
  element.setAttribute('aria-label', 'Spoiler: press to reveal');
  const reveal = () => {
    Reflect.set(element, 'activated', true);
    element.removeAttribute('aria-label');
    element.removeAttribute('role');
  };
  element.addEventListener('click', reveal);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal();
  });
  return element;
}

/** @param {Extract<Inline, { type: 'mention' }>} node @param {Names} names */
function mention({ kind, id, name }, names) {
  switch (kind) {
    case 'user':
      return custom('discord-mention', { type: 'user' }, names.users.get(id) ?? 'unknown-user');
    case 'channel':
      return custom('discord-mention', { type: 'channel' }, names.channels.get(id) ?? 'unknown');
    case 'command':
      return custom('discord-mention', { type: 'slash' }, name);
    case 'role':
      return custom('discord-mention', { type: 'role' }, 'unknown-role');
    case 'everyone':
      return custom('discord-mention', { type: 'user' }, name);
  }
}
