import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { timeline } from '../../commands/timeline.ts';
import { checkCommands } from '../../src/discord/registration/check-commands.ts';
import type { Snapshot } from '../../src/library/index.ts';
import { HARBOUR, snapshotOf } from '../timeline/corpus.ts';
import { openStage, type Stage } from './stage.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const commands = () => checkCommands({ 'commands/timeline.ts': timeline });

describe('/timeline, through the real client', () => {
  let stage: Stage;
  let harbour: Snapshot;
  beforeAll(async () => {
    stage = await openStage({ commands: commands() });
    harbour = await snapshotOf(HARBOUR);
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock += 60_000;
    stage.snapshot = harbour;
    stage.lines.length = 0;
  });

  it('shows dated quotes with their sources, by year and month, for everyone', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { topic: 'Osterby' });
    expect(answer.text).toContain('**Timeline: Osterby**');
    expect(answer.text).toMatch(/## 1721\n> “Osterby was founded in \*\*1721\*\*\.”/);
    expect(answer.text).toContain('## 1842\n### May 1842\n**3 May 1842**');
    expect(answer.text).toContain('**1911 →**');
    expect(answer.text).toContain(
      '[Osterby at a glance](https://post.example/osterby) · The Harbour Post · 5 August 2021',
    );
    expect(answer.text).toContain(' · in 2 articles');
    expect(answer.text).toMatch(/Page 1 of 2/);
    expect(answer.text).toContain('1 date that only a publication date could place');
    expect(answer.ephemeral).toBe(false);
    expect(answer.message?.mentions).toEqual([]);
  });

  it.each([
    ['from', { from: '2011', to: '2011' }, ['5 March 2011', 'May 2011'], ['1902', '2018', '1911']],
    ['to', { to: 'before 1900' }, ['1721', '3 May 1842'], ['1902']],
    ['an interval', { from: '1900..1950' }, ['January 1902'], ['1842', '2011']],
    ['what is planned', { from: 'since 2025' }, ['**2030** · planned'], ['2018']],
  ])('keeps to the span: %s', async (_, span, inside, outside) => {
    const answer = await stage.playground.asMember.slash('timeline', { topic: 'Osterby', ...span });
    for (const words of inside) expect(answer.text).toContain(words);
    for (const words of outside) expect(answer.text).not.toContain(`**${words}**`);
  });

  it.each([
    ['from', { from: 'banana' }, 'I can’t read “banana” as a date; write for example 2011'],
    ['to', { to: 'since 2011' }, '“since 2011” has no end'],
    ['both', { from: '2018', to: '2011' }, '“2011” ends before “2018” begins.'],
  ])('says what it can’t read: %s', async (_, span, words) => {
    const answer = await stage.playground.asMember.slash('timeline', span);
    expect([answer.ephemeral, answer.text]).toEqual([true, expect.stringContaining(words)]);
  });

  it('puts the most important first, without headings', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { order: 'importance' });
    expect(answer.text).toMatch(/most important first\n\*\*5 March 2011\*\*\n/);
    expect(answer.text).not.toContain('## ');
  });

  it('turns the page, jumps to a year, and goes on after a restart', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { topic: 'Osterby' });
    await answer.press('Next');
    await answer.waitFor(({ text }) => text.includes('Page 2 of 2'));
    expect(answer.text).toContain('**2030** · planned');
    await stage.restart({ commands: commands() });
    await answer.press('Previous');
    await answer.waitFor(({ text }) => text.includes('Page 1 of 2'));
    const menu = answer.components.find((part) => part.type === 3);
    const options = menu !== undefined && 'options' in menu ? (menu.options ?? []) : [];
    const last = options.find((option) => 'label' in option && option.label === '2030');
    expect(options.length).toBeLessThanOrEqual(25);
    await answer.choose('Jump to a year', [last !== undefined && 'value' in last ? String(last.value) : '']);
    expect(answer.text).toContain('Page 2 of 2');
    expect(answer.text).not.toContain('have changed');
  });

  it('gives others a copy of their own', async () => {
    const { asMember, asModerator } = stage.playground;
    const answer = await asModerator.slash('timeline', { topic: 'Osterby' });
    if (answer.message === undefined) throw new Error('no message');
    const copy = await asMember.press(answer.message, 'Next');
    expect([copy.ephemeral, answer.text]).toEqual([true, expect.stringContaining('Page 1 of 2')]);
    expect(copy.text).toContain('Page 2 of 2');
    await copy.press('Previous');
    await copy.waitFor(({ text }) => text.includes('Page 1 of 2'));
  });

  it('draws a picture, described for those who can’t see it', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { topic: 'Osterby' });
    const picture = await answer.press('Picture');
    const [file] = picture.files;
    expect(file?.name).toBe('timeline-osterby.png');
    expect([...(file?.bytes.slice(0, 8) ?? [])]).toEqual(PNG);
    expect(file?.bytes.length).toBeGreaterThan(10_000);
    expect(JSON.stringify(picture.message?.components)).toContain('Timeline of Osterby: ');
    expect(file?.attachment.description).toMatch(/^Timeline of Osterby: .*1721: Osterby was founded/);
    expect(picture.ephemeral).toBe(false);
    await picture.press('Delete');
    await picture.waitFor(({ message }) => message === undefined);
    await answer.press('Next');
    await answer.waitFor(({ text }) => text.includes('Page 2 of 2'));
  });

  it('gives files, to whom they are no concern in private', async () => {
    const { asMember, asModerator } = stage.playground;
    const answer = await asModerator.slash('timeline', { topic: 'Osterby' });
    if (answer.message === undefined) throw new Error('no message');
    const files = await asMember.press(answer.message, 'As file');
    const texts = new Map(files.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
    expect(files.ephemeral).toBe(true);
    expect(texts.get('timeline-osterby.md')).toContain('- **3 May 1842**: “The lighthouse of Osterby');
    expect(texts.get('timeline-osterby.csv')).toMatch(/3 May 1842,1842-05-03,1842-05-03,day,stated,no,/);
  });

  it('lists what has no date', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { topic: 'Osterby' });
    const list = await answer.press('Undated');
    expect(list.ephemeral).toBe(true);
    expect(list.text).toContain('> “The fair of Osterby was held in **June**.”');
    expect(list.text).toContain('Its date could be placed only with a publication date');
    expect(list.text).toContain('> “The mayor of Osterby likes tea.”');
  });

  it('offers close names for what the articles do not mention', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { topic: 'Ostraland' });
    expect(answer.text).toContain('The articles do not mention this.');
    await answer.press('Osterby');
    await answer.waitFor(({ text }) => text.includes('**Timeline: Osterby**'));
    expect(answer.text).toContain('Osterby was founded in **1721**');
  });

  it('is shared on request, and deleted by its asker', async () => {
    const { asMember, asModerator } = stage.playground;
    const answer = await asMember.slash('timeline', { topic: 'Osterby', private: true });
    expect(answer.ephemeral).toBe(true);
    const shared = await (await answer.press('Share')).waitFor(({ followUps }) => followUps.length > 0);
    const [posted] = shared.followUps;
    if (posted === undefined) throw new Error('nothing was posted');
    expect(asModerator.messages().map(({ id }) => id)).toContain(posted.id);
    const gone = await asMember.press(posted, 'Delete');
    await gone.waitFor(() => !asModerator.messages().some(({ id }) => id === posted.id));
  });

  it('is not deleted by others', async () => {
    const { asMember, asModerator } = stage.playground;
    const answer = await asModerator.slash('timeline', {});
    if (answer.message === undefined) throw new Error('no message');
    const refused = await asMember.press(answer.message, 'Delete');
    expect(refused.text).toBe('Only the person who asked, or a moderator, can delete this.');
  });

  it('suggests names, the most frequent first', async () => {
    const choices = await stage.playground.asMember.autocomplete('timeline', 'topic', 'ost');
    expect(choices[0]).toMatchObject({ name: 'Osterby', value: 'Osterby' });
  });

  it('says so when the articles have changed since, or the buttons are too old', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { topic: 'Osterby' });
    stage.snapshot = await snapshotOf(HARBOUR.slice(0, 1));
    await answer.press('Next');
    await answer.waitFor(({ text }) => text.includes('The articles have changed since this was asked'));
    await stage.state.views.clear();
    expect((await answer.press('Picture')).text).toContain('These buttons no longer work');
  });

  it('asks for patience', async () => {
    const { asMember } = stage.playground;
    const answers = [];
    for (let use = 0; use < 6; use++) answers.push(await asMember.slash('timeline', { topic: 'Osterby' }));
    expect(answers.at(-1)?.text).toMatch(/^One moment, please: you can ask again in \d+ seconds?\.$/);
  });

  it('works on an empty corpus', async () => {
    stage.snapshot = await snapshotOf([]);
    const answer = await stage.playground.asMember.slash('timeline', {});
    expect(answer.text).toContain('**Timeline: All articles**\nThere is nothing dated in the articles.');
  });
});
