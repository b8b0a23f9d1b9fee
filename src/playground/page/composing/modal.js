import { focused, h, setAttributes, uniqueId } from '../dom.js';
import { createSelect } from '../messages/select.js';
import { upload } from '../socket.js';
import { renderMarkdown } from '../text/render-markdown.js';

/**
 * A modal of the bot, in the browser's own dialog: it holds the focus and Escape closes it.
 *
 * @typedef {import('../../shapes/message-shapes.ts').ApiModal} ApiModal
 * @typedef {import('../../shapes/message-shapes.ts').ApiLabel} ApiLabel
 * @typedef {import('../../shapes/message-shapes.ts').ApiTextInput} ApiTextInput
 * @typedef {import('../../shapes/message-shapes.ts').ApiFileUpload} ApiFileUpload
 * @typedef {import('../../shapes/message-shapes.ts').ApiStringSelect} ApiStringSelect
 * @typedef {import('../../shapes/message-shapes.ts').ApiEntitySelect} ApiEntitySelect
 * @typedef {string | string[]} FieldValue
 * @typedef {{ id: string, control: HTMLElement, value: () => FieldValue, problem: () => string | undefined, ready: () => Promise<void>, mark: (text: string | undefined) => void }} ModalField
 * @typedef {{ names: import('../text/render-markdown.js').Names, entities: import('./commands.js').Entities }} Context
 */

/**
 * @param {ApiModal} modal
 * @param {Context} context
 * @param {{
 *   submit: (fields: Record<string, FieldValue>) => Promise<{ text: string, field?: string | undefined } | undefined>,
 *   closed: () => void,
 * }} wiring `submit` resolves with what is wrong, or with nothing when the modal may go; `closed`: given up
 */
export function showModal(modal, context, { submit, closed }) {
  const back = focused();
  const titleId = uniqueId('title');
  const notice = h('div', { class: 'modal-error', role: 'alert', hidden: true });
  /** @type {ModalField[]} */
  const fields = [];
  const body = h('div', { class: 'modal-body' }, notice);
  for (const component of modal.components) {
    if (component.type === 10)
      body.append(h('div', { class: 'v2-text' }, ...renderMarkdown(component.content, context.names)));
    else if (component.type === 18) body.append(labelled(component, context, fields));
    else
      for (const input of component.components) {
        if (input.type === 4)
          body.append(labelled({ type: 18, label: input.label ?? '', component: input }, context, fields));
      }
  }
  const send = h('button', { type: 'submit', class: 'primary' }, 'Submit');
  const cancel = h('button', { type: 'button', class: 'plain' }, 'Cancel');
  const cross = h('button', { type: 'button', class: 'cross', 'aria-label': 'Close' }, '✕');
  const form = h(
    'form',
    { novalidate: true },
    h('header', {}, h('h2', { id: titleId }, modal.title), cross),
    body,
    h('footer', {}, cancel, send),
  );
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': titleId }, form);

  const leave = () => {
    dialog.close();
    dialog.remove();
    if (back?.isConnected) back.focus();
  };
  const giveUp = () => {
    leave();
    closed();
  };
  /** @param {string | undefined} text @param {string} [id] */
  const complain = (text, id) => {
    const field = fields.find((one) => one.id === id);
    field?.mark(text);
    field?.control.focus();
    notice.hidden = field !== undefined || text === undefined;
    notice.textContent = field ? '' : (text ?? '');
  };
  cancel.addEventListener('click', giveUp);
  cross.addEventListener('click', giveUp);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    giveUp();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (send.disabled) return;
    send.disabled = true;
    for (const field of fields) {
      field.mark(undefined);
      await field.ready();
    }
    send.disabled = false;
    const wrong = fields.find((field) => field.problem() !== undefined);
    complain(wrong?.problem(), wrong?.id);
    if (wrong) return;
    send.disabled = true;
    const refusal = await submit(Object.fromEntries(fields.map(({ id, value }) => [id, value()])));
    send.disabled = false;
    if (refusal) complain(refusal.text, refusal.field);
    else leave();
  });
  document.body.append(dialog);
  dialog.showModal();
  (fields[0]?.control ?? send).focus();
}

