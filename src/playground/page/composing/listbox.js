import { h, setAttributes, uniqueId } from '../dom.js';

/**
 * A list of choices driven from another element (a text field or a button), which keeps the focus: arrows move, and
 * `aria-activedescendant` tells a screen reader where.
 *
 * @template Item
 * @typedef {{
 *   element: HTMLElement,
 *   show: (items: Item[], options?: { active?: number, empty?: string }) => void,
 *   hide: () => void,
 *   isOpen: () => boolean,
 *   active: () => Item | undefined,
 *   onKey: (event: KeyboardEvent) => boolean,
 * }} Listbox
 */

/**
 * @template Item
 * @param {{
 *   label: string,
 *   owner: HTMLElement,
 *   render: (item: Item) => import('../dom.js').Child[],
 *   pick: (item: Item) => void,
 *   isSelected?: (item: Item) => boolean,
 * }} options `owner` is the element that has the focus
 * @returns {Listbox<Item>} `onKey` returns whether it used the key: arrows, Home, End, and Enter on an active choice
 */
export function createListbox({ label, owner, render, pick, isSelected }) {
  const id = uniqueId('list');
  const element = h('div', { id, class: 'listbox', role: 'listbox', 'aria-label': label, hidden: true });
  /** @type {Item[]} */
  let items = [];
  let index = -1;
  // The focus stays in the owner while the mouse picks.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  setAttributes(owner, { 'aria-controls': id, 'aria-expanded': 'false' });

  /** @param {number} next */
  const activate = (next) => {
    index = next;
    [...element.children].forEach((child, i) => {
      child.classList.toggle('active', i === index);
      if (!isSelected) child.setAttribute('aria-selected', String(i === index));
    });
    const current = index < 0 ? undefined : element.children[index];
    setAttributes(owner, { 'aria-activedescendant': current?.id });
    current?.scrollIntoView({ block: 'nearest' });
  };

  const hide = () => {
    element.hidden = true;
    index = -1;
    setAttributes(owner, { 'aria-expanded': 'false', 'aria-activedescendant': undefined });
  };

  return {
    element,
    hide,
    isOpen: () => !element.hidden,
    active: () => (element.hidden ? undefined : items[index]),
    show: (next, { active = -1, empty } = {}) => {
      items = next;
      const rows = items.map((item, i) => {
        const selected = isSelected ? isSelected(item) : false;
        const row = h(
          'div',
          { id: `${id}-${i}`, role: 'option', 'aria-selected': String(selected) },
          ...render(item),
        );
        row.addEventListener('mousemove', () => index !== i && activate(i));
        row.addEventListener('click', () => pick(item));
        return row;
      });
      const nothing = items.length === 0 && empty !== undefined;
      element.replaceChildren(
        ...(nothing ? [h('div', { class: 'empty', role: 'presentation' }, empty)] : rows),
      );
      element.hidden = items.length === 0 && !nothing;
      setAttributes(owner, { 'aria-expanded': String(!element.hidden) });
      activate(Math.min(active, items.length - 1));
    },
    onKey: (event) => {
      if (element.hidden || items.length === 0 || event.isComposing) return false;
      const last = items.length - 1;
      const moves = /** @type {Record<string, number>} */ ({
        ArrowDown: index >= last ? 0 : index + 1,
        ArrowUp: index <= 0 ? last : index - 1,
      });
      const next = moves[event.key];
      const current = items[index];
      if (next !== undefined) activate(next);
      else if (event.key === 'Enter' && current !== undefined) pick(current);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
