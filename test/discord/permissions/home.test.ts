import { describe, expect, it } from 'vitest';
import { findHome, gapsPlace, type Home } from '../../../src/discord/permissions/home.ts';

const named = (guildId: string): Home => ({ kind: 'named', guildId });
const only = (guildId: string): Home => ({ kind: 'only', guildId });
const none: Home = { kind: 'none' };

describe('the home of the corpus', () => {
  it.each<[string, string | undefined, string[], string[], Home]>([
    ['is the only server', undefined, [], ['a'], only('a')],
    ['is none of two servers', undefined, [], ['a', 'b'], none],
    ['is nowhere before the bot was invited', undefined, [], [], none],
    ['is the one server that gets the commands', undefined, ['a'], ['a', 'b'], named('a')],
    ['is that also when the bot is not in it', undefined, ['a'], ['b'], named('a')],
    ['is the server that is named', 'b', [], ['a', 'b'], named('b')],
    ['is that rather than those that get the commands', 'b', ['a'], ['a', 'b'], named('b')],
    ['is none of several that get the commands', undefined, ['a', 'b'], ['a', 'b'], none],
    ['is the only one of them that invited the bot', undefined, ['a', 'b'], ['a', 'c'], only('a')],
    ['is not a server that nobody named', undefined, ['a', 'b'], ['c'], none],
  ])('%s', (_, homeGuildId, guildIds, servers, home) => {
    const config = { guildIds, ...(homeGuildId !== undefined && { homeGuildId }) };
    expect(findHome(config, servers)).toEqual(home);
  });
});

it.each<[string, { first: number; last: number; total: number }, Home]>([
  ['one of several processes has', { first: 0, last: 0, total: 2 }, none],
  ['the only process has', { first: 0, last: 1, total: 2 }, only('a')],
])('a server is no home for being the only one that %s', (_, shards, home) => {
  expect(findHome({ guildIds: [], shards }, ['a'])).toEqual(home);
  expect(findHome({ guildIds: ['a', 'b'], shards }, ['a'])).toEqual(home);
  expect(findHome({ guildIds: [], homeGuildId: 'b', shards }, ['a'])).toEqual(named('b'));
});

describe('questions without an answer are kept', () => {
  it.each<[string, Home, string | null, string | undefined]>([
    ['at home', named('a'), 'a', 'a'],
    ['in the only server', only('a'), 'a', 'a'],
    ['for the owner, by server, when there is no home', none, 'b', 'b'],
  ])('%s', (_, home, guildId, place) => {
    expect(gapsPlace(home, guildId)).toBe(place);
  });

  it.each<[string, Home, string | null]>([
    ['elsewhere, where nobody may read them', named('a'), 'b'],
    ['in direct messages', named('a'), null],
    ['in direct messages of a bot without a home', none, null],
  ])('but not %s', (_, home, guildId) => {
    expect(gapsPlace(home, guildId)).toBeUndefined();
  });
});
