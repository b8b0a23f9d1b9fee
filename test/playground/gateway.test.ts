import { once } from 'node:events';
import { type Client, Events, type Interaction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { type Bot, startBot } from './bot.ts';

let playground: Playground;
const bots: Bot[] = [];
const sockets: WebSocket[] = [];

beforeEach(async () => {
  playground = await startPlayground({ heartbeat: 200 });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const bot of bots.splice(0)) await bot.close();
  await playground.close();
});

const reply = (interaction: Interaction) =>
  interaction.isChatInputCommand() ? interaction.reply('pong') : undefined;

async function pingBot(): Promise<Bot> {
  const bot = await startBot(playground, reply);
  bots.push(bot);
  await bot.client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  return bot;
}

type ShardEvent = Events.ShardReady | Events.ShardResume | Events.ShardReconnecting;
const happening = (client: Client, event: ShardEvent) =>
  new Promise<void>((resolve) => client.once(event, () => resolve()));

/** A bare connection: sends what it is told and keeps what it gets. */
async function connect(query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${playground.url.replace('http', 'ws')}gateway?${query}`);
  sockets.push(socket);
  const frames: { op: number; t: string | null; s: number | null; d: unknown }[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  const closed = once(socket, 'close').then(([code]) => code);
  await once(socket, 'open');
  return {
    socket,
    frames,
    closed,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    /** Waits for a frame with this op or event name. */
    async frame(wanted: number | string) {
      for (;;) {
        const found = frames.find(({ op, t }) => op === wanted || t === wanted);
        if (found) return found;
        await once(socket, 'message');
      }
    },
  };
}

const identify = (more: object = {}) => ({ token: playground.token, intents: 1, properties: {}, ...more });

describe('by hand', () => {
  it('says hello, identifies, and gets its guild', async () => {
    const bot = await connect();
    expect(await bot.frame(10)).toMatchObject({ d: { heartbeat_interval: 200 } });
    bot.send(1, null);
    await bot.frame(11);
    bot.send(2, identify());
    expect(await bot.frame('READY')).toMatchObject({
      s: 1,
      d: {
        v: 10,
        guilds: [{ id: playground.guildId, unavailable: true }],
        application: { id: playground.applicationId },
      },
    });
    expect(await bot.frame('GUILD_CREATE')).toMatchObject({
      s: 2,
      d: { channels: [{ id: playground.channelId }, { id: playground.readingRoomId }] },
    });
    expect(playground.botOnline).toBe(true);
  });

  it('without the intent Guilds there is no guild, without Guild Messages no message', async () => {
    const none = await connect();
    none.send(2, identify({ intents: 0 }));
    const messages = await connect();
    messages.send(2, identify({ intents: 1 << 9 }));
    await Promise.all([none.frame('READY'), messages.frame('READY')]);
    await playground.asMember.say('secret words');
    expect(await messages.frame('MESSAGE_CREATE')).toMatchObject({
      d: { content: '', author: { username: 'mia' } },
    });
    expect(none.frames.map(({ t }) => t)).toEqual([null, 'READY']);
  });

  it('direct messages come whole, to the intent Direct Messages and to nobody else', async () => {
    const servers = await connect();
    servers.send(2, identify({ intents: 1 | (1 << 9) }));
    const direct = await connect();
    direct.send(2, identify({ intents: 1 << 12 }));
    await Promise.all([servers.frame('READY'), direct.frame('READY')]);
    await playground.asMember.direct('for you alone');
    const { d } = await direct.frame('MESSAGE_CREATE');
    expect(d).toMatchObject({ content: 'for you alone', channel_type: 1, author: { username: 'mia' } });
    expect(d).not.toHaveProperty('guild_id');
    expect(servers.frames.map(({ t }) => t)).not.toContain('MESSAGE_CREATE');
  });

  it.each([
    ['a wrong token', 2, { token: 'wrong' }, 4004],
    ['intents that are not enabled', 2, { intents: 1 << 15 }, 4014],
    ['intents that do not exist', 2, { intents: 1 << 30 }, 4013],
    ['a shard out of range', 2, { shard: [1, 1] }, 4010],
    ['no intents', 2, { intents: undefined }, 4002],
    ['an unknown opcode', 99, {}, 4001],
    ['an update before identifying', 3, {}, 4003],
    ['a resumption with a wrong token', 6, { token: 'wrong', session_id: 'x', seq: 0 }, 4004],
  ])('%s closes the connection', async (_, op, more, code) => {
    const bot = await connect();
    bot.send(op, identify(more));
    expect(await bot.closed).toBe(code);
  });

  it('what is not JSON, another version, identifying twice', async () => {
    const garbled = await connect();
    garbled.socket.send('{');
    expect(await garbled.closed).toBe(4002);
    expect(await (await connect('v=9&encoding=json')).closed).toBe(4012);
    expect(await (await connect('v=10&encoding=etf')).closed).toBe(4012);
    const twice = await connect();
    twice.send(2, identify());
    twice.send(2, identify());
    expect(await twice.closed).toBe(4005);
  });

  it('more than 120 messages in a minute', async () => {
    const bot = await connect();
    for (let i = 0; i < 121; i++) bot.send(1, null);
    expect(await bot.closed).toBe(4008);
  });

  it('resumes with everything that was missed, once', async () => {
    const before = await connect();
    before.send(2, identify({ intents: 1 | (1 << 9) }));
    const ready = await before.frame('READY');
    const sessionId = Object(ready.d).session_id;
    await before.frame('GUILD_CREATE');
    playground.faults.dropGateway();
    await before.closed;
    await playground.asMember.say('one');
    await playground.asMember.say('two');
    const after = await connect();
    after.send(6, { token: playground.token, session_id: sessionId, seq: 2 });
    expect(await after.frame('RESUMED')).toMatchObject({ s: 5 });
    expect(after.frames.map(({ t }) => t)).toEqual([null, 'MESSAGE_CREATE', 'MESSAGE_CREATE', 'RESUMED']);
    expect(playground.gateway).toEqual({ identified: 1, resumed: 1, replayed: 2 });
  });

  it('refuses to resume what it does not know', async () => {
    const stranger = await connect();
    stranger.send(6, { token: playground.token, session_id: 'x', seq: 0 });
    expect(await stranger.frame(9)).toMatchObject({ d: false });
    const bot = await connect();
    bot.send(2, identify());
    const sessionId = Object((await bot.frame('READY')).d).session_id;
    const ahead = await connect();
    ahead.send(6, { token: playground.token, session_id: sessionId, seq: 99 });
    expect(await ahead.closed).toBe(4007);
  });
});

describe('the real client', () => {
  it.each([
    ['a cut without a word', (p: Playground) => p.faults.dropGateway()],
    ['a close code', (p: Playground) => p.faults.dropGateway(4000)],
    ['a request to reconnect', (p: Playground) => p.faults.requestReconnect()],
    ['a session said to be invalid but resumable', (p: Playground) => p.faults.invalidateSession(true)],
  ])('resumes after %s', async (_, fault) => {
    const { client } = await pingBot();
    const resumed = happening(client, Events.ShardResume);
    fault(playground);
    await resumed;
    expect((await playground.asMember.slash('ping')).text).toBe('pong');
    expect(playground.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  it('answers an interaction that came while it was away', async () => {
    const { client } = await pingBot();
    playground.faults.closeGateway(true);
    await happening(client, Events.ShardReconnecting);
    expect(playground.botOnline).toBe(false);
    const asked = playground.asMember.slash('ping');
    playground.faults.closeGateway(false);
    expect((await asked).text).toBe('pong');
    expect(playground.gateway).toMatchObject({ identified: 1, replayed: 1 });
  });

  it('resumes when its heartbeats are no longer answered', async () => {
    const { client } = await pingBot();
    playground.faults.ignoreHeartbeats(true);
    await happening(client, Events.ShardReconnecting);
    playground.faults.ignoreHeartbeats(false);
    await happening(client, Events.ShardResume);
    expect((await playground.asMember.slash('ping')).text).toBe('pong');
  });

  it('identifies again when its session is gone', async () => {
    const { client } = await pingBot();
    const ready = happening(client, Events.ShardReady);
    playground.faults.forgetSessions();
    playground.faults.dropGateway();
    await ready;
    expect((await playground.asMember.slash('ping')).text).toBe('pong');
    expect(playground.gateway.identified).toBe(2);
  });

  it('comes back when the whole server was restarted', async () => {
    const bot = await pingBot();
    const { port, token } = playground;
    const gone = happening(bot.client, Events.ShardReconnecting);
    await playground.close();
    await gone;
    const ready = happening(bot.client, Events.ShardReady);
    playground = await startPlayground({ port, token });
    await ready;
    await bot.client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
    expect((await playground.asMember.slash('ping')).text).toBe('pong');
  });
});