/** @param {ApiLabel} label @param {Context} context @param {ModalField[]} fields @returns {HTMLElement} */
function labelled({ label, description, component }, context, fields) {
  const errorId = uniqueId('error');
  const error = h('span', { id: errorId, class: 'field-error' });
  const made = controlOf(component, context);
  const { control } = made;
  control.id = uniqueId('field');
  const caption = h('label', { for: control.id }, label);
  if (component.required !== false) caption.append(h('span', { class: 'star', 'aria-hidden': 'true' }, ' *'));
  caption.append(error);
  setAttributes(control, {
    'aria-required': String(component.required !== false),
    'aria-describedby': errorId,
  });
  fields.push({
    id: component.custom_id,
    control,
    value: made.value,
    problem: made.problem,
    ready: made.ready ?? (() => Promise.resolve()),
    mark: (text) => {
      error.textContent = text === undefined ? '' : ` – ${text}`;
      setAttributes(control, { 'aria-invalid': text === undefined ? undefined : 'true' });
    },
  });
  return h('div', { class: 'field' }, caption, description ? h('p', {}, description) : null, made.element);
}

/**
 * @param {ApiLabel['component']} component
 * @param {Context} context
 * @returns {{ element: HTMLElement, control: HTMLElement, value: () => FieldValue,
 *   problem: () => string | undefined, ready?: () => Promise<void> }} `ready`: what is still read has been read
 */
function controlOf(component, context) {
  if (component.type === 4) return textInput(component);
  if (component.type === 19) return fileUpload(component);
  const { element, values } = createSelect(component, context.entities, () => undefined);
  const control = element.querySelector('button') ?? element;
  const least = component.required === false ? 0 : (component.min_values ?? 1);
  return { element, control, value: values, problem: () => tooFew(values().length, least, 'Choose') };
}

/** @param {ApiTextInput} component */
function textInput({
  style,
  value = '',
  placeholder,
  min_length: least = 0,
  max_length: most = 4000,
  required = true,
}) {
  const control = style === 2 ? h('textarea', { rows: 4 }) : h('input', { type: 'text' });
  control.value = value;
  control.maxLength = most;
  if (placeholder !== undefined) control.placeholder = placeholder;
  const count = h('span', { class: 'count', 'aria-hidden': 'true' });
  const draw = () => {
    count.textContent = style === 2 ? String(most - control.value.length) : '';
  };
  control.addEventListener('input', draw);
  draw();
  return {
    element: h('div', { class: 'text-input' }, control, count),
    control,
    value: () => control.value,
    problem: () => {
      const { length } = control.value;
      if (control.value.trim() === '') return required ? 'This field is required.' : undefined;
      return length < least ? `Must be ${least} or more in length.` : undefined;
    },
  };
}

/** @param {ApiFileUpload} component */
function fileUpload({ min_values, max_values = 1, required = true }) {
  const control = h('input', { type: 'file', multiple: max_values > 1 });
  const least = required ? (min_values ?? 1) : 0;
  /** @type {string[]} */
  let ids = [];
  /** @type {string | undefined} */
  let problem;
  let reading = Promise.resolve();
  const read = async () => {
    ids = [];
    try {
      const replies = await Promise.all([...(control.files ?? [])].map(upload));
      ids = replies.map(({ id }) => id);
      problem = ids.length > max_values ? `Choose at most ${max_values}.` : undefined;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  };
  control.addEventListener('change', () => {
    reading = reading.then(read);
  });
  return {
    element: control,
    control,
    value: () => ids,
    problem: () => problem ?? tooFew(ids.length, least, 'Choose'),
    ready: () => reading,
  };
}

/** @param {number} count @param {number} least @param {string} verb */
function tooFew(count, least, verb) {
  return count < least ? `${verb} at least ${least}.` : undefined;
}
