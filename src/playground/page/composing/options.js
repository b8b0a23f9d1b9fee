import { h } from '../dom.js';
import { OPTION } from './commands.js';
import { createListbox } from './listbox.js';
import { createField } from './option-field.js';

/**
 * The message box while a slash command is filled in.
 *
 * @typedef {import('./commands.js').Entry} Entry
 * @typedef {import('./commands.js').ApiCommandOption} ApiCommandOption
 * @typedef {import('./commands.js').OptionValue} OptionValue
 * @typedef {import('./option-field.js').Field} Field
 * @typedef {Record<string, OptionValue>} Values
 * @typedef {{
 *   element: HTMLElement,
 *   popup: HTMLElement,
 *   entry: Entry,
 *   focus: () => void,
 *   showError: (text: string, field?: string) => void,
 * }} OptionForm
 */

/**
 * @param {Entry} entry
 * @param {Record<string, string>} typed what was typed already, by option
 * @param {{
 *   entities: import('./commands.js').Entities,
 *   suggest: (focused: string, typed: string, others: Values) => Promise<import('./option-field.js').Suggestions>,
 *   send: (values: Values) => void,
 *   cancel: (backTo: string) => void,
 *   tell: (error: string | undefined) => void,
 * }} wiring `cancel` leaves the command and puts a text back into the message box
 * @returns {OptionForm}
 */
export function createOptionForm(entry, typed, { entities, suggest, send, cancel, tell }) {
  /** @type {Field[]} */
  const fields = [];
  const hint = h('div', { class: 'hint' });
  const popup = h('div', { class: 'popup' }, hint);
  const more = h('button', { type: 'button', class: 'add', 'aria-haspopup': 'listbox' });
  const sendButton = h(
    'button',
    { type: 'button', class: 'send', 'aria-label': `Send /${entry.name}`, title: 'Send' },
    '➤',
  );
  const cancelButton = h(
    'button',
    { type: 'button', class: 'cancel', 'aria-label': 'Cancel the command' },
    '✕',
  );
  const pills = h('div', { class: 'pills' }, h('span', { class: 'command-name' }, `/${entry.name}`), more);
  const element = h(
    'div',
    { class: 'command-form', role: 'group', 'aria-label': `Command ${entry.name}` },
    pills,
    cancelButton,
    sendButton,
  );

  const remaining = () => entry.options.filter((option) => !fields.some((field) => field.option === option));
  /** @param {string} [except] @returns {Values} what is filled in and right so far */
  const values = (except) => {
    /** @type {Values} */
    const found = {};
    for (const { option, read } of fields) {
      const result = read();
      if (option.name === except || 'error' in result || result.value === undefined) continue;
      found[option.name] = result.value;
    }
    return found;
  };
  /** @param {ApiCommandOption} [option] */
  const explain = (option) => {
    if (!option) {
      hint.replaceChildren(h('b', {}, `/${entry.name}`), ` ${entry.description}`);
      return;
    }
    const kind = option.required ? h('span', { class: 'tag' }, 'required') : null;
    hint.replaceChildren(h('b', {}, option.name), ` ${option.description} `, ...(kind ? [kind] : []));
  };
  const drawMore = () => {
    const count = remaining().length;
    more.hidden = count === 0;
    more.textContent = `+${count} optional`;
    more.setAttribute('aria-label', `${count} more options: arrow down to choose, Enter to send the command`);
  };
  /** @param {ApiCommandOption} option @param {string} [text] */
  const add = (option, text) => {
    const field = createField(
      option,
      {
        entities,
        suggest: (now) => suggest(option.name, now, values(option.name)),
        onFocus: () => explain(option),
        onPicked: () => nextEmpty()?.focus(),
        onKey: (event) => onKey(field, event),
        onChange: () => {
          field.mark(undefined);
          tell(undefined);
        },
      },
      text,
    );
    fields.push(field);
    more.before(field.element);
    popup.append(field.list);
    drawMore();
    return field;
  };
  /** @param {Field} field */
  const drop = (field) => {
    fields.splice(fields.indexOf(field), 1);
    field.element.remove();
    field.list.remove();
    drawMore();
  };
  const nextEmpty = () => fields.find((field) => field.option.required && field.isEmpty());
  /** @param {Field} field @param {KeyboardEvent} event */
  const onKey = (field, event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      cancel('');
    } else if (event.key === 'Backspace' && field.isEmpty()) {
      event.preventDefault();
      const before = fields[fields.indexOf(field) - 1];
      if (!field.option.required) drop(field);
      if (before) before.focus();
      else cancel(`/${entry.name}`);
    }
  };
  /** @param {string} text @param {string} [name] */
  const showError = (text, name) => {
    const option = entry.options.find((one) => one.name === name);
    const field = fields.find((one) => one.option === option) ?? (option && add(option));
    tell(text);
    field?.mark(text);
    (field ?? fields[0])?.focus();
  };
  const submit = () => {
    for (const { option, read } of fields) {
      const result = read();
      if ('error' in result) {
        showError(result.error, option.name);
        return;
      }
    }
    send(values());
  };

  const choice = createListbox({
    label: 'Optional options',
    owner: more,
    render: (/** @type {ApiCommandOption} */ { name, description }) => [
      h(
        'span',
        { class: 'option-text' },
        h('span', { class: 'option-label' }, name),
        h('span', { class: 'option-description' }, description),
      ),
    ],
    pick: (option) => {
      choice.hide();
      add(option).focus();
    },
  });
  popup.append(choice.element);
  more.addEventListener('click', () =>
    choice.isOpen() ? choice.hide() : choice.show(remaining(), { active: 0 }),
  );
  more.addEventListener('focus', () => explain());
  more.addEventListener('blur', choice.hide);
  more.addEventListener('keydown', (event) => {
    if (choice.onKey(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      submit();
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choice.show(remaining(), { active: 0 });
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (choice.isOpen()) choice.hide();
      else cancel('');
    } else if (event.key === 'Backspace') fields.at(-1)?.focus();
  });
  sendButton.addEventListener('click', submit);
  cancelButton.addEventListener('click', () => cancel(''));

  for (const option of entry.options)
    if (option.required || option.name in typed) add(option, typed[option.name]);
  // With nothing required, the first optional one is offered: Enter sends the command with or without it.
  const offered = entry.options.find(({ type }) => type !== OPTION.attachment);
  if (fields.length === 0 && offered) add(offered);
  drawMore();
  explain();
  return {
    element,
    popup,
    entry,
    showError,
    focus: () => {
      const target = nextEmpty() ?? fields.at(-1);
      if (target) target.focus();
      else if (more.hidden) sendButton.focus();
      else more.focus();
    },
  };
}
