import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { createLog } from '../../src/log.ts';
import { startPlayground } from '../../src/playground/index.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

const BUILT = 'when was the bridge built';

let stage: Stage;
afterEach(() => stage.close());
async function open(options: StageOptions = {}) {
  stage = await openStage(options);
  return stage;
}

/** Starts another bot, as a process would, and tells what it writes to its log. */
function startAnother(apiUrl = stage.playground.apiUrl) {
  const { state, tools, playground } = stage;
  const config = readConfig({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: apiUrl });
  if (config.discord === undefined) throw new Error('no token');
  const lines: string[] = [];
  const log = createLog({ level: 'info', to: { write: (line) => void lines.push(JSON.parse(line).msg) } });
  const controller = new AbortController();
  const { signal } = controller;
  const starting = startBot({ discord: config.discord, config, ...tools, state, commands: [], log, signal });
  starting.catch(() => undefined);
  return { starting, lines, giveUp: () => controller.abort(new Error('enough')) };
}

describe('the start waits for a Discord', () => {
  it('that asks to come back in two hours, and says until when', async () => {
    const { playground } = await open();
    playground.faults.rateLimit('/gateway/bot', 7200);
    const { starting, lines, giveUp } = startAnother();
    const wait =
      /^Discord asks to wait: it was asked too often \(429\)\. Trying again in 2 h( 1 min)?, at 20\d\d-/;
    await expect.poll(() => lines).toEqual([expect.stringMatching(wait)]);
    giveUp();
    await expect(starting).rejects.toThrow('enough');
  });

  it('that is in trouble, and starts when it is over', async () => {
    const { playground } = await open();
    // discord.js itself asks four times at once.
    playground.faults.serverError('/gateway/bot', 5, 503);
    const { starting, lines } = startAnother();
    const bot = await starting;
    expect(lines[0]).toMatch(/^Discord is in trouble \(503\)\. Trying again in 1 s, at /);
    expect(lines).toContain('Connected to Discord');
    await bot.stop();
  });

  it('whose gateway takes nobody in, and says why', async () => {
    const { playground } = await open();
    await stage.bot.stop();
    playground.faults.closeGateway(true);
    const { starting, lines } = startAnother();
    await expect
      .poll(() => lines, { timeout: 5000 })
      .toContainEqual(expect.stringMatching(/^Reconnecting to Discord: Unexpected server response: 503/));
    playground.faults.closeGateway(false);
    const bot = await starting;
    expect(playground.botOnline).toBe(true);
    await bot.stop();
  });

  it('that cannot be reached at all, and says what to check', async () => {
    await open();
    const { starting, lines, giveUp } = startAnother('http://127.0.0.1:9/api');
    await expect.poll(() => lines[0]).toMatch(/could not be reached .*DISCORD_API_URL.* Trying again in 1 s/);
    giveUp();
    await expect(starting).rejects.toThrow('enough');
  });

  it('but not for one that does not know the way it is asked', async () => {
    const { playground } = await open();
    playground.faults.serverError('/gateway/bot', 1, 404);
    await expect(startAnother().starting).rejects.toThrow(/DISCORD_API_URL/);
  });

  it('that allows no more logins for a while', async () => {
    const { playground } = await open();
    playground.setGateway({ remaining: 0, resetAfter: 3 * 3600 * 1000 });
    const { starting, lines, giveUp } = startAnother();
    await expect.poll(() => lines).toEqual([expect.stringMatching(/no more logins .*Trying again in 3 h/)]);
    giveUp();
    await expect(starting).rejects.toThrow('enough');
  });
});

