import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

const BUILT = 'when was the bridge built';
const LABELS = {
  visibility: 'Answers',
  channels: 'All channels',
  cooldown: 'Pause between two questions of one person (moderators need none)',
  sure: 'What everyone may see',
  feedback: 'Helpful or not',
  language: 'My words for everyone (private replies follow each person’s own language)',
} as const;

describe('/settings, through the real client', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock += 60_000;
  });

  /** What a moderator sets, as it is afterwards in force. */
  async function set(name: keyof typeof LABELS, values: readonly string[]): Promise<void> {
    const shown = await stage.playground.asModerator.slash('settings');
    await shown.choose(LABELS[name], values);
    stage.clock += 1000;
  }

  it('is for people who may manage the server, by the permissions of that moment', async () => {
    const { playground } = stage;
    await expect(playground.asMember.slash('settings')).rejects.toThrow('permission');
    const shown = await playground.asModerator.slash('settings');
    expect([shown.ephemeral, shown.text]).toEqual([
      true,
      expect.stringContaining('How I answer in this server'),
    ]);
    playground.letModeratorManage(false);
    const refused = await shown.choose(LABELS.visibility, ['private']);
    playground.letModeratorManage(true);
    expect(
      refused.followUps.length + Number(refused.text.includes('Only people who may manage')),
    ).toBeGreaterThan(0);
    expect((await playground.asMember.slash('ask', { question: BUILT })).ephemeral).toBe(false);
  });

  it('decides who sees an answer, and says why', async () => {
    const { asMember, readingRoomId, threadId, channelId } = stage.playground;
    await set('channels', [channelId]);
    const away = await asMember.in(readingRoomId).slash('ask', { question: BUILT });
    expect([away.ephemeral, away.text]).toEqual([
      true,
      expect.stringContaining(
        `Public answers are allowed only in <#${channelId}> here. So only you see this.`,
      ),
    ]);
    const refused = await away.press('Share');
    expect(refused.text).toContain('Public answers are allowed only in');
    expect((await asMember.in(threadId).slash('ask', { question: BUILT })).ephemeral).toBe(false);
    await set('channels', []);
    await set('visibility', ['private']);
    expect((await asMember.slash('ask', { question: BUILT })).ephemeral).toBe(true);
    expect((await asMember.slash('ask', { question: BUILT, private: false })).ephemeral).toBe(false);
    await set('visibility', ['public']);
  });

  it('keeps what is not sure enough from everyone, and takes the buttons for votes away', async () => {
    const { snapshot } = stage;
    stage.snapshot = {
      ...snapshot,
      ask: (question, options) => {
        const answer = snapshot.ask(question, options);
        return answer.kind === 'answer' ? { ...answer, level: 'weak' } : answer;
      },
    };
    await set('sure', ['likely']);
    await set('feedback', ['off']);
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
    expect([answer.ephemeral, answer.text]).toEqual([
      true,
      expect.stringContaining('only answers that are surer'),
    ]);
    await expect(answer.press('Helpful')).rejects.toThrow('has no "Helpful"');
    stage.snapshot = snapshot;
    await set('sure', ['weak']);
    await set('feedback', ['on']);
  });

  it('sets a pause between questions, which moderators do not need', async () => {
    const { asMember, asModerator } = stage.playground;
    await set('cooldown', ['30']);
    await asMember.slash('ask', { question: BUILT });
    expect((await asMember.slash('ask', { question: BUILT })).text).toContain(
      'you can ask again in 30 seconds',
    );
    await asModerator.slash('ask', { question: BUILT });
    expect((await asModerator.slash('ask', { question: BUILT })).text).toContain('1842');
    await set('cooldown', ['0']);
  });

  it('speaks to everyone in the server’s language, and to a person in their own', async () => {
    const { asMember } = stage.playground;
    await set('language', ['fr']);
    const everyone = await asMember.slash('ask', { question: BUILT });
    expect(everyone.text).toContain('Correspondance forte');
    expect(everyone.text).toContain('restent en anglais');
    expect((await asMember.slash('ask', { question: BUILT })).text).not.toContain('restent en anglais');
    expect(everyone.text).toContain('> “The bridge was built in 1842.”');
    asMember.speak('de');
    const alone = await asMember.slash('ask', { question: BUILT, private: true });
    expect(alone.text).toContain('Starker Treffer');
    await alone.press('Zusammenhang');
    asMember.speak('ja');
    expect((await asMember.slash('help')).text).toContain('/demander');
    asMember.speak('en-US');
    await set('language', ['en']);
  });

  it('tells of two moderators who change the same at once, keeps a log, and outlives a restart', async () => {
    const { asModerator, asOwner } = stage.playground;
    const [hers, theirs] = [await asModerator.slash('settings'), await asOwner.slash('settings')];
    await Promise.all([hers.choose(LABELS.cooldown, ['5']), theirs.choose(LABELS.visibility, ['private'])]);
    await theirs.choose(LABELS.visibility, ['public']);
    await hers.choose(LABELS.visibility, ['private']);
    expect(hers.text).toContain(`<@${asOwner.user.id}> has changed this meanwhile; this is how it is now.`);
    const both = [await asModerator.slash('settings'), await asOwner.slash('settings')] as const;
    const sets = [both[0].choose(LABELS.sure, ['likely']), both[1].choose(LABELS.sure, ['strong'])];
    await Promise.all(sets);
    const { sure } = (await stage.settings()).settings;
    const overtaken = both.filter(({ text }) => text.includes('has changed this meanwhile'));
    expect([overtaken.length, ['likely', 'strong'].includes(sure)]).toEqual([1, true]);
    await stage.restart();
    const { settings } = await stage.settings();
    expect([settings.cooldown, settings.visibility]).toEqual([5, 'public']);
    const log = await stage.tools.audit.recent(4, { place: stage.playground.guildId });
    expect(log.map(({ what }) => what)).toContain('cooldown: 5');
    expect(await stage.tools.audit.recent(9)).toEqual([]);
    expect(hers.text).toContain('Last change: Answers, by');
  });
});
