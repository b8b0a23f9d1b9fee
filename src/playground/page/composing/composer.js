import { find, h, setAttributes } from '../dom.js';
import { upload } from '../socket.js';
import { filterEntries, listEntries, parseTyped } from './commands.js';
import { createListbox } from './listbox.js';
import { createOptionForm } from './options.js';

/**
 * The message box: plain messages with files, and slash commands.
 *
 * @typedef {import('./commands.js').Entry} Entry
 * @typedef {import('./options.js').Values} Values
 * @typedef {{ text: string, field?: string | undefined }} Refusal
 */

/**
 * @param {{
 *   entities: () => import('./commands.js').Entities,
 *   suggest: (entry: Entry, focused: string, typed: string, others: Values) => Promise<import('./option-field.js').Suggestions>,
 *   run: (entry: Entry, values: Values) => Promise<Refusal | undefined>,
 *   send: (content: string, attachments: string[]) => Promise<Refusal | undefined>,
 * }} wiring
 */
export function createComposer({ entities, suggest, run, send }) {
  const box = find('#composer', HTMLElement);
  const textRow = find('#text-row', HTMLElement);
  const text = find('#text', HTMLTextAreaElement);
  const popups = find('#popups', HTMLElement);
  const error = find('#composer-error', HTMLElement);
  const files = find('#files', HTMLElement);
  const picker = find('#file-picker', HTMLInputElement);
  /** @type {Entry[]} */
  let entries = [];
  /** @type {import('./options.js').OptionForm | undefined} */
  let form;
  /** @type {{ id: string, element: HTMLElement }[]} */
  let uploads = [];

  /** @param {string | undefined} message */
  const tell = (message) => {
    error.textContent = message ?? '';
    error.hidden = !message;
  };
  const list = createListbox({
    label: 'Commands',
    owner: text,
    render: (/** @type {Entry} */ { name, description, options }) => [
      h('img', { src: '/avatar-bot.svg', alt: '', width: 28, height: 28 }),
      h(
        'span',
        { class: 'option-text' },
        h(
          'span',
          { class: 'option-label' },
          `/${name}`,
          ...options.map((option) =>
            h('span', { class: `arg${option.required ? ' required' : ''}` }, option.name),
          ),
        ),
        h('span', { class: 'option-description' }, description),
      ),
    ],
    pick: (entry) => enter(entry, {}),
  });
  list.element.classList.add('commands');
  popups.append(list.element);

  /** @param {import('./options.js').OptionForm | undefined} next */
  const setForm = (next) => {
    form?.element.remove();
    form?.popup.remove();
    form = next;
    textRow.hidden = next !== undefined;
    if (!next) return;
    box.append(next.element);
    popups.append(next.popup);
    next.focus();
  };
  /** @param {string} content */
  const toText = (content) => {
    setForm(undefined);
    tell(undefined);
    text.value = content;
    text.focus();
    onInput();
  };
  /** @param {Entry} entry @param {Record<string, string>} typed */
  const enter = (entry, typed) => {
    list.hide();
    text.value = '';
    tell(undefined);
    const made = createOptionForm(entry, typed, {
      entities: entities(),
      suggest: (focused, now, others) => suggest(entry, focused, now, others),
      cancel: toText,
      tell,
      send: async (values) => {
        toText('');
        const refusal = await run(entry, values);
        if (!refusal) return;
        // What was filled in comes back, unless the person has begun something else.
        if (form === undefined && text.value === '') {
          setForm(made);
          made.showError(refusal.text, refusal.field);
        } else tell(refusal.text);
      },
    });
    setForm(made);
  };

  const resize = () => {
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
  };
  const onInput = () => {
    resize();
    tell(undefined);
    const typed = text.value;
    if (!typed.startsWith('/') || typed.includes('\n')) {
      list.hide();
      return;
    }
    const parsed = parseTyped(entries, typed);
    if (parsed) enter(parsed.entry, parsed.typed);
    else list.show(filterEntries(entries, typed.slice(1)), { active: 0 });
  };
  const submit = async () => {
    const content = text.value.trim();
    if (content === '' && uploads.length === 0) return;
    const sent = uploads;
    text.value = '';
    uploads = [];
    files.replaceChildren();
    resize();
    const refusal = await send(
      content,
      sent.map(({ id }) => id),
    );
    if (!refusal) return;
    tell(refusal.text);
    if (text.value !== '') return;
    text.value = content;
    uploads = sent;
    files.replaceChildren(...sent.map(({ element }) => element));
    resize();
  };

  text.addEventListener('input', onInput);
  text.addEventListener('blur', list.hide);
  text.addEventListener('focus', () => text.value.startsWith('/') && onInput());
  text.addEventListener('keydown', (event) => {
    if (event.isComposing || list.onKey(event)) return;
    const active = list.active();
    if (event.key === 'Tab' && !event.shiftKey && active) {
      event.preventDefault();
      enter(active, {});
    } else if (event.key === 'Escape') {
      list.hide();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  });

  find('#add-file', HTMLButtonElement).addEventListener('click', () => picker.click());
  picker.addEventListener('change', async () => {
    const chosen = [...(picker.files ?? [])];
    picker.value = '';
    for (const file of chosen) {
      try {
        const { id } = await upload(file);
        const element = h('span', { class: 'file-chip' }, file.name);
        const remove = h('button', { type: 'button', 'aria-label': `Remove ${file.name}` }, '✕');
        remove.addEventListener('click', () => {
          uploads = uploads.filter((one) => one.id !== id);
          element.remove();
          text.focus();
        });
        element.append(remove);
        uploads.push({ id, element });
        files.append(element);
      } catch (problem) {
        tell(`${file.name}: ${problem instanceof Error ? problem.message : String(problem)}`);
      }
    }
    text.focus();
  });

  return {
    /** @param {import('./commands.js').ApiCommand[]} commands */
    setCommands: (commands) => {
      entries = listEntries(commands);
      if (form && !entries.some(({ name }) => name === form?.entry.name)) toText('');
      else if (list.isOpen()) onInput();
    },
    /** @param {string} channel */
    setChannel: (channel) =>
      setAttributes(text, {
        placeholder: `Message #${channel}, or type / for commands`,
        'aria-label': `Message #${channel}`,
      }),
    focus: () => (form ? form.focus() : text.focus()),
    tell,
  };
}
