import { afterEach, describe, expect, it } from 'vitest';
import { corpus as corpusCommand } from '../../commands/corpus.ts';
import type { Outcome, Person, PlaygroundOptions } from '../../src/playground/index.ts';
import { openStage, type Stage } from './stage.ts';

const LIE = {
  name: 'moon.md',
  data: '---\ntitle: The moon\npublisher: The Herald\n---\n\nThe moon is made of cheese, said Professor Ada Quill of the observatory.\n\nShe had tasted it herself in the year 1842, and nobody has contradicted her since.\n',
};
const HOME = { HOME_GUILD_ID: '1400000000000000002' };
const COMMANDS_HERE = { DISCORD_GUILD_IDS: '1400000000000000002' };
/** Of the articles on the stage. */
const STATUS = '**2 articles**';

let stage: Stage;
afterEach(() => stage.close());

async function open(env: Record<string, string> = {}, discord: PlaygroundOptions = { secondGuild: true }) {
  stage = await openStage({ env, discord });
  return stage.playground;
}

const names = (person: Person) => person.commands().map(({ name }) => name);
const done = (outcome: Outcome, words: string) => outcome.waitFor(({ text }) => text.includes(words), 10_000);
const warnings = () => stage.lines.filter(({ level }) => Number(level) >= 40).map(({ msg }) => String(msg));

/** Registers /corpus behind the bot's back, as an earlier version of it would have: Discord then sends it. */
async function registerCorpusIn(guildId: string): Promise<void> {
  const { applicationId } = stage.playground;
  const body = corpusCommand.data;
  await stage.bot.client.rest.post(`/applications/${applicationId}/guilds/${guildId}/commands`, { body });
}

/** A message of the bot with a button of a custom id of one's choice, as somebody may forge one. */
async function forge(channelId: string, person: Person, customId: string) {
  const components = [{ type: 1, components: [{ type: 2, style: 4, label: 'Forged', custom_id: customId }] }];
  await stage.bot.client.rest.post(`/channels/${channelId}/messages`, { body: { content: 'x', components } });
  const message = person.messages().at(-1);
  if (message === undefined) throw new Error('no message');
  return message;
}

/** Everything that /corpus can do, tried by one person: what they were told. */
async function tryEverything(person: Person): Promise<Record<string, string>> {
  const [article] = stage.library.current().articles;
  const id = article?.id ?? '';
  const tries: Record<string, () => Promise<Outcome>> = {
    status: () => person.slash('corpus status'),
    reload: () => person.slash('corpus reload'),
    gaps: () => person.slash('corpus gaps'),
    export: () => person.slash('corpus export'),
    add: () => person.slash('corpus add', { file: LIE }),
    'add by a form': () => person.slash('corpus add'),
    edit: () => person.slash('corpus edit', { article: id }),
    remove: () => person.slash('corpus remove', { article: id }),
    restore: () => person.slash('corpus restore', { article: id }),
  };
  const told: Record<string, string> = {};
  for (const [name, run] of Object.entries(tries)) told[name] = (await run()).text;
  for (const option of ['remove', 'edit', 'restore']) {
    const choices = await person.autocomplete(`corpus ${option}`, 'article', '');
    told[`suggestions of ${option}`] = choices.map(({ name }) => name).join();
  }
  return told;
}

