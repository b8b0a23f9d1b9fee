import { h, setAttributes, uniqueId } from '../dom.js';
import { upload } from '../socket.js';
import { choicesOf, OPTION, readValue } from './commands.js';
import { createListbox } from './listbox.js';

/**
 * One option of a command while it is filled in: a name, a field, and the list of what could be written there.
 *
 * @typedef {import('./commands.js').ApiCommandOption} ApiCommandOption
 * @typedef {import('./commands.js').OptionValue} OptionValue
 * @typedef {{ name: string, value: OptionValue }} Choice
 * @typedef {{ choices: Choice[] } | { error: string }} Suggestions
 * @typedef {{
 *   option: ApiCommandOption,
 *   element: HTMLElement,
 *   list: HTMLElement,
 *   focus: () => void,
 *   isEmpty: () => boolean,
 *   read: () => ReturnType<typeof readValue>,
 *   mark: (error: string | undefined) => void,
 * }} Field
 */

/** Milliseconds without a key before the bot is asked for suggestions. */
const DEBOUNCE = 150;

/**
 * @param {ApiCommandOption} option
 * @param {{
 *   entities: import('./commands.js').Entities,
 *   suggest: (typed: string) => Promise<Suggestions>,
 *   onFocus: () => void,
 *   onPicked: () => void,
 *   onKey: (event: KeyboardEvent) => void,
 *   onChange: () => void,
 * }} wiring `onKey` gets the keys that neither the field nor its list used
 * @param {string} [typed] what to begin with
 * @returns {Field}
 */
export function createField(option, wiring, typed = '') {
  return option.type === OPTION.attachment ? fileField(option, wiring) : textField(option, wiring, typed);
}

/** @param {ApiCommandOption} option @param {HTMLInputElement} input */
function pill(option, input) {
  const label = h('label', { for: input.id }, option.name);
  if (option.required) label.append(h('span', { class: 'star', title: 'required' }, '*'));
  return h('span', { class: 'pill' }, label, input);
}

/** @param {ApiCommandOption} option @param {Parameters<typeof createField>[1]} wiring @param {string} typed @returns {Field} */
function textField(option, { entities, suggest, onFocus, onPicked, onKey, onChange }, typed) {
  const fixed = choicesOf(option, entities);
  const lists = fixed !== undefined || option.autocomplete === true;
  const input = h('input', {
    id: uniqueId('option'),
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-required': String(option.required ?? false),
    'aria-description': option.description,
    inputmode: option.type === OPTION.integer || option.type === OPTION.number ? 'decimal' : undefined,
    ...(lists ? { role: 'combobox', 'aria-autocomplete': 'list' } : {}),
  });
  input.value = typed;
  const element = pill(option, input);
  /** @type {Choice | undefined} */
  let picked;
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const list = createListbox({
    label: `Suggestions for ${option.name}`,
    owner: input,
    render: (/** @type {Choice} */ { name }) => [h('span', { class: 'option-text' }, name)],
    pick: (choice) => {
      picked = choice;
      input.value = choice.name;
      dismiss();
      grow();
      onChange();
      onPicked();
    },
  });
  if (!lists) setAttributes(input, { 'aria-controls': undefined, 'aria-expanded': undefined });

  const grow = () => {
    input.size = Math.min(Math.max(input.value.length + 1, 12), 60);
  };
  const ask = async () => {
    asked += 1;
    const mine = asked;
    if (!list.isOpen()) list.show([], { empty: 'Loading options…' });
    const answer = await suggest(input.value);
    if (mine !== asked || document.activeElement !== input) return;
    if ('error' in answer) list.show([], { empty: answer.error });
    else list.show(answer.choices, { empty: 'No options match your search.' });
  };
  const offer = (/** @type {boolean} */ now) => {
    clearTimeout(timer);
    if (fixed) {
      const wanted = picked ? '' : input.value.trim().toLowerCase();
      const fitting = fixed.filter(({ name }) => name.toLowerCase().includes(wanted));
      // An optional one left empty must not catch the Enter that sends the command.
      const active = option.required || wanted !== '' ? 0 : -1;
      list.show(fitting, { active, empty: 'No options match your search.' });
    } else if (option.autocomplete) {
      if (now) void ask();
      else timer = setTimeout(() => void ask(), DEBOUNCE);
    }
  };
  // Suggestions still under way must not open again what was closed.
  const dismiss = () => {
    clearTimeout(timer);
    asked += 1;
    list.hide();
  };
  input.addEventListener('focus', () => {
    onFocus();
    if (!picked) offer(true);
  });
  input.addEventListener('blur', dismiss);
  input.addEventListener('input', () => {
    picked = undefined;
    grow();
    onChange();
    offer(false);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.onKey(event)) return;
    const active = list.active();
    if (event.key === 'Tab' && !event.shiftKey && active) {
      event.preventDefault();
      list.onKey(new KeyboardEvent('keydown', { key: 'Enter' }));
    } else if (event.key === 'Escape' && list.isOpen()) {
      event.preventDefault();
      dismiss();
    } else onKey(event);
  });
  grow();
  return {
    option,
    element,
    list: list.element,
    focus: () => input.focus(),
    isEmpty: () => input.value === '',
    read: () => (picked ? { value: picked.value } : readValue(option, input.value, fixed)),
    mark: (error) => setAttributes(input, { 'aria-invalid': error === undefined ? undefined : 'true' }),
  };
}

/** @param {ApiCommandOption} option @param {Parameters<typeof createField>[1]} wiring @returns {Field} */
function fileField(option, { onFocus, onKey, onChange }) {
  const input = h('input', { id: uniqueId('option'), type: 'file', 'aria-description': option.description });
  const element = pill(option, input);
  element.classList.add('file');
  /** @type {string | undefined} */
  let id;
  /** @type {string | undefined} */
  let problem;
  input.addEventListener('focus', onFocus);
  input.addEventListener('keydown', (event) => {
    // Enter opens the file picker, as the space bar does.
    if (event.key !== 'Enter' || id !== undefined) onKey(event);
  });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    id = undefined;
    problem = file ? `“${option.name}”: the file is still being read.` : undefined;
    if (!file) return;
    element.classList.add('busy');
    try {
      id = (await upload(file)).id;
      problem = undefined;
    } catch (error) {
      problem = `“${option.name}”: ${error instanceof Error ? error.message : String(error)}`;
    }
    element.classList.remove('busy');
    onChange();
  });
  return {
    option,
    element,
    list: h('div', { hidden: true }),
    focus: () => input.focus(),
    isEmpty: () => id === undefined,
    read: () => {
      if (problem !== undefined) return { error: problem };
      return id === undefined && option.required ? { error: `“${option.name}” is required.` } : { value: id };
    },
    mark: (error) => setAttributes(input, { 'aria-invalid': error === undefined ? undefined : 'true' }),
  };
}
