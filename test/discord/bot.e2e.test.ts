import { ApplicationCommandOptionType } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import type { Command } from '../../src/discord/command.ts';
import { LoginError } from '../../src/discord/connection/client.ts';
import { button, buttonRows, note, textDisplay } from '../../src/discord/replies/view-parts.ts';
import { createLog } from '../../src/log.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

const BUILT = 'when was the bridge built';
const OURS = Object.values(COMMANDS);

let stage: Stage;
async function open(options?: StageOptions): Promise<Stage> {
  stage = await openStage(options);
  return stage;
}
afterEach(() => stage.close());

/** What was written to the list of commands, as `METHOD scope`. */
function writes({ playground }: Stage): string[] {
  return playground.requests
    .filter(({ method, path }) => method !== 'GET' && /\/commands/.test(path))
    .map(({ method, path }) => `${method} ${path.includes('/guilds/') ? 'guild' : 'global'}`);
}

describe('registration', () => {
  it('writes every command once, and nothing when nothing has changed', async () => {
    const { playground, restart } = await open();
    expect(writes(stage)).toEqual(OURS.map(({ forKeepers }) => `POST ${forKeepers ? 'guild' : 'global'}`));
    playground.requests.length = 0;
    await restart();
    expect(writes(stage)).toEqual([]);
    expect(
      playground.asModerator
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(OURS.map(({ data }) => data.name).sort());
  });

  it('writes only the command that has changed, and deletes the one that is gone', async () => {
    const { playground, restart } = await open();
    playground.requests.length = 0;
    const ask = OURS.find(({ data }) => data.name === 'ask');
    const help = OURS.find(({ data }) => data.name === 'help');
    if (ask?.kind !== 'slash' || help === undefined) throw new Error('no commands');
    await restart({ commands: [{ ...ask, data: { ...ask.data, description: 'Another' } }, help] });
    const gone = OURS.filter(({ data }) => !['ask', 'help'].includes(data.name));
    expect(writes(stage)).toEqual([
      'POST global',
      ...gone.map(({ forKeepers }) => `DELETE ${forKeepers ? 'guild' : 'global'}`),
    ]);
    expect(playground.asMember.commands().map(({ name, description }) => [name, description])).toEqual([
      ['ask', 'Another'],
      ['help', 'What this bot can do'],
    ]);
  });

  it('moves from all servers to one and back, and shows no command twice', async () => {
    const { playground, restart } = await open();
    const names = () =>
      playground.asModerator.commands().map(({ name, guild_id: guild }) => `${name} ${guild ?? 'global'}`);
    await restart({ env: { DISCORD_GUILD_IDS: playground.guildId } });
    expect(names().sort()).toEqual(OURS.map(({ data }) => `${data.name} ${playground.guildId}`).sort());
    await restart({});
    expect(names().sort()).toEqual(
      OURS.map(({ data, forKeepers }) => `${data.name} ${forKeepers ? playground.guildId : 'global'}`).sort(),
    );
  });

  it('says where the bot has not been invited, and works in the other servers', async () => {
    const { playground, lines } = await open();
    await stage.restart({ env: { DISCORD_GUILD_IDS: `123456789012345678,${playground.guildId}` } });
    const error = lines.find(({ level }) => level === 50);
    expect(JSON.stringify(error)).toMatch(
      /may not register commands in 123456789012345678\. Invite it there \(https/,
    );
    expect(playground.asMember.commands().every(({ guild_id: guild }) => guild === playground.guildId)).toBe(
      true,
    );
  });
});

describe('trouble', () => {
  it('a token that is refused is explained', async () => {
    const { playground, state } = await open();
    const config = readConfig({ DISCORD_TOKEN: 'not.the.token', DISCORD_API_URL: playground.apiUrl });
    if (config.discord === undefined) throw new Error('no token');
    const log = createLog({ level: 'silent' });
    const { tools } = stage;
    const starting = startBot({ discord: config.discord, config, ...tools, state, commands: OURS, log });
    await expect(starting).rejects.toThrow(LoginError);
    await expect(starting).rejects.toThrow(/DISCORD_TOKEN/);
  });

  it('an interaction that expired before it was acknowledged is survived', async () => {
    const { playground, lines } = await open();
    playground.faults.delay(/^POST .*\/callback/, 3200);
    const late = await playground.asMember.slash('ask', { question: BUILT });
    expect(late.failed).toBeDefined();
    expect((await playground.asMember.slash('ask', { question: BUILT })).text).toContain('1842');
    expect(lines.map(({ msg }) => msg)).not.toContain('An interaction failed');
  });

  it.each([
    ['a server error', (s: Stage) => s.playground.faults.serverError(/^POST .*\/callback/, 1, 503)],
    ['a rate limit', (s: Stage) => s.playground.faults.rateLimit(/^POST .*\/callback/, 0.2)],
    ['a broken connection', (s: Stage) => s.playground.faults.dropConnection(/^POST .*\/callback/)],
  ])('%s is survived: the answer arrives', async (_, fault) => {
    await open();
    fault(stage);
    expect((await stage.playground.asMember.slash('ask', { question: BUILT })).text).toContain('1842');
  });

  it('a gateway that drops out is resumed', async () => {
    const { playground, lines } = await open();
    const answer = await playground.asMember.slash('ask', { question: BUILT });
    playground.faults.dropGateway();
    await answer.press('Other passages (1)');
    expect(answer.text).toContain('Passage 2 of 2');
    expect(lines.map(({ msg }) => msg)).toContain('Connection to Discord resumed');
  });

  it('a gateway that drops out in the middle of an answer does not lose it', async () => {
    const { playground, bot } = await open();
    playground.faults.delay(/^POST .*\/callback/, 300);
    const asked = playground.asMember.slash('ask', { question: BUILT });
    await new Promise<void>((resolve) => bot.client.once('interactionCreate', () => resolve()));
    const resumed = new Promise<void>((resolve) => bot.client.once('shardResume', () => resolve()));
    playground.faults.dropGateway();
    expect((await asked).text).toContain('1842');
    await resumed;
  });

  it('a session that is lost is begun anew', async () => {
    const { playground, bot } = await open();
    playground.requests.length = 0;
    const ready = new Promise<void>((resolve) => bot.client.once('shardReady', () => resolve()));
    playground.faults.forgetSessions();
    playground.faults.dropGateway();
    await ready;
    expect((await playground.asMember.slash('ask', { question: BUILT })).text).toContain('1842');
    expect(writes(stage)).toEqual([]);
  });

  it('what is in flight is finished before the bot leaves', async () => {
    const { playground, bot } = await open();
    playground.faults.delay(/^POST .*\/callback/, 300);
    const asked = playground.asMember.slash('ask', { question: BUILT });
    await new Promise<void>((resolve) => bot.client.once('interactionCreate', () => resolve()));
    await bot.stop();
    expect((await asked).text).toContain('1842');
    expect(playground.botOnline).toBe(false);
  });

  it('leaves also while Discord is out of reach, and does not come back', async () => {
    const { playground, bot } = await open();
    const trying = new Promise<void>((resolve) => bot.client.once('shardReconnecting', () => resolve()));
    playground.faults.closeGateway(true);
    await trying;
    await bot.stop();
    playground.faults.closeGateway(false);
    const before = { ...playground.gateway };
    // Longer than the half second that the client waits between two tries.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(playground.gateway).toEqual(before);
    expect(playground.botOnline).toBe(false);
  });

  it('two hundred questions at once are all acknowledged in time and answered', async () => {
    // Discord's clock is this process's own time on the processor: what else the machine does must not count.
    const now = () => {
      const { user, system } = process.cpuUsage();
      return Date.UTC(2026, 0, 1) + (user + system) / 1000;
    };
    const { playground } = await open({ discord: { now } });
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => playground.asModerator.slash('ask', { question: BUILT })),
    );
    expect(answers.filter(({ text }) => text.includes('1842'))).toHaveLength(200);
    expect(answers.filter(({ failed }) => failed !== undefined)).toEqual([]);
  });
});