describe('a stranger who invites the bot to a server of their own', () => {
  it.each([
    ['no home is named', {}, /none of them is named as the home/],
    ['a home is named', HOME, /from this server/],
    ['the commands go to one server', COMMANDS_HERE, /from this server/],
  ])('can do nothing to the corpus when %s', async (_, env, refusal) => {
    const { asStranger, asMember, secondGuildId } = await open(env);
    await asMember.slash('ask', { question: 'who is the king of Zembla?' });
    expect(names(asStranger)).not.toContain('corpus');
    await registerCorpusIn(secondGuildId);
    const told = await tryEverything(asStranger);
    for (const [what, text] of Object.entries(told)) {
      if (what.startsWith('suggestions')) expect([what, text]).toEqual([what, '']);
      else expect([what, text]).toEqual([what, expect.stringMatching(refusal)]);
    }
    expect(await stage.tools.audit.recent(10)).toEqual([]);
    expect(await stage.tools.keeper.trash()).toEqual([]);
  });

  it('cannot go on with a button or a form either', async () => {
    const { asStranger, asModerator, secondGuildId } = await open(HOME);
    const preview = await asModerator.slash('corpus add', { file: LIE });
    await done(preview, 'The moon');
    const save = preview.components.find((one) => 'label' in one && one.label === 'Save');
    const id = save !== undefined && 'custom_id' in save ? (save.custom_id ?? '') : '';
    expect(id).toMatch(/^v1:corpus:save:/);
    const channel = stage.bot.client.guilds.cache.get(secondGuildId)?.channels.cache.first()?.id ?? '';
    for (const customId of [id, 'v1:corpus:force', 'v1:corpus:gaps:0', 'v1:corpus:forgetthem']) {
      const message = await forge(channel, asStranger, customId);
      const pressed = await asStranger.press(message, 'Forged');
      expect([customId, pressed.text]).toEqual([customId, expect.stringContaining('from this server')]);
    }
    expect(await stage.tools.audit.recent(10)).toEqual([]);
  });

  it('has no more questions a minute than a member, though moderators at home have', async () => {
    const { asStranger, asModerator } = await open(HOME);
    const ask = async (person: Person) => {
      const answers = Array.from({ length: 7 }, () => person.slash('ask', { question: 'when was it built' }));
      return (await Promise.all(answers)).filter(({ text }) => text.includes('One moment')).length;
    };
    expect(await ask(asStranger)).toBe(2);
    expect(await ask(asModerator)).toBe(0);
  });

  it('sees no /corpus in /help, and neither do members', async () => {
    const { asStranger, asMember, asModerator } = await open(HOME);
    expect((await asModerator.slash('help')).text).toContain('/corpus');
    expect((await asMember.slash('help')).text).not.toContain('/corpus');
    await registerCorpusIn(stage.playground.secondGuildId);
    const help = await stage.bot.client.rest.get(`/applications/${stage.playground.applicationId}/commands`);
    expect(JSON.stringify(help)).not.toContain('"corpus"');
    expect(names(asStranger)).toContain('corpus');
  });
});

describe('with several servers and no home', () => {
  it('only the owner of the application can look after the articles, and is told how to name a home', async () => {
    const { asModerator, asOwner, guildId } = await open();
    expect(names(asOwner)).toContain('corpus');
    expect((await asModerator.slash('corpus status')).text).toContain('HOME_GUILD_ID');
    const status = await done(await asOwner.slash('corpus status'), 'article');
    await status.waitFor(({ followUps }) => followUps.length > 0);
    expect(status.text).toContain(STATUS);
    expect(status.text).toContain(`HOME_GUILD_ID=${guildId}`);
    const preview = await done(await asOwner.slash('corpus add', { file: LIE }), 'The moon');
    await preview.press('Save');
    await done(preview, 'Added:');
  });

  it('/corpus is registered only where an owner can use it', async () => {
    const { asOwner, asStranger, requests, secondGuildId } = await open();
    expect(names(asOwner)).toContain('corpus');
    expect(names(asStranger)).toEqual(expect.arrayContaining(['ask', 'help']));
    expect(names(asStranger)).not.toContain('corpus');
    const written = requests.filter(({ method, path }) => method === 'POST' && path.includes(secondGuildId));
    expect(written).toEqual([]);
  });

  it.each([
    ['lets in a member of the team that owns it', 'asOwner', true],
    ['refuses who was invited to the team and has not accepted', 'asModerator', false],
  ] as const)('%s', async (_, who, allowed) => {
    const playground = await open({}, { secondGuild: true, application: { team: true } });
    const status = await playground[who].slash('corpus status');
    if (allowed) await done(status, STATUS);
    else expect(status.text).toContain('only the owner');
  });

  it('the questions of one server are not shown in another, not even to the owner', async () => {
    const { asMember, asStranger, asOwner } = await open();
    await asMember.slash('ask', { question: 'who is the king of Zembla?' });
    await asStranger.slash('ask', { question: 'who is the secret lover of Sven?', private: true });
    await expect
      .poll(async () => (await asOwner.slash('corpus gaps')).text)
      .toContain('who is the king of Zembla');
    expect((await asOwner.slash('corpus gaps')).text).not.toContain('Sven');
    expect(asOwner.messages().some((message) => JSON.stringify(message).includes('Sven'))).toBe(false);
  });
});

