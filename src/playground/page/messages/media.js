import { custom, h } from '../dom.js';
import { safeUrl } from '../text/links.js';

/**
 * Pictures and files. Only what this server serves is loaded: a foreign picture becomes a link, so that opening the
 * page tells nobody about it.
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiAttachment} ApiAttachment
 * @typedef {import('../../shapes/message-shapes.ts').ApiMedia} ApiMedia
 */

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * @param {string | undefined} url
 * @returns {string | undefined} the address when this server serves it, under the name by which the page was opened
 *   (`localhost` and `127.0.0.1` are one server, but two origins)
 */
export function ownUrl(url) {
  if (url === undefined || !URL.canParse(url, location.href)) return undefined;
  const { protocol, hostname, port, pathname, search } = new URL(url, location.href);
  const same = protocol === location.protocol && port === location.port && LOOPBACK.has(hostname);
  return same ? `${location.origin}${pathname}${search}` : undefined;
}

/**
 * @param {string} url
 * @param {string} alt
 * @param {{ width?: number | null | undefined, height?: number | null | undefined, class?: string }} [options]
 * @returns {HTMLElement} the picture, as a link to itself; or a link when it is not ours
 */
export function picture(url, alt, options = {}) {
  const src = ownUrl(url);
  if (src === undefined) return foreign(url, alt);
  const image = h('img', {
    src,
    alt,
    loading: 'lazy',
    width: options.width ?? undefined,
    height: options.height ?? undefined,
  });
  const label = alt === '' ? 'Open the picture' : undefined;
  const classes = `picture ${options.class ?? ''}`.trim();
  const link = h(
    'a',
    { href: src, target: '_blank', rel: 'noopener', class: classes, 'aria-label': label },
    image,
  );
  image.addEventListener('error', () => image.replaceWith(`The picture ${alt || url} cannot be shown.`));
  return link;
}

/** @param {string} url @param {string} alt */
function foreign(url, alt) {
  const href = safeUrl(url);
  const text = `🖼 ${alt || 'Picture'} — ${href ? new URL(href).host : 'unknown address'}`;
  return href
    ? h('a', { href, target: '_blank', rel: 'noopener noreferrer', class: 'foreign' }, text)
    : h('span', { class: 'foreign' }, text);
}

/** Covers a picture or a file until it is pressed. @param {HTMLElement} inner @param {boolean | undefined} spoiler */
export function covered(inner, spoiler) {
  if (!spoiler) return inner;
  const cover = h('button', { type: 'button', class: 'cover' }, 'Spoiler');
  const box = h('div', { class: 'covered' }, inner, cover);
  inner.inert = true;
  cover.addEventListener('click', () => {
    inner.inert = false;
    cover.remove();
  });
  return box;
}

/** @param {number} bytes @returns {[number, string]} as Discord shows sizes */
function sized(bytes) {
  if (bytes < 1024) return [bytes, 'bytes'];
  if (bytes < 1024 * 1024) return [Math.round((bytes / 1024) * 100) / 100, 'KB'];
  return [Math.round((bytes / 1024 / 1024) * 100) / 100, 'MB'];
}

/** @param {string} url @param {string} name @param {number} [size] in bytes @returns {HTMLElement} */
export function fileCard(url, name, size) {
  const [bytes, bytesUnit] = size === undefined ? ['', undefined] : sized(size);
  const href = ownUrl(url) ?? safeUrl(url);
  return custom('discord-file-attachment', {
    name,
    bytes,
    bytesUnit,
    href,
    target: '_blank',
    rel: 'noopener',
  });
}

/** @param {ApiAttachment} file @returns {HTMLElement} */
export function attachment(file) {
  const image = /^image\/(png|jpeg|gif|webp)$/.test((file.content_type ?? '').split(';')[0] ?? '');
  if (!image) return fileCard(file.url, file.filename, file.size);
  const { width, height } = file;
  return covered(
    picture(file.url, file.description ?? '', { width, height }),
    file.filename.startsWith('SPOILER_'),
  );
}
