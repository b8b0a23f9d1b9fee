import { createComposer } from './composing/composer.js';
import { showModal } from './composing/modal.js';
import { find } from './dom.js';
import { refineElements } from './messages/elements.js';
import { createLog } from './messages/log.js';
import { openMenu } from './messages/menu.js';
import { messageMenu } from './messages/message-menu.js';
import { setUpNewspaper } from './newspaper.js';
import { avatarOf, nameOf } from './people.js';
import { openLine } from './socket.js';
import { setUpTheme } from './theme.js';

/**
 * The page: it holds what the server last said, and passes on what the person does.
 *
 * @typedef {import('../shapes/page-protocol.ts').State} State
 * @typedef {import('../shapes/page-protocol.ts').Role} Role
 * @typedef {import('./socket.js').Answer} Answer
 * @typedef {import('./socket.js').Asking} Asking
 * @typedef {{ text: string, field?: string | undefined }} Refusal
 */

const ROLE_KEY = 'footnote-role';

/** @type {Record<Role, string>} what each of them may do */
const ABOUT = {
  member: 'a plain member',
  moderator: 'can manage the server',
  owner: 'owns the bot and the server',
  stranger: 'manages another server',
};

refineElements();

const list = find('#log', HTMLElement);
const status = find('#status', HTMLElement);
const radios = [...document.querySelectorAll('input[name=role]')].filter(
  (one) => one instanceof HTMLInputElement,
);
/** @type {State | undefined} */
let state;
let light = false;

/** @returns {State} @throws before the server has said anything */
function known() {
  if (!state) throw new Error('The server has not told the state yet.');
  return state;
}

function entities() {
  const { users, channels } = known();
  return { users: users.map((user) => ({ id: user.id, name: nameOf(user) })), channels };
}

/** @returns {import('./messages/message.js').View} */
function view() {
  const { users, channels, me } = known();
  return {
    me,
    light,
    now: () => new Date(),
    names: {
      users: new Map(users.map((user) => [user.id, nameOf(user)])),
      channels: new Map(channels.map(({ id, name }) => [id, name])),
    },
    entities: entities(),
    find: log.find,
    press: (messageId, customId) => use(messageId, { type: 'press', messageId, customId }),
    choose: (messageId, customId, values) => use(messageId, { type: 'choose', messageId, customId, values }),
    dismiss: (messageId) => void remove(messageId),
  };
}

const log = createLog(list, find('#scroller', HTMLElement), view, (message, at) => {
  const items = messageMenu(message, known(), {
    run: (command) => void runOn({ type: 'messageCommand', command, messageId: message.id }, 3),
    runOnUser: (command) => void runOn({ type: 'userCommand', command, userId: message.author.id }, 2),
    forward: () => void forward(message.id),
    remove: () => void remove(message.id),
    tell: composer.tell,
  });
  openMenu(items, at, `Message of ${nameOf(message.author)}`);
});

/** Buttons and selects: what goes wrong is said below their message. @param {string} messageId @param {Asking} asking */
async function use(messageId, asking) {
  const answer = await line.ask(asking);
  if (answer.type === 'modal') openModal(answer);
  else if (answer.type === 'failed' || answer.type === 'refused') log.fail(messageId, answer.text);
}

/** @param {string} messageId */
async function forward(messageId) {
  const answer = await line.ask({ type: 'forward', messageId });
  if (answer.type === 'refused') composer.tell(answer.text);
  else log.toEnd();
}

/** @param {string} messageId */
async function remove(messageId) {
  const answer = await line.ask({ type: 'delete', messageId });
  if (answer.type === 'refused') composer.tell(answer.text);
}

/**
 * Runs a command, with a notice in the channel until the bot has taken it.
 *
 * @param {Extract<Asking, { command: string, type: 'slash' | 'messageCommand' | 'userCommand' }>} asking
 * @param {string} name as it is shown
 * @param {number} type 1 slash, 2 on a user, 3 on a message
 * @returns {Promise<Refusal | undefined>}
 */
async function run(asking, name, type) {
  const { users, botId, me } = known();
  const bot = users.find(({ id }) => id === botId) ?? me;
  const notice = log.notice({ bot, command: name, type });
  log.toEnd();
  const answer = await line.ask(asking);
  if (answer.type === 'failed') {
    notice.fail(answer.text);
    return undefined;
  }
  notice.remove();
  if (answer.type === 'modal') openModal(answer);
  return answer.type === 'refused' ? { text: answer.text, field: answer.field } : undefined;
}