describe('several connections', () => {
  it('are opened when Discord asks for them, and each serves its servers', async () => {
    const { playground, bot } = await open({ discord: { secondGuild: true, shards: 2 } });
    expect(playground.gateway.identified).toBe(2);
    expect(bot.client.guilds.cache.size).toBe(2);
    const { asMember, asStranger } = playground;
    for (const person of [asMember, asStranger])
      expect((await person.slash('ask', { question: BUILT })).text).toContain('1842');
  });

  it('are made again one by one: while one of four is away, the others answer', async () => {
    const { playground, bot } = await open({ discord: { secondGuild: true, shards: 4 } });
    const ready = () => bot.status().shards.map((shard) => shard.ready);
    expect(ready()).toEqual([true, true, true, true]);
    const shardOf = (guildId: string) => Number((BigInt(guildId) >> 22n) % 4n);
    const [home, elsewhere] = ['1400000000000000002', '1400000000004194320'].map(shardOf);
    expect(home).not.toBe(elsewhere);
    const resumed = new Promise<number>((resolve) => bot.client.once('shardResume', resolve));
    playground.faults.dropGateway(undefined, elsewhere);
    await expect.poll(() => ready().indexOf(false)).toBe(elsewhere);
    expect((await playground.asMember.slash('ask', { question: BUILT })).text).toContain('1842');
    expect(await resumed).toBe(elsewhere);
    expect((await playground.asStranger.slash('ask', { question: BUILT })).text).toContain('1842');
    expect(playground.gateway).toMatchObject({ identified: 4, resumed: 1 });
  });

  it('are shared by processes: each answers in its servers, the first registers the commands', async () => {
    const playground = await startPlayground({ secondGuild: true, shards: 2 });
    const env = { HOME_GUILD_ID: playground.guildId };
    stage = await openStage({ playground, env: { ...env, SHARDS: '0/2' } });
    const registered = () =>
      playground.requests.filter(({ method, path }) => method !== 'GET' && /\/commands/.test(path)).length;
    const before = registered();
    expect(before).toBeGreaterThan(0);
    const second = await openStage({ playground, env: { ...env, SHARDS: '1/2' } });
    try {
      expect(registered()).toBe(before);
      expect([stage, second].map(({ bot }) => bot.client.guilds.cache.size)).toEqual([1, 1]);
      const { asMember, asStranger } = playground;
      for (const person of [asMember, asStranger])
        expect((await person.slash('ask', { question: BUILT })).text).toContain('1842');
    } finally {
      await second.close();
    }
  });

  it('are demanded of a bot that has grown: it ends with the truth, and is right after a restart', async () => {
    const refused = Promise.withResolvers<Error>();
    const { playground } = await open({ onRefused: refused.resolve });
    playground.setGateway({ shards: 2 });
    playground.faults.forgetSessions();
    playground.faults.dropGateway();
    const error = await refused.promise;
    expect(error.message).toMatch(/demands more connections .* Restart it/);
    await stage.restart({});
    expect((await playground.asMember.slash('ask', { question: BUILT })).text).toContain('1842');
    expect(playground.gateway.identified).toBe(3);
  });
});

describe('“Reconnecting”', () => {
  const told = () =>
    stage.lines.map(({ msg }) => String(msg)).filter((line) => line.startsWith('Reconnecting'));
  const connected = (event: 'shardResume' | 'shardReady') =>
    new Promise<void>((resolve) => stage.bot.client.once(event, () => resolve()));

  it.each<[string, (s: Stage) => void, 'shardResume' | 'shardReady', string]>([
    [
      'a broken connection',
      (s) => s.playground.faults.dropGateway(),
      'shardResume',
      'the connection broke (1006)',
    ],
    [
      'an error of Discord',
      (s) => s.playground.faults.dropGateway(4000),
      'shardResume',
      'Discord had an error (4000)',
    ],
    [
      'a request of Discord',
      (s) => s.playground.faults.requestReconnect(),
      'shardResume',
      'Told to reconnect by Discord',
    ],
    [
      'a session that is over',
      (s) => s.playground.faults.invalidateSession(false),
      'shardReady',
      'Invalid session',
    ],
  ])('names %s', async (_, fault, event, reason) => {
    await open();
    const back = connected(event);
    fault(stage);
    await back;
    expect(told()).toEqual([`Reconnecting to Discord: ${reason}`]);
  });

  it('is not said when the bot leaves', async () => {
    const { bot } = await open();
    await bot.stop();
    expect(told()).toEqual([]);
  });

  it('is not repeated twice a second while Discord is away', async () => {
    const { playground } = await open();
    const started = performance.now();
    playground.faults.closeGateway(true);
    await expect
      .poll(() => told().at(-1), { timeout: 15_000 })
      .toMatch(/Unexpected server response: 503\. Next try in 4 s/);
    const seconds = (performance.now() - started) / 1000;
    expect(told().length).toBeLessThanOrEqual(1 + seconds / 2);
  });
});
