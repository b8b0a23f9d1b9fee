import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import type { Command, SlashCommand } from '../../../src/discord/command.ts';
import { checkCommands } from '../../../src/discord/registration/check-commands.ts';

const plain: SlashCommand = {
  kind: 'slash',
  data: { name: 'plain', description: 'Does nothing', contexts: [0], integration_types: [0] },
  run: async () => undefined,
};

function withData(
  data: Partial<SlashCommand['data']>,
  parts: Partial<SlashCommand> = {},
): Record<string, Command> {
  return { 'commands/plain.ts': { ...plain, ...parts, data: { ...plain.data, ...data } } };
}

function option(name: string, fields: object = {}): NonNullable<SlashCommand['data']['options']>[number] {
  return { type: OptionType.String, name, description: 'x', ...fields };
}

describe('checkCommands', () => {
  it('lets ours through, in their order', () => {
    expect(checkCommands(COMMANDS).map(({ data }) => data.name)).toEqual(
      Object.values(COMMANDS).map(({ data }) => data.name),
    );
  });

  it.each<[string, Record<string, Command>, RegExp]>([
    [
      'a name in capitals',
      withData({ name: 'Plain' }),
      /commands\/plain\.ts: data\.name: must be in lower case/,
    ],
    [
      'a name with a blank',
      withData({ name: 'a b' }),
      /commands\/plain\.ts: data\.name: must be 1 to 32 letters/,
    ],
    ['no description', withData({ description: '' }), /commands\/plain\.ts: data\.description/],
    [
      'a long description',
      withData({ description: 'x'.repeat(101) }),
      /commands\/plain\.ts: data\.description/,
    ],
    ['no context', withData({ contexts: [] }), /commands\/plain\.ts: data\.contexts/],
    [
      'options out of order',
      withData({ options: [option('a'), option('b', { required: true })] }),
      /required option after an optional/,
    ],
    ['options of one name', withData({ options: [option('a'), option('a')] }), /two options of one name/],
    [
      'a bad option of a subcommand',
      withData({ options: [option('sub', { type: OptionType.Subcommand, options: [option('B')] })] }),
      /data\.options\.0\.options\.0\.name: must be in lower case/,
    ],
    [
      'suggestions without a function',
      withData({ options: [option('a', { autocomplete: true })] }),
      /no function "complete"/,
    ],
    [
      'buttons without a scope',
      withData({}, { press: async () => undefined }),
      /press and submit need a scope/,
    ],
    [
      'two of one name',
      { ...withData({}), 'commands/other.ts': plain },
      /commands\/other\.ts: two commands are called "plain"/,
    ],
  ])('stops the start at %s, and names the file', (_, files, message) => {
    expect(() => checkCommands(files)).toThrow(message);
  });
});
