import { afterDrawing, custom, h } from '../dom.js';
import { safeUrl } from '../text/links.js';
import { renderMarkdown } from '../text/render-markdown.js';
import { hex } from './embed.js';
import { covered, fileCard, picture } from './media.js';
import { createSelect } from './select.js';

/**
 * Buttons, selects and Components V2: https://discord.com/developers/docs/components/reference
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiTopLevel} ApiTopLevel
 * @typedef {import('../../shapes/message-shapes.ts').ApiButton} ApiButton
 * @typedef {import('../../shapes/message-shapes.ts').ApiActionRow} ApiActionRow
 * @typedef {import('../../shapes/message-shapes.ts').ApiSection} ApiSection
 * @typedef {import('../../shapes/message-shapes.ts').ApiContainer} ApiContainer
 * @typedef {import('../../shapes/message-shapes.ts').ApiMediaGallery} ApiMediaGallery
 * @typedef {{
 *   names: import('../text/render-markdown.js').Names,
 *   entities: import('../composing/commands.js').Entities,
 *   press: (customId: string) => Promise<void>,
 *   choose: (customId: string, values: string[]) => Promise<void>,
 * }} Wiring what a message's components need from outside
 */

const STYLES = /** @type {const} */ ({
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
  5: 'secondary',
});

/** @param {ApiTopLevel} component @param {Wiring} wiring @returns {HTMLElement} */
export function renderComponent(component, wiring) {
  switch (component.type) {
    case 1:
      return row(component, wiring);
    case 9:
      return section(component, wiring);
    case 10:
      return h('div', { class: 'v2-text' }, ...renderMarkdown(component.content, wiring.names));
    case 12:
      return gallery(component);
    case 13: {
      const { file, name, size, spoiler } = component;
      const shown =
        name ?? decodeURIComponent(new URL(file.url, location.href).pathname.split('/').at(-1) ?? '');
      return covered(fileCard(file.url, shown, size), spoiler);
    }
    case 14: {
      const large = component.spacing === 2 ? ' large' : '';
      return component.divider === false
        ? h('div', { class: `v2-gap${large}` })
        : h('hr', { class: `v2-separator${large}` });
    }
    case 17:
      return container(component, wiring);
  }
}

/** @param {ApiContainer} component @param {Wiring} wiring */
function container({ components, accent_color, spoiler }, wiring) {
  const inner = components.map((child) => renderComponent(child, wiring));
  const box = h('div', { class: 'v2-container' }, ...inner);
  const accent = hex(accent_color);
  if (accent) {
    box.classList.add('accent');
    box.style.setProperty('--accent', accent);
  }
  return covered(box, spoiler);
}

/** @param {ApiSection} component @param {Wiring} wiring */
function section({ components, accessory }, wiring) {
  const texts = components.map((child) => renderComponent(child, wiring));
  const side =
    accessory.type === 2
      ? custom('discord-action-row', {}, button(accessory, wiring))
      : covered(
          picture(accessory.media.url, accessory.description ?? '', { class: 'thumbnail' }),
          accessory.spoiler,
        );
  const kind = accessory.type === 2 ? ' with-button' : '';
  return h('div', { class: `v2-section${kind}` }, h('div', { class: 'v2-section-text' }, ...texts), side);
}

/** @param {ApiMediaGallery} component */
function gallery({ items }) {
  const pictures = items.map(({ media, description, spoiler }) => {
    const { width, height } = media;
    return covered(picture(media.url, description ?? '', { width, height }), spoiler);
  });
  return h('div', { class: `v2-gallery${items.length === 1 ? ' single' : ''}` }, ...pictures);
}

/** @param {ApiActionRow} component @param {Wiring} wiring */
function row({ components }, wiring) {
  const children = components.map((child) => {
    if (child.type === 2) return button(child, wiring);
    // Text inputs stand in modals only; the server refuses them here.
    if (child.type === 4) return h('span');
    return createSelect(child, wiring.entities, (values) => void wiring.choose(child.custom_id, values))
      .element;
  });
  return custom('discord-action-row', {}, ...children);
}

/** @param {ApiButton} component @param {Wiring} wiring @returns {HTMLElement} */
function button({ style, label, emoji, custom_id, url, disabled = false }, wiring) {
  const sign = emoji?.name ? (emoji.id ? `:${emoji.name}: ` : `${emoji.name} `) : '';
  const link = style === 5 && url !== undefined ? safeUrl(url) : undefined;
  const text = `${sign}${label ?? ''}`.trim();
  const element = custom('discord-button', { type: STYLES[style], disabled, url: link }, text);
  if (custom_id !== undefined) element.dataset.customId = custom_id;
  afterDrawing(element, (root) => {
    const inner = root.querySelector('button');
    // The library only paints a disabled button.
    if (inner) inner.disabled = disabled;
  });
  if (custom_id !== undefined && !disabled) {
    element.addEventListener('click', () => {
      if (element.ariaBusy === 'true') return;
      element.ariaBusy = 'true';
      void wiring.press(custom_id).finally(() => {
        element.ariaBusy = null;
      });
    });
  }
  return element;
}
