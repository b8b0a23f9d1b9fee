import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  filterEntries,
  listEntries,
  OPTION,
  parseTyped,
  readValue,
} from '../../src/playground/page/composing/commands.js';
import type { ApiCommand, ApiCommandOption } from '../../src/playground/shapes/message-shapes.ts';

const command = (name: string, options: ApiCommandOption[] = [], type: 1 | 2 | 3 = 1): ApiCommand => ({
  id: '1',
  application_id: '2',
  type,
  name,
  description: `About ${name}`,
  options,
  default_member_permissions: null,
  nsfw: false,
  version: '3',
});
const option = (name: string, more: Partial<ApiCommandOption> = {}): ApiCommandOption => ({
  type: OPTION.string,
  name,
  description: `The ${name}`,
  ...more,
});
const sub = (name: string, options: ApiCommandOption[] = []): ApiCommandOption =>
  option(name, { type: OPTION.subcommand, options });

const commands = [
  command('timeline', [option('topic'), option('limit', { type: OPTION.integer })]),
  command('ask', [option('question', { required: true }), option('file', { type: OPTION.attachment })]),
  command('corpus', [
    sub('reload'),
    option('articles', { type: OPTION.group, options: [sub('add'), sub('list')] }),
  ]),
  command('Find the source', [], 3),
];
const entries = listEntries(commands);

describe('the list of commands', () => {
  it('has a line for each slash command and subcommand, in order', () => {
    expect(entries.map(({ name, path }) => [name, path])).toEqual([
      ['ask', []],
      ['corpus articles add', ['articles', 'add']],
      ['corpus articles list', ['articles', 'list']],
      ['corpus reload', ['reload']],
      ['timeline', []],
    ]);
  });

  it.each([
    ['', ['ask', 'corpus articles add', 'corpus articles list', 'corpus reload', 'timeline']],
    ['co', ['corpus articles add', 'corpus articles list', 'corpus reload']],
    ['LIST', ['corpus articles list']],
    ['i', ['corpus articles add', 'corpus articles list', 'timeline']],
    ['about a', ['ask']],
    ['zzz', []],
  ])('filtered by %j', (typed, names) => {
    expect(filterEntries(entries, typed).map(({ name }) => name)).toEqual(names);
  });

  it('puts names that begin with the letters before those that contain them', () => {
    const both = listEntries([command('question'), command('ask', [])]);
    expect(filterEntries(both, 's').map(({ name }) => name)).toEqual(['ask', 'question']);
    expect(filterEntries(both, 'q').map(({ name }) => name)[0]).toBe('question');
  });
});

describe('a command typed or pasted in full', () => {
  it.each([
    ['/ask ', 'ask', {}],
    ['/ask who is it', 'ask', { question: 'who is it' }],
    ['/ask question: who is it', 'ask', { question: 'who is it' }],
    ['/timeline topic:peace talks limit:5', 'timeline', { topic: 'peace talks', limit: '5' }],
    ['/corpus articles add ', 'corpus articles add', {}],
    ['/ask about the question: whose', 'ask', { question: 'whose' }],
  ])('%j', (text, name, typed) => {
    const parsed = parseTyped(entries, text);
    expect(parsed?.entry.name).toBe(name);
    expect(parsed?.typed).toEqual(typed);
  });

  it.each(['/ask', '/nothing here', 'ask who', '/corpus '])('%j is none yet', (text) => {
    expect(parseTyped(entries, text)).toBeUndefined();
  });
});

describe('the value of an option', () => {
  const entities = { users: [{ id: '7', name: 'Alex' }], channels: [{ id: '8', name: 'general' }] };
  const read = (one: ApiCommandOption, typed: string) => readValue(one, typed, choicesOf(one, entities));
  const fixed = option('format', { choices: [{ name: 'As a picture', value: 'png' }] });

  it.each<[ApiCommandOption, string, string | number | boolean | undefined]>([
    [option('a'), 'text', 'text'],
    [option('a'), '', undefined],
    [option('a', { type: OPTION.integer }), ' 12 ', 12],
    [option('a', { type: OPTION.number }), '-1.5', -1.5],
    [option('a', { type: OPTION.boolean }), 'true', true],
    [option('a', { type: OPTION.boolean }), 'False', false],
    [option('a', { type: OPTION.user }), 'alex', '7'],
    [option('a', { type: OPTION.channel }), '#general', '8'],
    [fixed, 'as a picture', 'png'],
  ])('%o with %j', (one, typed, value) => expect(read(one, typed)).toEqual({ value }));

  it.each<[ApiCommandOption, string, RegExp]>([
    [option('a', { required: true }), ' ', /“a” is required/],
    [option('a', { min_length: 3 }), 'ab', /at least 3/],
    [option('a', { max_length: 3 }), 'abcd', /at most 3/],
    [option('a', { type: OPTION.integer }), '1.5', /whole number/],
    [option('a', { type: OPTION.number }), 'x', /must be a number/],
    [option('a', { type: OPTION.integer, min_value: 1 }), '0', /at least 1/],
    [option('a', { type: OPTION.integer, max_value: 9 }), '10', /at most 9/],
    [option('a', { type: OPTION.role }), 'x', /one of its choices/],
    [fixed, 'other', /one of its choices/],
  ])('%o refuses %j', (one, typed, error) =>
    expect(read(one, typed)).toEqual({ error: expect.stringMatching(error) }));
});
