import { custom, h } from '../dom.js';
import { safeUrl } from '../text/links.js';
import { renderLine, renderMarkdown } from '../text/render-markdown.js';
import { ownUrl, picture } from './media.js';

/**
 * @typedef {import('../../shapes/message-shapes.ts').ApiEmbed} ApiEmbed
 * @typedef {import('../text/render-markdown.js').Names} Names
 */

/**
 * @param {ApiEmbed} embed
 * @param {Names} names
 * @param {string} [color] `#rrggbb`
 * @returns {HTMLElement}
 */
export function renderEmbed(embed, names, color = hex(embed.color)) {
  const element = custom('discord-embed', {
    color,
    authorName: embed.author?.name,
    authorUrl: embed.author?.url === undefined ? undefined : safeUrl(embed.author.url),
    authorImage: ownUrl(embed.author?.icon_url),
    thumbnail: ownUrl(embed.thumbnail?.url),
  });
  const title = embed.title === undefined ? undefined : titleOf(embed.title, embed.url, names);
  if (title) element.append(title);
  if (embed.description !== undefined) {
    const text = custom('discord-embed-description', {}, ...renderMarkdown(embed.description, names));
    text.slot = 'description';
    element.append(text);
  }
  if (embed.fields?.length) element.append(fieldsOf(embed.fields, names));
  if (embed.image) {
    const image = h('div', { slot: 'fields', class: 'embed-image' }, picture(embed.image.url, ''));
    element.append(image);
  }
  if (embed.footer || embed.timestamp) {
    const timestamp = embed.timestamp && new Date(embed.timestamp).toLocaleString();
    const text = embed.footer?.text ?? timestamp;
    const footer = custom('discord-embed-footer', { footerImage: ownUrl(embed.footer?.icon_url) }, text);
    if (embed.footer && timestamp) Reflect.set(footer, 'timestamp', timestamp);
    footer.slot = 'footer';
    element.append(footer);
  }
  return element;
}

/** @param {number | null | undefined} color 0xRRGGBB @returns {string | undefined} */
export function hex(color) {
  return typeof color === 'number' ? `#${color.toString(16).padStart(6, '0')}` : undefined;
}

/** @param {string} title @param {string | undefined} url @param {Names} names */
function titleOf(title, url, names) {
  const href = url === undefined ? undefined : safeUrl(url);
  const line = renderLine(title, names);
  return h(
    'div',
    { slot: 'description', class: 'embed-title' },
    ...(href ? [h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...line)] : line),
  );
}

/** @param {NonNullable<ApiEmbed['fields']>} fields @param {Names} names */
function fieldsOf(fields, names) {
  let column = 0;
  const children = fields.map(({ name, value, inline }) => {
    column = inline ? (column % 3) + 1 : 0;
    const title = h('div', { class: 'embed-field-title' }, ...renderLine(name, names));
    const properties = inline ? { inline: true, inlineIndex: column } : {};
    return custom('discord-embed-field', properties, title, ...renderMarkdown(value, names));
  });
  const element = custom('discord-embed-fields', {}, ...children);
  element.slot = 'fields';
  return element;
}