describe('what later commands need', () => {
  const survey = {
    kind: 'slash',
    scope: 'survey',
    data: {
      name: 'survey',
      description: 'Tries every kind of answer',
      contexts: [0],
      integration_types: [0],
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'topic',
          description: 'Suggested',
          autocomplete: true,
        },
        { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'Comes back' },
      ],
    },
    run: async ({ door }, { options }) => {
      const file = options.getAttachment('file');
      const data = Buffer.from(file === null ? 'none' : await (await fetch(file.url)).text());
      await door.defer({ private: true });
      await door.send(
        {
          components: [
            textDisplay('Your file'),
            { type: 13, file: { url: 'attachment://back.txt' } },
            ...buttonRows([button('Form', 'v1:survey:form'), button('Drop', 'v1:survey:drop')]),
          ],
          files: [{ name: 'back.txt', data }],
        },
        { private: true },
      );
    },
    complete: async (_, interaction) => {
      const typed = interaction.options.getFocused();
      if (typed === 'fail') throw new Error('no suggestions');
      return Array.from({ length: 40 }, (_, n) => ({
        name: `${typed} ${'x'.repeat(120)} ${n}`,
        value: `${typed}-${n % 30}`,
      }));
    },
    press: async ({ door }, { action }) => {
      if (action === 'drop') return door.update(note('Dropped'));
      await door.modal({
        custom_id: 'v1:survey:sent',
        title: 'A form',
        components: [{ type: 18, label: 'Words', component: { type: 4, custom_id: 'words', style: 1 } }],
      });
    },
    submit: async ({ door }, { interaction }) => {
      await door.update(note(`You wrote ${interaction.fields.getTextInputValue('words')}`));
      await door.send(note('And this beside it'), { private: true });
    },
  } satisfies Command;

  it('files both ways, forms, and messages that are replaced', async () => {
    const { asMember } = (await open({ commands: [survey] })).playground;
    const answer = await asMember.slash(
      'survey',
      {},
      { attachments: { file: { name: 'a.txt', data: 'words of mine' } } },
    );
    expect(answer.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['back.txt', 'words of mine'],
    ]);
    const form = await answer.press('Form');
    expect(form.modal?.title).toBe('A form');
    const sent = await (await form.submit({ Words: 'hello' })).waitFor(
      ({ followUps }) => followUps.length > 0,
    );
    expect(sent.text).toContain('And this beside it');
    expect(answer.text).toBe('You wrote hello');
    expect(answer.files).toEqual([]);
  });

  it('suggestions, cut to what Discord takes; none when they fail', async () => {
    const { asMember } = (await open({ commands: [survey] })).playground;
    const choices = await asMember.autocomplete('survey', 'topic', 'da');
    expect(choices).toHaveLength(25);
    expect(choices.every(({ name }) => name.length <= 100)).toBe(true);
    expect(await asMember.autocomplete('survey', 'topic', 'fail')).toEqual([]);
    expect(stage.lines.map(({ msg }) => msg)).toContain('An interaction failed');
  });
});
