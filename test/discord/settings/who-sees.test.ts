import { describe, expect, it } from 'vitest';
import { Cooldowns } from '../../../src/discord/settings/cooldowns.ts';
import { whoSees, whoSeesOf, whyText } from '../../../src/discord/settings/who-sees.ts';
import { SERVER_SETTINGS_DEFAULTS, type ServerSettings } from '../../../src/state/server-settings.ts';
import { EN } from '../words/all.ts';

const place = (settings: Partial<ServerSettings> = {}, where = {}) => ({
  guildId: '1',
  channelIds: ['thread', 'room'],
  keptPrivate: false,
  settings: { ...SERVER_SETTINGS_DEFAULTS, ...settings },
  ...where,
});

describe('who sees an answer', () => {
  it.each([
    ['everyone, unless they ask otherwise', place(), undefined, { private: false }],
    ['the person, when they ask for it', place(), true, { private: true }],
    ['the person, where that is the rule', place({ visibility: 'private' }), undefined, { private: true }],
    ['everyone, where they ask for it', place({ visibility: 'private' }), false, { private: false }],
    [
      'everyone, in a thread of a channel that is allowed',
      place({ channels: ['room'] }),
      undefined,
      { private: false },
    ],
    [
      'the person, in another channel',
      place({ channels: ['hall'] }),
      false,
      { private: true, why: 'seen.channels' },
    ],
    [
      'the person, in a server without the bot',
      place({}, { keptPrivate: true }),
      false,
      { private: true, why: 'seen.external' },
    ],
    [
      'everyone there, in direct messages',
      place({ channels: ['hall'] }, { guildId: null }),
      undefined,
      { private: false },
    ],
  ])('%s', (_, where, asked, sight) => {
    expect(whoSees(where, asked)).toEqual(sight);
  });

  it.each([
    ['weak', 'likely', true],
    ['likely', 'likely', false],
    ['strong', 'likely', false],
    ['likely', 'strong', true],
    [undefined, 'strong', false],
  ] as const)('one that is %s, where %s is asked for: the person alone %s', (level, sure, isPrivate) => {
    expect(whoSeesOf(place({ sure }), { private: false }, level).private).toBe(isPrivate);
  });

  it('is told the person, if they have not asked for it', () => {
    const where = place({ channels: ['1', '2'] });
    expect(whyText({ private: true, why: 'seen.channels' }, where, EN)).toBe(
      '-# Public answers are allowed only in <#1>, <#2> here. So only you see this.',
    );
    expect(whyText({ private: true }, where, EN)).toBeUndefined();
  });
});

it('a pause holds for one person in one server', () => {
  let now = 0;
  const cooldowns = new Cooldowns(() => now);
  expect(cooldowns.take('a', 'mia', 10)).toBe(0);
  now = 4000;
  expect([
    cooldowns.take('a', 'mia', 10),
    cooldowns.take('a', 'bo', 10),
    cooldowns.take('b', 'mia', 10),
  ]).toEqual([6000, 0, 0]);
  now = 10_000;
  expect(cooldowns.take('a', 'mia', 10)).toBe(0);
});
