import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../../src/playground/playground-types.ts';
import { startPlayground } from '../../../src/playground/server.ts';
import { type Bot, startBot } from '../bot.ts';

const CALLBACK = /^POST .*\/callback$/;

let playground: Playground;
let bot: Bot;

beforeEach(async () => {
  playground = await startPlayground();
  bot = await startBot(
    playground,
    (interaction) => (interaction.isChatInputCommand() ? interaction.reply('pong') : undefined),
    { rest: { retries: 2, rejectOnRateLimit: ['/users'] } },
  );
  await bot.client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  playground.requests.length = 0;
});
afterEach(async () => {
  await bot.close();
  await playground.close();
});

const statuses = () => playground.requests.map(({ method, route, status }) => `${method} ${route} ${status}`);

describe('the real client meets', () => {
  it('429: waits as long as it is told', async () => {
    playground.faults.rateLimit(CALLBACK, 0.2);
    const outcome = await playground.asMember.slash('ping');
    expect(outcome.text).toBe('pong');
    expect(outcome.acknowledgedAfter).toBeGreaterThanOrEqual(200);
    expect(statuses()).toEqual([
      'POST /interactions/:id/:token/callback 429',
      'POST /interactions/:id/:token/callback 204',
    ]);
  });

  it('429 with the details of the limit', async () => {
    playground.faults.rateLimit('GET /users/@me', 30, 1, { global: true });
    await expect(bot.client.rest.get('/users/@me')).rejects.toThrow(RateLimitError);
  });

  it('5xx: tries again', async () => {
    playground.faults.serverError(CALLBACK, 2, 503);
    expect((await playground.asMember.slash('ping')).text).toBe('pong');
    expect(playground.requests.map(({ status }) => status)).toEqual([503, 503, 204]);
  });

  it('5xx for good', async () => {
    playground.faults.serverError('GET /users/@me', 9);
    await expect(bot.client.rest.get('/users/@me')).rejects.toThrow(HTTPError);
  });

  it('a connection that breaks before the request was carried out', async () => {
    playground.faults.dropConnection(CALLBACK);
    expect((await playground.asMember.slash('ping')).text).toBe('pong');
    expect(playground.requests.map(({ status }) => status)).toEqual([0, 204]);
  });

  it('a connection that breaks after it: the second try is refused, the answer is there', async () => {
    playground.faults.dropConnection(CALLBACK, 1, { when: 'after' });
    const outcome = await playground.asMember.slash('ping');
    expect(outcome.text).toBe('pong');
    await expect.poll(() => bot.errors).toMatchObject([{ code: 40060 }]);
    expect(bot.errors[0]).toBeInstanceOf(DiscordAPIError);
  });

  it('a connection that is closed without an answer: it is not tried again', async () => {
    playground.faults.dropConnection('GET /users/@me', 1, { how: 'close' });
    await expect(bot.client.rest.get('/users/@me')).rejects.toThrow('other side closed');
    expect(await bot.client.rest.get('/users/@me')).toMatchObject({ bot: true });
  });

  it('a slow line', async () => {
    playground.faults.delay(CALLBACK, 150);
    expect((await playground.asMember.slash('ping')).acknowledgedAfter).toBeGreaterThanOrEqual(150);
  });

  it('a line too slow', async () => {
    playground.faults.delay(CALLBACK, 3100);
    expect((await playground.asMember.slash('ping')).failed).toBe('The application did not respond');
    await expect.poll(() => bot.errors).toMatchObject([{ code: 10062 }]);
  });
});

it('faults hit their routes only, as often as asked, and can be cleared', async () => {
  playground.faults.serverError('GET /gateway');
  playground.faults.serverError(CALLBACK, 5);
  playground.faults.clear();
  expect((await playground.asMember.slash('ping')).text).toBe('pong');
  playground.faults.serverError('GET /channels', 1);
  await bot.client.rest.get('/users/@me');
  await bot.client.rest.get(`/channels/${playground.channelId}`);
  expect(playground.requests.map(({ status }) => status)).toEqual([204, 200, 500, 200]);
});

it('two hundred questions at once are all answered in time', async () => {
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => playground.asMember.slash('ping')));
  expect(outcomes.map(({ text }) => text)).toEqual(Array.from({ length: 200 }, () => 'pong'));
  expect(playground.asMember.messages()).toHaveLength(200);
});
