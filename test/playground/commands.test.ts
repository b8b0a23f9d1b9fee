import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { complaints, restClient } from './client.ts';

let playground: Playground;
let rest: ReturnType<typeof restClient>;
let global: string;
let guild: string;

beforeEach(async () => {
  playground = await startPlayground();
  rest = restClient(playground);
  global = `/applications/${playground.applicationId}/commands`;
  guild = `/applications/${playground.applicationId}/guilds/${playground.guildId}/commands`;
});
afterEach(() => playground.close());

const ASK = { name: 'ask', description: 'Asks a question' };
const option = (more: object = {}) => ({ type: 3, name: 'q', description: 'Question', ...more });
const choices = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `n${i}`, value: `v${i}` }));

describe('registration', () => {
  it('fills in what was left out, and drops what says nothing', async () => {
    const made = await rest('POST', global, { ...ASK, options: [option({ required: false })] });
    expect(made).toMatchObject({
      status: 201,
      body: { type: 1, nsfw: false, contexts: null, integration_types: [0] },
    });
    expect(made.body.options).toEqual([option()]);
  });

  it('keeps the id of a name, and the version of what did not change', async () => {
    const first = await rest('POST', global, ASK);
    const again = await rest('POST', global, ASK);
    const changed = await rest('POST', global, { ...ASK, description: 'Other' });
    expect([again.status, changed.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(changed.body.id).toBe(first.body.id);
    expect(changed.body.version).not.toBe(first.body.version);
  });

  it('PUT replaces all of one place and leaves the other alone', async () => {
    await rest('POST', guild, ASK);
    await rest('PUT', global, [ASK, { ...ASK, name: 'help' }]);
    await rest('PUT', global, [{ ...ASK, name: 'help' }]);
    expect((await rest('GET', global)).body).toMatchObject([{ name: 'help' }]);
    expect((await rest('GET', guild)).body).toMatchObject([{ name: 'ask', guild_id: playground.guildId }]);
    expect(
      playground.asMember
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['ask', 'help']);
  });

  it('GET, PATCH and DELETE of one', async () => {
    const { id } = (await rest('POST', global, { ...ASK, options: [option()] })).body;
    expect((await rest('PATCH', `${global}/${id}`, { description: 'New' })).body).toMatchObject({
      description: 'New',
      options: [option()],
    });
    expect((await rest('GET', `${global}/${id}`)).body).toMatchObject({ description: 'New' });
    expect((await rest('GET', `${guild}/${id}`)).body.code).toBe(10063);
    expect((await rest('DELETE', `${global}/${id}`)).status).toBe(204);
    expect((await rest('DELETE', `${global}/${id}`)).body.code).toBe(10063);
  });

  it('of somebody else’s application or guild', async () => {
    expect((await rest('GET', '/applications/1/commands')).body.code).toBe(10002);
    expect((await rest('GET', global.replace('commands', 'guilds/1/commands'))).body.code).toBe(10004);
    expect((await restClient(playground, '')('GET', global)).status).toBe(401);
  });
});

describe('who may use what', () => {
  it.each([
    ['for everybody', {}, ['member', 'moderator']],
    ['with Manage Server', { default_member_permissions: '32' }, ['moderator']],
    ['for administrators only', { default_member_permissions: '0' }, []],
    ['in guilds', { contexts: [0] }, ['member', 'moderator']],
    ['in direct messages only', { contexts: [1, 2] }, []],
    ['for apps that users install', { integration_types: [1] }, []],
  ])('%s', async (_, more, who) => {
    await rest('PUT', global, [{ ...ASK, ...more }]);
    const seen = [
      ...playground.asMember.commands().map(() => 'member'),
      ...playground.asModerator.commands().map(() => 'moderator'),
    ];
    expect(seen).toEqual(who);
  });
});

describe('refused', () => {
  const bad: [string, object, string][] = [
    ['capital letters', { ...ASK, name: 'Ask' }, '0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ['blanks in a name', { ...ASK, name: 'ask me' }, '0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ['a name of 33', { ...ASK, name: 'x'.repeat(33) }, '0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ['no description', { name: 'ask' }, '0.description: BASE_TYPE_REQUIRED'],
    ['a description of 101', { ...ASK, description: 'x'.repeat(101) }, '0.description: BASE_TYPE_MAX_LENGTH'],
    [
      'a description of a message command',
      { ...ASK, name: 'Ask this', type: 3 },
      '0.description: BASE_TYPE_CHOICES',
    ],
    [
      '26 options',
      { ...ASK, options: Array.from({ length: 26 }, (_, i) => option({ name: `q${i}` })) },
      '0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'two options of one name',
      { ...ASK, options: [option(), option()] },
      '0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
    ],
    [
      'a required option after an optional one',
      { ...ASK, options: [option(), option({ name: 'r', required: true })] },
      '0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      '26 choices',
      { ...ASK, options: [option({ choices: choices(26) })] },
      '0.options.0.choices: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'two choices of one value',
      { ...ASK, options: [option({ choices: [...choices(1), ...choices(1)] })] },
      '0.options.0.choices.1: APPLICATION_COMMAND_OPTIONS_CHOICE_DUPLICATE',
    ],
    [
      'choices and autocomplete',
      { ...ASK, options: [option({ choices: choices(1), autocomplete: true })] },
      '0.options.0.autocomplete: APPLICATION_COMMAND_OPTION_INVALID',
    ],
    [
      'a length for a number',
      { ...ASK, options: [option({ type: 4, min_length: 1 })] },
      '0.options.0.min_length: APPLICATION_COMMAND_OPTION_INVALID',
    ],
    [
      'a subcommand beside an option',
      { ...ASK, options: [option(), option({ type: 1, name: 's' })] },
      '0.options.1.type: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'a group in a subcommand',
      { ...ASK, options: [option({ type: 1, options: [option({ type: 2 })] })] },
      '0.options.0.options: APPLICATION_COMMAND_OPTION_INVALID',
    ],
    [
      'more than 8000 characters',
      {
        ...ASK,
        options: Array.from({ length: 4 }, (_, i) =>
          option({
            name: `q${i}`,
            choices: choices(25).map(({ name, value }) => ({
              name: name.padEnd(50, 'x'),
              value: value.padEnd(50, 'x'),
            })),
          }),
        ),
      },
      '0: APPLICATION_COMMAND_TOO_LARGE',
    ],
  ];
  it.each(bad)('%s', async (_, command, path) => {
    const answer = await rest('PUT', global, [command]);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(complaints(answer.body.errors)).toContain(path);
  });

  it('two commands of one name, and a command too many', async () => {
    const twice = await rest('PUT', global, [ASK, ASK]);
    expect(complaints(twice.body.errors)).toEqual(['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME']);
    const many = await rest(
      'PUT',
      global,
      Array.from({ length: 101 }, (_, i) => ({ ...ASK, name: `a${i}` })),
    );
    expect(complaints(many.body.errors)).toEqual([': BASE_TYPE_BAD_LENGTH']);
  });
});
