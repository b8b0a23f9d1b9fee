import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../../../src/playground/playground-types.ts';
import { startPlayground } from '../../../src/playground/server.ts';
import { type Bot, startBot } from '../bot.ts';
import { COMMANDS, demo } from '../demo-bot.ts';

let playground: Playground;
let bot: Bot;

beforeAll(async () => {
  playground = await startPlayground();
  bot = await startBot(playground, demo);
  await bot.client.application.commands.set(COMMANDS);
});
afterAll(async () => {
  await bot.close();
  await playground.close();
});

describe('what a person sees', () => {
  it('a plain answer', async () => {
    const outcome = await playground.asMember.slash('show', { what: 'plain' });
    expect(outcome.text).toBe('**hello**');
    expect(outcome.ephemeral).toBe(false);
    expect(outcome.message).toMatchObject({
      type: 20,
      author: { bot: true },
      interaction_metadata: { name: 'show', user: { username: 'mia' } },
    });
    expect(playground.asModerator.messages()).toContainEqual(outcome.message);
  });

  it('an answer that only the asker sees', async () => {
    const outcome = await playground.asMember.slash('show', { what: 'private' });
    expect(outcome.ephemeral).toBe(true);
    expect(playground.asMember.messages()).toContainEqual(outcome.message);
    expect(playground.asModerator.messages()).not.toContainEqual(outcome.message);
  });

  it('a deferred answer, then a follow-up', async () => {
    const outcome = await playground.asMember.slash('show', { what: 'deferred' });
    await outcome.waitFor(({ followUps }) => followUps.length === 1);
    expect(outcome.message).toMatchObject({ content: 'done', edited_timestamp: null, flags: 64 });
    expect(outcome.followUps).toMatchObject([{ content: 'and in public', flags: 0 }]);
  });

  it('an answer that was deleted', async () => {
    const outcome = await playground.asMember.slash('show', { what: 'gone' });
    await outcome.waitFor(({ message }) => message === undefined);
    expect(outcome.text).toBe('');
  });

  it('a file on its way there and another one back', async () => {
    const outcome = await playground.asMember.slash('show', {
      what: 'file',
      file: { name: 'notes.txt', data: 'grüße', type: 'text/plain' },
    });
    expect(outcome.text).toBe('notes.txt: 7 bytes, text/plain');
    expect(outcome.files).toMatchObject([
      { name: 'loud.txt', attachment: { description: 'louder', size: 7 } },
    ]);
    expect(new TextDecoder().decode(outcome.files[0]?.bytes)).toBe('GRÜSSE');
  });

  it('subcommands, alone and in groups', async () => {
    expect((await playground.asMember.slash('tree left leaf', { count: 3 })).text).toBe('count 3');
    expect(
      (await playground.asMember.slash('tree', { count: 4 }, { group: 'left', subcommand: 'leaf' })).text,
    ).toBe('count 4');
    expect((await playground.asMember.slash('tree right')).message?.interaction_metadata?.name).toBe(
      'tree right',
    );
  });

  it('suggestions while typing', async () => {
    expect(await playground.asMember.autocomplete('show', 'fruit', 'ap', { what: 'pie' })).toEqual([
      { name: 'apple pie', value: 'apple' },
      { name: 'apricot pie', value: 'apricot' },
    ]);
  });

  it('commands on messages and on users', async () => {
    const message = await playground.asModerator.say('Water is wet.');
    const outcome = await playground.asMember.messageCommand('Who wrote this', message);
    expect(outcome.text).toBe('morgan wrote Water is wet.');
    expect((await playground.asMember.userCommand('Who is it', playground.asModerator.user)).text).toBe(
      'this is Morgan',
    );
  });
});

it('who is pinged stands on the message', async () => {
  const loud = await playground.asMember.slash('show', { what: 'ping' });
  expect(loud.message?.mentions).toMatchObject([{ username: 'morgan' }]);
  const silent = await playground.asMember.slash('show', { what: 'silent ping' });
  expect(silent.text).toBe(loud.text);
  expect(silent.message?.mentions).toEqual([]);
});

