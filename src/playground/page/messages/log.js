import { afterDrawing, h } from '../dom.js';
import { FLAGS, renderMessage, renderNotice } from './message.js';

/**
 * The channel's messages in order, and the page's own notices between them.
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiMessage} ApiMessage
 * @typedef {import('./message.js').View} View
 * @typedef {Parameters<typeof renderNotice>[0]} NoticeContent
 * @typedef {{ key: string, message?: ApiMessage, notice?: NoticeContent, element: HTMLElement }} Row
 */

/** A message this many pixels above the end still counts as "at the end": new messages scroll into view. */
const NEAR_END = 120;

/** Messages of one person within this time (ms) stand under one name. */
const GROUP = 7 * 60 * 1000;

/** @param {string} a @param {string} b snowflakes, which may differ in length @returns {number} */
function compareIds(a, b) {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * @param {HTMLElement} list the element of the messages
 * @param {HTMLElement} scroller
 * @param {() => View} view
 * @param {(message: ApiMessage, at: { x: number, y: number } | HTMLElement) => void} openMenu
 */
export function createLog(list, scroller, view, openMenu) {
  scroller.tabIndex = 0;
  /** @type {Row[]} */
  let rows = [];
  /** @type {Set<string>} */
  let unanswered = new Set();

  /** @param {Row} row @param {Row | undefined} before @returns {HTMLElement} */
  const draw = ({ message, notice }, before) => {
    if (notice) return h('div', { class: 'row notice' }, renderNotice(notice, view()));
    if (!message) return h('div');
    const grouped = continues(before?.message, message);
    const state = { unanswered: unanswered.has(message.id), grouped };
    const more = h(
      'button',
      {
        type: 'button',
        class: 'more',
        'aria-label': 'More: apps and actions for this message',
        'aria-haspopup': 'menu',
      },
      '⋯',
    );
    const element = h(
      'div',
      { class: 'row', 'data-id': message.id },
      renderMessage(message, view(), state),
      more,
    );
    element.classList.toggle('grouped', grouped);
    more.addEventListener('click', () => openMenu(message, more));
    element.addEventListener('contextmenu', (event) => {
      const target = event.composedPath()[0];
      // Links and marked text keep the browser's own menu.
      if (target instanceof Element && target.closest('a, input, textarea')) return;
      if (!getSelection()?.isCollapsed) return;
      event.preventDefault();
      const keyboard = event.clientX === 0 && event.clientY === 0;
      openMenu(message, keyboard ? more : { x: event.clientX, y: event.clientY });
    });
    return element;
  };

  /** @param {() => void} change */
  const keepEnd = (change) => {
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
    change();
    if (atEnd) toEnd();
  };
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
    // The library's elements get their height a moment later.
    requestAnimationFrame(() => {
      scroller.scrollTop = scroller.scrollHeight;
    });
  };

  /** @param {number} index */
  const redraw = (index) => {
    const row = rows[index];
    if (!row) return;
    const focus = focusIn(row.element);
    const next = draw(row, rows[index - 1]);
    row.element.replaceWith(next);
    row.element = next;
    if (focus) restoreFocus(next, focus);
  };

  /** @param {Omit<Row, 'element'>} row */
  const insert = (row) => {
    let index = rows.length;
    while (index > 0 && compareIds(rows[index - 1]?.key ?? '', row.key) > 0) index -= 1;
    /** @type {Row} */
    const complete = { ...row, element: h('div') };
    complete.element = draw(complete, rows[index - 1]);
    const after = rows[index]?.element ?? null;
    rows.splice(index, 0, complete);
    keepEnd(() => {
      list.insertBefore(complete.element, after);
      if (index + 1 < rows.length) redraw(index + 1);
    });
    return complete;
  };

  /** @param {Row | undefined} row */
  const remove = (row) => {
    if (!row) return;
    const index = rows.indexOf(row);
    // A new state may have replaced everything meanwhile.
    if (index < 0) return;
    rows.splice(index, 1);
    const focused = row.element.contains(document.activeElement);
    row.element.remove();
    redraw(index);
    if (focused) scroller.focus();
  };

  return {
    /** @param {ApiMessage[]} messages @param {string[]} lost replaces everything */
    reset: (messages, lost) => {
      unanswered = new Set(lost);
      list.setAttribute('aria-busy', 'true');
      rows = messages
        .toSorted((a, b) => compareIds(a.id, b.id))
        .map((message) => ({ key: message.id, message, element: h('div') }));
      rows.forEach((row, i) => {
        row.element = draw(row, rows[i - 1]);
      });
      list.replaceChildren(...rows.map(({ element }) => element));
      list.removeAttribute('aria-busy');
      toEnd();
    },
    /** Draws everything again, for a new theme. */
    redrawAll: () =>
      keepEnd(() => {
        for (let i = 0; i < rows.length; i += 1) redraw(i);
      }),
    /** @param {ApiMessage} message a new one, or a changed one */
    put: (message) => {
      const index = rows.findIndex((row) => row.message?.id === message.id);
      const row = rows[index];
      if (!row) {
        insert({ key: message.id, message });
        return;
      }
      row.message = message;
      unanswered.delete(message.id);
      keepEnd(() => redraw(index));
    },
    /** @param {string} id */
    remove: (id) => remove(rows.find((row) => row.message?.id === id)),
    /** @param {string} id */
    markUnanswered: (id) => {
      unanswered.add(id);
      redraw(rows.findIndex((row) => row.message?.id === id));
    },
    /** @param {string} id */
    find: (id) => rows.find((row) => row.message?.id === id)?.message,
    /** @param {string} id @param {string} text shown below the message until it changes */
    fail: (id, text) => {
      const row = rows.find(({ message }) => message?.id === id);
      row?.element.querySelector('.failure')?.remove();
      keepEnd(() => row?.element.append(h('div', { class: 'failure', role: 'alert' }, text)));
    },
    /**
     * @param {Omit<NoticeContent, 'failed' | 'dismiss'>} content
     * @returns {{ remove: () => void, fail: (text: string) => void }}
     */
    notice: (content) => {
      const last = rows.at(-1)?.key ?? '0';
      /** @type {Row} */
      const row = insert({
        key: last,
        notice: { ...content, failed: undefined, dismiss: () => remove(row) },
      });
      return {
        remove: () => remove(row),
        fail: (text) => {
          if (row.notice) row.notice = { ...row.notice, failed: text };
          keepEnd(() => redraw(rows.indexOf(row)));
        },
      };
    },
    toEnd,
  };
}

