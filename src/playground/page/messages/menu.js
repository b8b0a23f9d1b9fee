import { focused, h } from '../dom.js';

/**
 * The menu of a message: apps (message and user commands), copying, deleting.
 *
 * @typedef {{ label: string, group?: string, danger?: boolean, run: () => void }} MenuItem
 */

/**
 * @param {MenuItem[]} items those with a group stand under its name
 * @param {{ x: number, y: number } | HTMLElement} at a point, or the button to which the focus returns
 * @param {string} label
 */
export function openMenu(items, at, label) {
  const back = at instanceof HTMLElement ? at : focused();
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': label, tabindex: -1 });
  let group = '';
  const buttons = items.map((item) => {
    if (item.group && item.group !== group) {
      menu.append(h('div', { class: 'menu-group', role: 'presentation' }, item.group));
    } else if (!item.group && group) menu.append(h('hr', { role: 'presentation' }));
    group = item.group ?? '';
    const button = h('button', { type: 'button', role: 'menuitem', tabindex: -1 }, item.label);
    button.classList.toggle('danger', item.danger ?? false);
    button.addEventListener('click', () => {
      close();
      item.run();
    });
    button.addEventListener('mousemove', () => button.focus());
    menu.append(button);
    return button;
  });

  const close = () => {
    removeEventListener('pointerdown', outside, true);
    removeEventListener('resize', close);
    menu.remove();
    if (back?.isConnected) back.focus();
  };
  /** @param {Event} event */
  const outside = (event) => {
    if (!(event.target instanceof Node && menu.contains(event.target))) close();
  };
  menu.addEventListener('keydown', (event) => {
    const index = buttons.findIndex((one) => one.matches(':focus'));
    const last = buttons.length - 1;
    const moves = /** @type {Record<string, number>} */ ({
      ArrowDown: index >= last ? 0 : index + 1,
      ArrowUp: index <= 0 ? last : index - 1,
      Home: 0,
      End: last,
    });
    const next = moves[event.key];
    if (next !== undefined) buttons[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLowerCase();
      const order = [...buttons.slice(index + 1), ...buttons.slice(0, index + 1)];
      order.find((button) => button.textContent?.toLowerCase().startsWith(letter))?.focus();
      return;
    } else return;
    event.preventDefault();
  });
  addEventListener('pointerdown', outside, true);
  addEventListener('resize', close);
  document.body.append(menu);
  place(menu, at);
  buttons[0]?.focus();
}

/** Keeps the menu inside the window. @param {HTMLElement} menu @param {{ x: number, y: number } | HTMLElement} at */
function place(menu, at) {
  const { width, height } = menu.getBoundingClientRect();
  const box = at instanceof HTMLElement ? at.getBoundingClientRect() : undefined;
  const x = box ? box.right - width : 'x' in at ? at.x : 0;
  const y = box ? box.bottom + 4 : 'y' in at ? at.y : 0;
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}
