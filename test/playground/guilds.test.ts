import { afterEach, describe, expect, it } from 'vitest';
import type { Playground, PlaygroundOptions } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { type Bot, startBot } from './bot.ts';
import { restClient } from './client.ts';

const ECHO = { name: 'echo', description: 'Echoes', contexts: [0], integration_types: [0] };

let playground: Playground;
let bot: Bot | undefined;

afterEach(async () => {
  await bot?.close();
  bot = undefined;
  await playground.close();
});

async function open(options: PlaygroundOptions = {}, client: Parameters<typeof startBot>[2] = {}) {
  playground = await startPlayground(options);
  bot = await startBot(
    playground,
    async (interaction) => interaction.isRepliable() && interaction.reply(`here: ${interaction.guildId}`),
    client,
  );
  await bot.client.application.commands.set([ECHO]);
  return { ...playground, client: bot.client, rest: restClient(playground) };
}

const names = (commands: readonly { name: string }[]) => commands.map(({ name }) => name);

describe('a second server', () => {
  it('is not there for the bot until it is invited', async () => {
    const { client, asStranger, rest, applicationId, secondGuildId, guildId } = await open();
    expect([...client.guilds.cache.keys()]).toEqual([guildId]);
    expect(asStranger.commands()).toEqual([]);
    const path = `/applications/${applicationId}/guilds/${secondGuildId}/commands`;
    expect(await rest('GET', path)).toMatchObject({ status: 403, body: { code: 50001 } });
    const joined = new Promise((resolve) => client.once('guildCreate', resolve));
    playground.joinSecondGuild();
    await joined;
    expect(names(asStranger.commands())).toEqual(['echo']);
    expect((await asStranger.slash('echo')).text).toBe(`here: ${secondGuildId}`);
    const left = new Promise((resolve) => client.once('guildDelete', resolve));
    playground.leaveSecondGuild();
    await left;
    expect([...client.guilds.cache.keys()]).toEqual([guildId]);
    expect(asStranger.commands()).toEqual([]);
  });

  it('has messages, people and commands of its own', async () => {
    const { client, rest, asMember, asStranger, secondGuildId, channelId } = await open({
      secondGuild: true,
    });
    expect(client.guilds.cache.size).toBe(2);
    await client.guilds.cache.get(secondGuildId)?.commands.set([{ ...ECHO, name: 'theirs' }]);
    expect(names(asMember.commands())).toEqual(['echo']);
    expect(names(asStranger.commands()).sort()).toEqual(['echo', 'theirs']);
    await expect(asMember.slash('theirs')).rejects.toThrow('There is no command /theirs');

    const { message } = await asMember.slash('echo');
    const said = await asStranger.say(`hello <@${asMember.user.id}>`);
    expect(said.mentions).toEqual([]);
    expect(asStranger.messages()).toEqual([said]);
    expect(asMember.messages().map(({ id }) => id)).toEqual([message?.id]);
    await expect(asStranger.remove(message?.id ?? '')).rejects.toThrow('not there');
    expect(await rest('GET', `/channels/${channelId}/messages/${said.id}`)).toMatchObject({ status: 404 });
    const member = `/guilds/${secondGuildId}/members/${asMember.user.id}`;
    expect(await rest('GET', member)).toMatchObject({ status: 404, body: { code: 10007 } });
  });

  it('is held by another connection when there are two', async () => {
    const { client, asMember, asStranger, guildId, secondGuildId } = await open(
      { secondGuild: true, shards: 2 },
      { shards: 'auto' },
    );
    expect(client.guilds.cache.map(({ id, shardId }) => [id, shardId])).toEqual([
      [guildId, expect.any(Number)],
      [secondGuildId, expect.any(Number)],
    ]);
    expect(new Set(client.guilds.cache.map(({ shardId }) => shardId)).size).toBe(2);
    expect(playground.gateway.identified).toBe(2);
    expect((await asMember.slash('echo')).text).toBe(`here: ${guildId}`);
    expect((await asStranger.slash('echo')).text).toBe(`here: ${secondGuildId}`);
  });
});

describe('the application', () => {
  it.each([
    [
      'is public and of one person, as a new one',
      {},
      { bot_public: true, owner: { username: 'olga' }, team: null },
    ],
    [
      'can belong to a team, whose invited members have not accepted yet',
      { botPublic: false, team: true },
      {
        bot_public: false,
        owner: { username: /^team\d+$/ },
        team: {
          members: [
            { user: { username: 'olga' }, membership_state: 2 },
            { user: { username: 'morgan' }, membership_state: 1 },
          ],
        },
      },
    ],
  ])('%s', async (_, application, expected) => {
    const { rest } = await open({ application });
    const { body } = await rest('GET', '/applications/@me');
    const { username } = expected.owner;
    expect(body).toMatchObject({
      ...expected,
      owner: { username: typeof username === 'string' ? username : expect.stringMatching(username) },
    });
  });
});

it('takes the permission to manage the server from the moderator, and gives it back', async () => {
  const { client, asModerator } = await open();
  await client.application.commands.set([ECHO, { ...ECHO, name: 'keep', defaultMemberPermissions: 32n }]);
  expect(names(asModerator.commands())).toContain('keep');
  playground.letModeratorManage(false);
  expect(names(asModerator.commands())).not.toContain('keep');
  playground.letModeratorManage(true);
  expect(names(asModerator.commands())).toContain('keep');
});

describe('a third server', () => {
  it('is of the same stranger, and others pass by there', async () => {
    const { asStranger, thirdGuildId, thirdChannelId, secondGuildId } = await open({ thirdGuild: true });
    const there = asStranger.in(thirdChannelId);
    expect((await there.slash('echo')).text).toBe(`here: ${thirdGuildId}`);
    expect((await asStranger.slash('echo')).text).toBe(`here: ${secondGuildId}`);
    const [one, other] = [there.another(1), there.another(2)];
    expect((await one.slash('echo')).text).toBe(`here: ${thirdGuildId}`);
    expect(one.user.id).not.toBe(other.user.id);
    expect(there.another(1).user).toEqual(one.user);
  });
});
