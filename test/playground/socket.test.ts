import { once } from 'node:events';
import { type Interaction, MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { PageMessage } from '../../src/playground/http/page-messages.ts';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import type { Role, ServerMessage, UploadReply } from '../../src/playground/shapes/page-protocol.ts';
import { type Bot, startBot } from './bot.ts';

async function demo(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'One', value: '1' }]);
  else if (interaction.isButton()) await interaction.update({ content: 'pressed', components: [] });
  else if (interaction.isStringSelectMenu()) await interaction.update(interaction.values.join());
  else if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('t'));
  else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ content: interaction.targetMessage.content, flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) {
    if (interaction.commandName === 'form') {
      await interaction.showModal({
        title: 'Form',
        customId: 'f',
        components: [{ type: 1, components: [{ type: 4, customId: 't', label: 'Text', style: 1 }] }],
      });
      return;
    }
    if (interaction.commandName === 'late') {
      await interaction.deferReply();
      await interaction.editReply('at last');
      return;
    }
    const file = interaction.options.getAttachment('file');
    await interaction.reply({
      content: file?.name ?? interaction.options.getString('q') ?? '-',
      components: [
        { type: 1, components: [{ type: 2, style: 1, label: 'Press', customId: 'b' }] },
        { type: 1, components: [{ type: 3, customId: 's', options: [{ label: 'A', value: 'a' }] }] },
      ],
    });
  }
}

let playground: Playground;
let bot: Bot;
const open: WebSocket[] = [];

beforeAll(async () => {
  playground = await startPlayground();
  bot = await startBot(playground, demo);
});
beforeEach(async () => {
  await bot.client.application.commands.set([
    {
      name: 'show',
      description: 'Shows',
      options: [
        { type: 3, name: 'q', description: 'q', autocomplete: true },
        { type: 11, name: 'file', description: 'f' },
      ],
    },
    { name: 'form', description: 'A form' },
    { name: 'late', description: 'Deferred' },
    { name: 'ban', description: 'Moderators', defaultMemberPermissions: 0x20n },
    { name: 'Read', type: 3 },
  ]);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});
afterAll(async () => {
  await bot.close();
  await playground.close();
});

type Received<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;

/** A page without a browser. */
async function page(as: Role) {
  const socket = new WebSocket(`${playground.url.replace('http', 'ws')}page`, {
    origin: playground.url.slice(0, -1),
  });
  open.push(socket);
  const inbox: ServerMessage[] = [];
  socket.on('message', (data) => inbox.push(JSON.parse(String(data))));
  await once(socket, 'open');
  const send = (message: PageMessage) => socket.send(JSON.stringify(message));
  /** Takes the first message of a kind out of the inbox, waiting for it. */
  async function take<T extends ServerMessage['type']>(type: T): Promise<Received<T>> {
    for (;;) {
      const found = inbox.find((message): message is Received<T> => message.type === type);
      if (found) {
        inbox.splice(inbox.indexOf(found), 1);
        return found;
      }
      await once(socket, 'message');
    }
  }
  send({ type: 'hello', as });
  return { socket, inbox, send, take, state: await take('state') };
}

it('shows who one is, the channel, and the commands one may use', async () => {
  const { state } = await page('member');
  expect(state).toMatchObject({
    as: 'member',
    me: { username: 'mia' },
    botOnline: true,
    channel: { name: 'ask-here' },
    users: [{ bot: true }, { username: 'mia' }, { username: 'morgan' }, { username: 'olga' }],
  });
  expect(state.commands.map(({ name }) => name)).toEqual(['show', 'form', 'late', 'Read']);
});

it('runs a command with suggestions, and another page sees the answer', async () => {
  const one = await page('member');
  const other = await page('moderator');
  const on = { command: 'show', path: [] };
  one.send({ type: 'autocomplete', id: 1, ...on, focused: 'q', typed: '', options: {} });
  expect(await one.take('choices')).toEqual({
    type: 'choices',
    id: 1,
    choices: [{ name: 'One', value: '1' }],
  });
  one.send({ type: 'slash', id: 2, ...on, options: { q: '1' } });
  expect(await one.take('done')).toEqual({ type: 'done', id: 2 });
  expect(await other.take('message')).toMatchObject({ message: { content: '1' } });
});

it('presses, chooses, and hears of the changes', async () => {
  const { send, take } = await page('member');
  send({ type: 'slash', id: 1, command: 'show', path: [], options: {} });
  const { message } = await take('message');
  send({ type: 'choose', id: 2, messageId: message.id, customId: 's', values: ['a'] });
  expect(await take('messageUpdate')).toMatchObject({ message: { content: 'a' } });
  send({ type: 'press', id: 3, messageId: message.id, customId: 'b' });
  expect(await take('messageUpdate')).toMatchObject({ message: { content: 'pressed', components: [] } });
  send({ type: 'press', id: 4, messageId: message.id, customId: 'b' });
  expect(await take('refused')).toMatchObject({ id: 4, text: 'The message has no component "b".' });
});

