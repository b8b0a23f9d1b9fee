import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ARTICLES, makeArticle, tinySnapshot } from './articles.ts';
import { visible } from './discord-markdown.ts';
import { openStage, type Stage } from './stage.ts';

const BUILT = 'when was the bridge built';

describe('/ask, through the real client', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock += 60_000;
    stage.snapshot = tinySnapshot();
    stage.lines.length = 0;
  });

  it('answers with the quote and its source, for everyone, pinging nobody', async () => {
    const { asMember } = stage.playground;
    const answer = await asMember.slash('ask', { question: BUILT });
    expect(answer.text).toContain('> “The bridge was built in 1842.”');
    expect(answer.text).toContain('**[The old bridge reopens](https://harbour.example/bridge%5F%28old%29)**');
    expect(answer.text).toContain('The Harbour Post · I. Vane · 5 August 2021');
    expect(answer.ephemeral).toBe(false);
    expect(answer.message?.mentions).toEqual([]);
  });

  it('shows the titles of the web as they are, and names that are written from right to left in their place', async () => {
    const title = 'Storm at 9:30 | The Paper [Updated] 🏆';
    const article = makeArticle({
      title,
      publisher: 'العربي الجديد',
      url: 'https://www.paper.example/storm',
      text: 'The bridge was built in 1842 by \u202Enosam a\u202C.',
    });
    stage.snapshot = tinySnapshot([article]);
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
    const shown = visible(answer.text);
    expect(shown).toContain(`${title} · paper.example\n\u2068العربي الجديد\u2069`);
    expect(answer.text).toContain('[paper.example](https://www.paper.example/storm)');
    expect(shown).toContain('“The bridge was built in 1842 by nosam a.”\nNot exact:');
  });

  it.each([
    ['who is the king of France', 'the articles do not mention'],
    ['is the bridge on fire', 'Closest passages, which do not answer it'],
    ['???', 'There are no words in that'],
    ['😀'.repeat(300), 'There are no words in that'],
    ['# heading @everyone <@1> [x](https://y.example) '.repeat(20), '\\@everyone x'],
  ])('is honest about %j', async (question, words) => {
    const answer = await stage.playground.asMember.slash('ask', { question });
    expect(answer.text).toContain(words);
    expect(answer.message?.mentions).toEqual([]);
  });

  it('answers in private, and shares on request', async () => {
    const { asMember, asModerator } = stage.playground;
    const answer = await asMember.slash('ask', { question: BUILT, private: true });
    expect(answer.ephemeral).toBe(true);
    expect(asModerator.messages().map(({ id }) => id)).not.toContain(answer.message?.id);
    const shared = await (await answer.press('Share')).waitFor(({ followUps }) => followUps.length > 0);
    const [posted] = shared.followUps;
    await answer.waitFor(({ text }) => text === 'Shared with the channel.');
    expect(shared.text).toContain(`Shared by <@${asMember.user.id}>`);
    expect(shared.text).toContain('> “The bridge was built in 1842.”');
    expect(posted?.mentions).toEqual([]);
    expect(asModerator.messages().map(({ id }) => id)).toContain(posted?.id);
  });

  it('turns the page for everyone when the asker or a moderator does', async () => {
    const { asMember, asModerator } = stage.playground;
    const answer = await asMember.slash('ask', { question: BUILT });
    await answer.press('Other passages (1)');
    expect(answer.text).toContain('Passage 2 of 2');
    expect(answer.text).toContain('> “The bridge is free of charge.”');
    if (answer.message === undefined) throw new Error('no message');
    await asModerator.press(answer.message, 'Previous');
    expect(answer.text).toContain('> “The bridge was built in 1842.”');
  });

  it('gives others a copy of their own, which they can page through', async () => {
    const { asMember, asModerator } = stage.playground;
    const answer = await asModerator.slash('ask', { question: BUILT });
    if (answer.message === undefined) throw new Error('no message');
    const copy = await asMember.press(answer.message, 'Other passages (1)');
    expect(answer.text).toContain('Strong match');
    expect(copy.ephemeral).toBe(true);
    expect(copy.text).toContain('Passage 2 of 2');
    await copy.press('Previous');
    expect(copy.text).toContain('Strong match');
  });

  it('shows the context to whoever wants it', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
    const context = await answer.press('Context');
    expect(context.ephemeral).toBe(true);
    expect(context.text).toContain('> “**The bridge was built in 1842.**\n> \n> It reopened on Monday.');
  });

  it('is deleted by its asker or a moderator, and by nobody else', async () => {
    const { asMember, asModerator } = stage.playground;
    const theirs = await asModerator.slash('ask', { question: BUILT });
    const mine = await asMember.slash('ask', { question: BUILT });
    const also = await asMember.slash('ask', { question: BUILT });
    if (theirs.message === undefined || also.message === undefined) throw new Error('no message');
    const refused = await asMember.press(theirs.message, 'Delete');
    expect(refused.text).toBe('Only the person who asked, or a moderator, can delete this answer.');
    expect(theirs.message).toBeDefined();
    await mine.press('Delete');
    await mine.waitFor(({ message }) => message === undefined);
    await asModerator.press(also.message, 'Delete');
    await also.waitFor(({ message }) => message === undefined);
  });

  it('keeps one vote per person, without the name', async () => {
    await stage.state.feedback.clear();
    const { asMember, asModerator } = stage.playground;
    const answer = await asMember.slash('ask', { question: BUILT });
    if (answer.message === undefined) throw new Error('no message');
    await answer.press('Helpful');
    const thanks = await answer.press('Not helpful');
    await asModerator.press(answer.message, 'Helpful');
    expect([thanks.ephemeral, thanks.text]).toEqual([true, 'Thank you, noted as not helpful.']);
    const votes: [string, unknown][] = [];
    for await (const [key, value] of stage.state.feedback.iterator?.(undefined) ?? [])
      votes.push([key, value]);
    const vote = {
      question: BUILT,
      passage: 0,
      at: stage.clock,
      place: stage.playground.guildId,
      mark: expect.stringMatching(/^[\w-]{8}$/),
    };
    expect(votes.map(([, value]) => value)).toEqual(
      expect.arrayContaining([
        { ...vote, helpful: false },
        { ...vote, helpful: true },
      ]),
    );
    expect(votes).toHaveLength(2);
    expect(JSON.stringify(votes)).not.toContain(asMember.user.id);
  });

  it('asks the question that was meant', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: 'when was the brigde built' });
    expect(answer.text).toContain('Did you mean: when was the bridge built');
    await answer.press('Ask: when was the bridge built');
    expect(answer.text).toContain('**when was the bridge built**');
    expect(answer.text).toContain('“The bridge was built in 1842.”');
  });

  it('works with buttons from before a restart', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
    await stage.restart();
    await answer.press('Other passages (1)');
    expect(answer.text).toContain('Passage 2 of 2');
    expect(answer.text).not.toContain('have changed');
  });

  it('says so when the articles have changed since', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
    const edited = makeArticle({ id: 'bridge', text: 'The bridge was built in 1843.', hash: 'edited' });
    stage.snapshot = tinySnapshot([edited, ...ARTICLES.slice(1)]);
    const context = await answer.press('Context');
    expect(context.text).toContain('The articles have changed since this was asked');
    await answer.press('Other passages (1)');
    expect(answer.text).toContain(
      'The articles have changed since this was asked; this is what they say now.',
    );
    expect(answer.text).toContain('“The bridge was built in 1843.”');
  });

  it('explains buttons that are too old', async () => {
    const { asMember, channelId } = stage.playground;
    const answer = await asMember.slash('ask', { question: BUILT });
    await stage.state.views.clear();
    expect((await answer.press('Context')).text).toContain('These buttons no longer work');
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: 'v0:what:ever' }] };
    await stage.bot.client.rest.post(`/channels/${channelId}/messages`, {
      body: { content: 'x', components: [row] },
    });
    const old = asMember.messages().at(-1);
    if (old === undefined) throw new Error('no message');
    expect((await asMember.press(old, 'Old')).text).toContain('from another version of me');
  });

  it('looks for the words of a message, in private', async () => {
    const { asMember, asModerator } = stage.playground;
    const said = await asModerator.say('I think the **bridge** was built in 1900, see https://x.example');
    const found = await asMember.messageCommand('Find a source', said);
    expect(found.ephemeral).toBe(true);
    expect(found.text).toContain('“The bridge was built in 1842.”');
    const empty = await asModerator.say('https://x.example/only-an-address');
    expect((await asMember.messageCommand('Find a source', empty)).text).toContain(
      'no text that I could look for',
    );
  });

  it('asks for a pause after five questions, moderators exempt', async () => {
    const { asMember, asModerator } = stage.playground;
    for (let i = 0; i < 5; i++) await asMember.slash('ask', { question: BUILT });
    stage.clock += 2500;
    const sixth = await asMember.slash('ask', { question: BUILT });
    expect([sixth.ephemeral, sixth.text]).toEqual([
      true,
      'One moment, please: you can ask again in 8 seconds.',
    ]);
    for (let i = 0; i < 6; i++) {
      expect((await asModerator.slash('ask', { question: BUILT })).text).toContain('1842');
    }
    stage.clock += 7500;
    expect((await asMember.slash('ask', { question: BUILT })).text).toContain('1842');
  });

  it.each([
    ['', ['who is Ada Quill', 'Monday', 'Ferry fares *rise*', 'The old bridge reopens']],
    ['qu', ['who is Ada Quill']],
    ['when did ada', ['when did Ada Quill']],
    ['bridge', ['The old bridge reopens']],
    ['zebra', []],
  ])('suggests questions for %j', async (typed, expected) => {
    const choices = await stage.playground.asMember.autocomplete('ask', 'question', typed);
    expect(choices.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
    expect(choices.every(({ name, value }) => name === value)).toBe(true);
  });

  it('notes the questions that the articles do not answer, and the passages that they do', async () => {
    await stage.state.feedback.clear();
    const { asMember } = stage.playground;
    const { gaps } = stage.tools;
    await gaps.clear(stage.playground.guildId);
    await asMember.slash('ask', { question: 'who is the king of France' });
    await asMember.slash('ask', { question: '???' });
    const answer = await asMember.slash('ask', { question: BUILT });
    await answer.press('Not helpful');
    await answer.press('Not helpful');
    expect(await gaps.list(stage.playground.guildId)).toEqual([
      { question: BUILT, variants: [], count: 1, noAnswer: 0, thumbsDown: 1, last: stage.clock },
      {
        question: 'who is the king of France',
        variants: [],
        count: 1,
        noAnswer: 1,
        thumbsDown: 0,
        last: stage.clock,
      },
    ]);
    const card = await asMember.slash('sources', { query: 'bridge' });
    expect(card.text).toMatch(/-# Quoted (?:once|\d+ times)\n> “The bridge was built in 1842\.”/);
  });

  it('helps', async () => {
    const help = await stage.playground.asMember.slash('help');
    expect(help.ephemeral).toBe(true);
    for (const words of ['/ask question [source]', 'Find a source', '/help', '2 articles at hand'])
      expect(help.text).toContain(words);
    expect(help.text).not.toContain('/corpus');
    expect((await stage.playground.asModerator.slash('help')).text).toContain('/corpus edit article');
  });

  it('tells the user an error id and the log the rest', async () => {
    stage.snapshot = {
      ...tinySnapshot(),
      ask: () => {
        throw new Error('secret path /etc/x');
      },
    };
    const failed = await stage.playground.asMember.slash('ask', { question: BUILT });
    expect(failed.ephemeral).toBe(true);
    expect(failed.text).toMatch(/^Something went wrong on my side.*error \*\*[0-9a-f]{6}\*\*\.$/);
    expect(failed.text).not.toContain('secret');
    const logged = stage.lines.find(({ msg }) => msg === 'An interaction failed');
    expect(logged).toMatchObject({ command: 'ask', err: { message: 'secret path /etc/x' } });
    const { errorId } = logged ?? {};
    expect(failed.text).toContain(`**${String(errorId)}**`);
  });
});
