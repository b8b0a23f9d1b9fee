import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import { normaliseCommand } from '../../../src/discord/registration/normalise-command.ts';

const [ask] = Object.values(COMMANDS).map(({ data }) => data);

/** As Discord returns what it was given: with ids, with every default spelt out, in an order of its own. */
function asDiscordReturns(data: object): object {
  return {
    id: '1',
    application_id: '2',
    version: '3',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...Object.fromEntries(Object.entries(data).reverse()),
    contexts: [2, 1, 0],
    integration_types: [1, 0],
  };
}

describe('normaliseCommand', () => {
  it("makes Discord's copy equal to ours", () => {
    if (ask === undefined) throw new Error('no command');
    expect(JSON.stringify(normaliseCommand(asDiscordReturns(ask), true))).toBe(
      JSON.stringify(normaliseCommand(ask, true)),
    );
  });

  it.each([
    ['description', { description: 'Another' }],
    ['permission', { default_member_permissions: '32' }],
    ['context', { contexts: [0] }],
    ['option', { options: [] }],
  ])('shows a change of %s', (_, change) => {
    expect(normaliseCommand({ ...ask, ...change }, true)).not.toEqual(normaliseCommand({ ...ask }, true));
  });

  it('keeps the order of options and zero as a value, drops "false" and empty lists', () => {
    const options = [
      { name: 'b', type: 4, min_value: 0, required: false, choices: [] },
      { name: 'a', type: 3, autocomplete: true },
    ];
    expect(normaliseCommand({ name: 'x', options, contexts: [0] }, false)).toEqual({
      type: 1,
      name: 'x',
      options: [
        { min_value: 0, name: 'b', type: 4 },
        { autocomplete: true, name: 'a', type: 3 },
      ],
    });
  });
});