it('shows thinking, then the answer', async () => {
  const { send, take } = await page('member');
  send({ type: 'slash', id: 1, command: 'late', path: [], options: {} });
  expect(await take('message')).toMatchObject({ message: { content: '', flags: 128 } });
  expect(await take('messageUpdate')).toMatchObject({ message: { content: 'at last', flags: 0 } });
});

it('fills in a form, and is told which field is missing', async () => {
  const { send, take } = await page('member');
  send({ type: 'slash', id: 1, command: 'form', path: [], options: {} });
  const { modal, modalId } = await take('modal');
  expect(modal).toMatchObject({ title: 'Form', custom_id: 'f' });
  send({ type: 'submit', id: 2, modalId, fields: {} });
  expect(await take('refused')).toEqual({ type: 'refused', id: 2, text: '"Text" is required.', field: 't' });
  send({ type: 'submit', id: 3, modalId, fields: { t: 'words' } });
  expect(await take('message')).toMatchObject({ message: { content: 'words' } });
  send({ type: 'closeModal', id: 4, modalId });
  expect(await take('done')).toBeDefined();
});

it('sends files and messages, runs a message command, deletes', async () => {
  const { send, take, inbox } = await page('member');
  const upload = async (): Promise<Pick<UploadReply, 'id'>> => {
    const answer = await fetch(`${playground.url}upload?name=notes.txt`, { method: 'POST', body: 'hello' });
    return z.object({ id: z.string() }).parse(await answer.json());
  };
  send({ type: 'slash', id: 1, command: 'show', path: [], options: { file: (await upload()).id } });
  expect(await take('message')).toMatchObject({ message: { content: 'notes.txt' } });
  send({ type: 'send', id: 2, content: 'look', attachments: [(await upload()).id] });
  const { message } = await take('message');
  expect(message).toMatchObject({ content: 'look', attachments: [{ filename: 'notes.txt', size: 5 }] });
  send({ type: 'messageCommand', id: 3, command: 'Read', messageId: message.id });
  const shown = await take('message');
  expect(shown).toMatchObject({ message: { content: 'look', flags: MessageFlags.Ephemeral } });
  for (const [index, messageId] of [shown.message.id, message.id].entries()) {
    send({ type: 'delete', id: 10 + index, messageId });
    expect(await take('messageDelete')).toEqual({ type: 'messageDelete', messageId });
  }
  inbox.length = 0;
  send({ type: 'send', id: 4, content: ' ', attachments: [] });
  expect(await take('refused')).toMatchObject({ id: 4, text: 'The message is empty.' });
});

it('switches to the moderator, and a reload keeps the channel', async () => {
  const first = await page('member');
  first.send({ type: 'slash', id: 1, command: 'ban', path: [], options: {} });
  expect(await first.take('refused')).toMatchObject({ text: 'You do not have permission to use /ban.' });
  first.send({ type: 'switch', as: 'moderator' });
  const state = await first.take('state');
  expect(state.commands.map(({ name }) => name)).toContain('ban');
  const again = await page('moderator');
  expect(again.state.messages).toEqual(state.messages);
  first.send({ type: 'refresh' });
  expect(await first.take('state')).toEqual(state);
});

it('hears of new commands and of a bot that goes away', async () => {
  const { take } = await page('member');
  await bot.client.application.commands.create({ name: 'new', description: 'New' });
  expect((await take('commands')).commands.map(({ name }) => name)).toContain('new');
  playground.faults.dropGateway();
  expect(await take('bot')).toEqual({ type: 'bot', online: false });
  expect(await take('bot')).toEqual({ type: 'bot', online: true });
});

it('says so when it does not understand', async () => {
  const { socket, take } = await page('member');
  socket.send('{');
  expect((await take('error')).text).toContain('not a message');
  socket.send(JSON.stringify({ type: 'dance', id: 1 }));
  expect(await take('error')).toBeDefined();
});

it('is another server for the stranger, where the bot is only once it was invited', async () => {
  const stranger = await page('stranger');
  expect(stranger.state).toMatchObject({
    as: 'stranger',
    me: { username: 'sven' },
    guild: { name: 'Another server' },
    channel: { name: 'elsewhere' },
    users: [{ bot: true }, { username: 'sven' }],
    botOnline: false,
    commands: [],
    messages: [],
  });
  playground.joinSecondGuild();
  expect(await stranger.take('bot')).toEqual({ type: 'bot', online: true });
  const names = (await stranger.take('commands')).commands.map(({ name }) => name);
  expect(names).toContain('show');
  const member = await page('member');
  member.send({ type: 'send', id: 1, content: 'only here', attachments: [] });
  await member.take('message');
  stranger.send({ type: 'refresh' });
  expect((await stranger.take('state')).messages).toEqual([]);
  expect(stranger.inbox).toEqual([]);
  playground.leaveSecondGuild();
  expect(await stranger.take('bot')).toEqual({ type: 'bot', online: false });
});
