import { createListbox } from '../composing/listbox.js';
import { h, setAttributes } from '../dom.js';

/**
 * Select menus, in messages and in modals. (The library's own can be worked with a mouse only.)
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiStringSelect} ApiStringSelect
 * @typedef {import('../../shapes/message-shapes.ts').ApiEntitySelect} ApiEntitySelect
 * @typedef {import('../../shapes/message-shapes.ts').ApiSelectOption} ApiSelectOption
 * @typedef {import('../composing/commands.js').Entities} Entities
 */

/**
 * @param {ApiStringSelect | ApiEntitySelect} select
 * @param {Entities} entities what there is to choose in the selects of users and channels
 * @returns {ApiSelectOption[]}
 */
function optionsOf(select, entities) {
  if (select.type === 3) return select.options;
  const chosen = new Set(select.default_values?.map(({ id }) => id));
  const from = select.type === 8 ? entities.channels : select.type === 6 ? [] : entities.users;
  return from.map(({ id, name }) => ({ label: name, value: id, default: chosen.has(id) }));
}

/**
 * @param {ApiStringSelect | ApiEntitySelect} select
 * @param {Entities} entities
 * @param {(values: string[]) => void} onChoose with one value at once, with several when the list closes
 * @returns {{ element: HTMLElement, values: () => string[] }}
 */
export function createSelect(select, entities, onChoose) {
  const options = optionsOf(select, entities);
  const several = (select.max_values ?? 1) > 1;
  const least = select.min_values ?? 1;
  let values = options.filter((option) => option.default).map(({ value }) => value);
  let sent = values.join('\n');
  const text = h('span', { class: 'select-text' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'select',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'data-custom-id': select.custom_id,
    },
    text,
    h('span', { class: 'chevron', 'aria-hidden': 'true' }),
  );
  button.disabled = select.disabled ?? false;
  const placeholder = select.placeholder ?? 'Make a selection';
  button.setAttribute('aria-label', placeholder);

  const list = createListbox({
    label: placeholder,
    owner: button,
    isSelected: (/** @type {ApiSelectOption} */ { value }) => values.includes(value),
    render: ({ label, description, emoji, value }) => [
      emoji?.name ? h('span', { class: 'emoji' }, emoji.id ? '🔹' : emoji.name) : null,
      h(
        'span',
        { class: 'option-text' },
        h('span', { class: 'option-label' }, label),
        description ? h('span', { class: 'option-description' }, description) : null,
      ),
      values.includes(value) ? h('span', { class: 'check', 'aria-hidden': 'true' }, '✓') : null,
    ],
    pick: ({ value }) => {
      if (several) {
        const has = values.includes(value);
        if (!has && values.length >= (select.max_values ?? 1)) return;
        values = has ? values.filter((one) => one !== value) : [...values, value];
        draw();
        list.show(options, { active: options.findIndex((option) => option.value === value) });
        return;
      }
      values = least === 0 && values.includes(value) ? [] : [value];
      list.hide();
      draw();
      sent = values.join('\n');
      onChoose(values);
    },
  });
  list.element.setAttribute('aria-multiselectable', String(several));

  const draw = () => {
    const labels = options.filter(({ value }) => values.includes(value)).map(({ label }) => label);
    text.textContent = labels.length > 0 ? labels.join(', ') : placeholder;
    text.classList.toggle('placeholder', labels.length === 0);
    setAttributes(button, {
      'aria-label': labels.length > 0 ? `${placeholder}: ${labels.join(', ')}` : placeholder,
    });
  };
  const open = () => {
    const first = options.findIndex(({ value }) => values.includes(value));
    list.show(options, { active: Math.max(first, 0), empty: 'There is nothing to choose.' });
  };
  const close = () => {
    if (!list.isOpen()) return;
    list.hide();
    if (!several || values.join('\n') === sent || values.length < least) return;
    sent = values.join('\n');
    onChoose(values);
  };
  button.addEventListener('click', () => (list.isOpen() ? close() : open()));
  button.addEventListener('blur', close);
  button.addEventListener('keydown', (event) => {
    if (list.isOpen()) {
      if (event.key === ' ') {
        event.preventDefault();
        list.onKey(new KeyboardEvent('keydown', { key: 'Enter' }));
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        close();
      } else list.onKey(event);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open();
    }
  });
  draw();
  return { element: h('div', { class: 'select-box' }, button, list.element), values: () => values };
}