describe('at home', () => {
  it('moderators look after the articles, and see only the questions of their own server', async () => {
    const { asMember, asModerator, asStranger, guildId } = await open(HOME);
    expect(
      asModerator
        .commands()
        .filter(({ name }) => name === 'corpus')
        .map(({ guild_id: guild }) => guild),
    ).toEqual([guildId]);
    await asStranger.slash('ask', { question: 'who is the secret lover of Sven?' });
    await asMember.slash('ask', { question: 'who is the king of Zembla?' });
    await expect.poll(async () => (await asModerator.slash('corpus gaps')).text).toContain('Zembla');
    const gaps = await asModerator.slash('corpus gaps');
    expect(gaps.text).not.toContain('Sven');
    const menu = gaps.components.find(({ type }) => type === 3);
    const values = menu !== undefined && 'options' in menu ? menu.options.map(({ value }) => value) : [];
    await gaps.choose('Forget one of these', values);
    await done(gaps, 'No unanswered questions');
    const status = await done(await asModerator.slash('corpus status'), 'Changes');
    expect(status.text).toContain('clear-gaps: 1 question');
    expect(status.text).not.toContain('Zembla');
  });

  it('is the only server, until there is a second', async () => {
    const playground = await open({}, {});
    const { asModerator, asOwner } = playground;
    await done(await asModerator.slash('corpus status'), STATUS);
    playground.joinSecondGuild();
    await expect.poll(warnings).toContainEqual(expect.stringMatching(/in 2 servers.*Set HOME_GUILD_ID/));
    expect((await asModerator.slash('corpus status')).text).toContain('none of them is named');
    await done(await asOwner.slash('corpus status'), STATUS);
    playground.leaveSecondGuild();
    await expect.poll(() => stage.bot.client.guilds.cache.size).toBe(1);
    await done(await asModerator.slash('corpus status'), STATUS);
  });

  it('buttons and forms end with the permission to manage the server', async () => {
    const playground = await open(HOME, {});
    const { asModerator } = playground;
    const preview = await done(await asModerator.slash('corpus add', { file: LIE }), 'The moon');
    const form = await asModerator.slash('corpus add');
    playground.letModeratorManage(false);
    const pressed = await preview.press('Save');
    const sent = await form.submit({ Text: LIE.data });
    for (const { text } of [pressed, sent]) expect(text).toContain('people who may manage the server');
    expect(await stage.tools.audit.recent(10)).toEqual([]);
    playground.letModeratorManage(true);
    await preview.press('Save');
    await done(preview, 'Added:');
  });
});

describe('the start warns', () => {
  it.each<[string, Record<string, string>, PlaygroundOptions, RegExp[]]>([
    [
      'of a public bot without a home',
      {},
      {},
      [/Anyone can invite this bot.*HOME_GUILD_ID=1400000000000000002, or untick "Public Bot"/],
    ],
    ['not of a private one', {}, { application: { botPublic: false } }, []],
    ['not when a home is named', HOME, {}, []],
    ['of several servers without a home', {}, { secondGuild: true }, [/in 2 servers and none is named/]],
    [
      'of a home that has not invited the bot',
      { HOME_GUILD_ID: '1400000000004194320' },
      {},
      [/has not invited the bot/],
    ],
  ])('%s', async (_, env, discord, expected) => {
    await open(env, discord);
    const told = warnings().filter((line) => !line.startsWith('Not every command'));
    expect(told).toEqual(expected.map((line) => expect.stringMatching(line)));
  });
});