/** @param {Extract<Asking, { type: 'messageCommand' | 'userCommand' }>} asking @param {number} type */
async function runOn(asking, type) {
  const refusal = await run(asking, asking.command, type);
  if (refusal) composer.tell(refusal.text);
}

/** @param {Extract<Answer, { type: 'modal' }>} answer */
function openModal({ modal, modalId }) {
  showModal(
    modal,
    { names: view().names, entities: entities() },
    {
      closed: () => void line.ask({ type: 'closeModal', modalId }),
      submit: async (fields) => {
        const answer = await line.ask({ type: 'submit', modalId, fields });
        if (answer.type === 'refused') return { text: answer.text, field: answer.field };
        if (answer.type === 'failed') return { text: `${answer.text}. Try again.` };
        return undefined;
      },
    },
  );
}

const composer = createComposer({
  entities,
  run: ({ command, path, name }, options) => run({ type: 'slash', command, path, options }, name, 1),
  send: async (content, attachments) => {
    const answer = await line.ask({ type: 'send', content, attachments });
    log.toEnd();
    return answer.type === 'refused' ? { text: answer.text } : undefined;
  },
  suggest: async ({ command, path }, focused, typed, options) => {
    const answer = await line.ask({ type: 'autocomplete', command, path, focused, typed, options });
    if (answer.type === 'choices') return { choices: answer.choices };
    return { error: answer.type === 'refused' ? answer.text : 'Loading options failed.' };
  },
});

const showNewspaper = setUpNewspaper(find('#publish', HTMLButtonElement), async () => {
  const answer = await line.ask({ type: 'publish' });
  if (answer.type === 'refused') composer.tell(answer.text);
});

/** @param {State} next */
function show(next) {
  state = next;
  const { me, as, guild, channel, messages, unanswered } = next;
  for (const id of ['channel', 'side-channel', 'welcome'])
    find(`#${id}`, HTMLElement).textContent = channel.name;
  find('#guild', HTMLElement).textContent = guild.name;
  find('#topic', HTMLElement).textContent = channel.topic;
  find('#me', HTMLElement).textContent = nameOf(me);
  find('#my-role', HTMLElement).textContent = ABOUT[as];
  find('#avatar', HTMLImageElement).src = avatarOf(me);
  for (const radio of radios) radio.checked = radio.value === as;
  composer.setChannel(channel.name);
  composer.setCommands(next.commands);
  log.reset(messages, unanswered);
  showNewspaper(next.newspaper);
  showPresence();
}

function showPresence() {
  status.textContent = state?.botOnline ? '' : 'The bot is offline';
}

/** @returns {Role} */
function role() {
  const kept = sessionStorage.getItem(ROLE_KEY);
  return kept === 'moderator' || kept === 'owner' || kept === 'stranger' ? kept : 'member';
}

const line = openLine({
  url: `ws://${location.host}/page`,
  onOpen: () => line.tell({ type: 'hello', as: role() }),
  onDown: () => {
    status.textContent = 'Reconnecting…';
  },
  onEvent: (event) => {
    if (event.type === 'state') show(event);
    if (!state) return;
    switch (event.type) {
      case 'commands':
        state = { ...state, commands: event.commands };
        composer.setCommands(event.commands);
        break;
      case 'newspaper':
        showNewspaper(event.newspaper);
        break;
      case 'bot':
        state = { ...state, botOnline: event.online };
        showPresence();
        break;
      case 'message':
      case 'messageUpdate':
        log.put(event.message);
        break;
      case 'messageDelete':
        log.remove(event.messageId);
        break;
      case 'messageUnanswered':
        log.markUnanswered(event.messageId);
        break;
      case 'error':
        composer.tell(event.text);
        break;
    }
  },
});

for (const radio of radios) {
  radio.addEventListener('change', () => {
    sessionStorage.setItem(ROLE_KEY, radio.value);
    line.tell({ type: 'switch', as: role() });
  });
}

setUpTheme(find('#theme', HTMLButtonElement), (isLight) => {
  light = isLight;
  Reflect.set(list, 'lightTheme', light);
  if (state) log.redrawAll();
});
composer.focus();