describe('components', () => {
  it.each([
    ['More', 'more'],
    ['quiet', 'quietly changed'],
  ])('the button %s changes its message', async (button, text) => {
    const outcome = await playground.asMember.slash('show', { what: 'buttons' });
    const pressed = await outcome.press(button);
    await pressed.waitFor((now) => now.text === text);
    expect(outcome.message).toMatchObject({ id: pressed.message?.id, content: text });
    expect(outcome.message?.edited_timestamp).not.toBeNull();
  });

  it('a select menu takes several values', async () => {
    const outcome = await playground.asMember.slash('show', { what: 'buttons' });
    const chosen = await outcome.choose('Colours', ['red', 'blue']);
    expect(chosen.text).toBe('red and blue');
    expect(chosen.components).toEqual([]);
  });

  it('a form from a command, and from a button', async () => {
    const asked = await playground.asMember.slash('show', { what: 'form' });
    expect(asked.modal).toMatchObject({ title: 'Who are you?', custom_id: 'who' });
    const sent = await asked.submit({ Name: 'Ada' });
    expect(sent.text).toBe('hello Ada');
    const buttons = await playground.asMember.slash('show', { what: 'buttons' });
    const opened = await buttons.press('Form');
    await opened.submit({ name: 'Grace' });
    expect(buttons.text).toBe('hello Grace');
  });
});

describe('what Discord’s client would not let a person do', () => {
  const refusals: [string, (playground: Playground) => Promise<unknown>, RegExp][] = [
    ['a command that does not exist', (p) => p.asMember.slash('nothing'), /no command \/nothing/],
    ['a command for moderators', (p) => p.asMember.slash('secret'), /permission to use \/secret/],
    ['a required option left out', (p) => p.asMember.slash('must'), /"it" is required/],
    ['text too short', (p) => p.asMember.slash('must', { it: 'ab' }), /at least 3 characters/],
    ['an unknown option', (p) => p.asMember.slash('show', { colour: 'red' }), /no option "colour"/],
    ['a number too large', (p) => p.asMember.slash('show', { count: 6 }), /at most 5/],
    ['a number too small', (p) => p.asMember.slash('show', { count: 0 }), /at least 1/],
    ['a fraction for a whole number', (p) => p.asMember.slash('show', { count: 1.5 }), /whole number/],
    [
      'a group without its subcommand',
      (p) => p.asMember.slash('tree'),
      /needs one of its subcommands: left, right/,
    ],
    [
      'suggestions where there are none',
      (p) => p.asMember.autocomplete('show', 'what', ''),
      /no suggestions/,
    ],
  ];
  it.each(refusals)('%s', async (_, attempt, message) => {
    await expect(attempt(playground)).rejects.toThrow(message);
  });

  it('a moderator may', async () => {
    expect((await playground.asModerator.slash('secret')).text).toBe('count null');
  });

  it('disabled buttons, unknown ones, and too many values', async () => {
    const outcome = await playground.asMember.slash('show', { what: 'buttons' });
    await expect(outcome.press('Off')).rejects.toThrow('disabled');
    await expect(outcome.press('Nothing')).rejects.toThrow('it has: More, Quiet, Form, Off, Colours');
    await expect(outcome.choose('Colours', ['red', 'green', 'blue'])).rejects.toThrow('at most 2');
    await expect(outcome.choose('Colours', ['black'])).rejects.toThrow('no option "black"');
  });

  it('a form with a field too short stays open', async () => {
    const asked = await playground.asMember.slash('show', { what: 'form' });
    await expect(asked.submit({ name: 'A' })).rejects.toThrow('"Name" needs at least 2 characters');
    await expect(asked.submit({})).rejects.toThrow('"Name" is required');
    await expect(asked.submit({ age: '7', name: 'Ada' })).rejects.toThrow('no field "age"');
    expect((await asked.submit({ name: 'Ada' })).text).toBe('hello Ada');
    await expect(asked.submit({ name: 'Ada' })).rejects.toThrow('no longer open');
  });

  it('other people’s private answers', async () => {
    const outcome = await playground.asMember.slash('show', { what: 'private' });
    const id = outcome.message?.id ?? '';
    await expect(playground.asModerator.messageCommand('Who wrote this', id)).rejects.toThrow('not for you');
  });
});

it('nothing went wrong in the bot', () => {
  expect(bot.errors).toEqual([]);
  expect(playground.requests.filter(({ status }) => status >= 400)).toEqual([]);
});