/** @param {ApiMessage | undefined} before @param {ApiMessage} message whether it stands under the same name */
function continues(before, message) {
  if (!before || before.author.id !== message.author.id || message.interaction_metadata) return false;
  if (message.message_reference || ((before.flags ^ message.flags) & FLAGS.ephemeral) !== 0) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP;
}

/** @typedef {{ customId: string | undefined, more: boolean }} Focus */

/** @param {HTMLElement} element @returns {Focus | undefined} what in the message has the focus */
function focusIn(element) {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !element.contains(active)) return undefined;
  return { customId: active.dataset.customId, more: active.classList.contains('more') };
}

/** @param {HTMLElement} element @param {Focus} focus */
function restoreFocus(element, { customId, more }) {
  const controls = [...element.querySelectorAll('discord-button, button.select')];
  const same = controls.find((one) => one instanceof HTMLElement && one.dataset.customId === customId);
  const target = (more ? undefined : (same ?? controls[0])) ?? element.querySelector('.more');
  if (!(target instanceof HTMLElement)) return;
  if (target.localName !== 'discord-button') {
    target.focus();
    return;
  }
  afterDrawing(target, (root) => {
    const inner = root.querySelector('button:not(:disabled), a');
    if (inner instanceof HTMLElement) inner.focus();
  });
}
