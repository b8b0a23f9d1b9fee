import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/playground/index.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

const BODY = 'The lighthouse of Harbourtown was built by Ada Quill in 1842. It is forty metres high.';

let real: RealBot;
beforeAll(async () => {
  real = await startRealBot();
});
afterAll(() => real.close());
beforeEach(() => real.reset());

const done = (outcome: Outcome, words: string) => outcome.waitFor(({ text }) => text.includes(words), 10_000);
const there = (name: string) => existsSync(join(real.corpus, name));
const labels = (outcome: Outcome) =>
  outcome.components.flatMap((one) => ('label' in one && one.type === 2 ? [one.label] : []));

/** Writes articles into the folder, by file name, and reloads. */
async function write(articles: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, facts] of Object.entries(articles))
    writeFileSync(join(real.corpus, name), `---\n${facts}\n---\n\n${BODY} This is ${name}.\n`);
  await real.library.reload();
}

const DIGEST = 'title: Weekly digest\npublisher: Herald\npublished: 2022-03-01';

describe('two articles of one name', () => {
  const TWO = { 'digest-a.md': DIGEST, 'digest-b.md': DIGEST };

  it('are told apart in the list, and each choice is what it says, by value or by name', async () => {
    await write(TWO);
    const { asModerator } = real.playground;
    const choices = await asModerator.autocomplete('corpus remove', 'article', 'weekly digest');
    expect(choices.map(({ name }) => name).sort()).toEqual([
      'Weekly digest · Herald · 2022-03-01 · digest-a.md',
      'Weekly digest · Herald · 2022-03-01 · digest-b.md',
    ]);
    const b = choices.find(({ name }) => name.endsWith('digest-b.md'));
    await done(await asModerator.slash('corpus remove', { article: String(b?.name) }), '1 removed');
    expect([there('digest-a.md'), there('digest-b.md')]).toEqual([true, false]);
  });

  it('are offered as buttons when the name fits both, and only the one that is pressed goes', async () => {
    await write(TWO);
    const { asModerator } = real.playground;
    const asked = await asModerator.slash('corpus remove', {
      article: 'Weekly digest · Herald · 2022-03-01',
    });
    expect(asked.ephemeral).toBe(true);
    expect(asked.text).toMatch(/Which one do you mean.*1\. .*digest-a.*2\. .*digest-b/s);
    expect(labels(asked)).toEqual(['Remove 1', 'Remove 2', 'Cancel']);
    expect([there('digest-a.md'), there('digest-b.md')]).toEqual([true, true]);
    await asked.press('Remove 2');
    await done(asked, '**Moved to the trash:** Weekly digest');
    expect([there('digest-a.md'), there('digest-b.md')]).toEqual([true, false]);
    await asked.press('Undo');
    await done(asked, '**Restored:** Weekly digest');
  });

  it('are offered for editing and for restoring too', async () => {
    await write(TWO);
    const { asModerator } = real.playground;
    const edit = await asModerator.slash('corpus edit', { article: 'weekly digest' });
    expect(labels(edit)).toEqual(['Edit 1', 'Edit 2', 'Cancel']);
    const form = await edit.press('Edit 1');
    expect(form.modal?.title).toBe('Details of the article');
    for (const name of ['digest-a.md', 'digest-b.md']) {
      const choices = await asModerator.autocomplete('corpus remove', 'article', 'weekly');
      const value = choices.find((choice) => choice.name.endsWith(name))?.value ?? choices[0]?.value;
      await done(await asModerator.slash('corpus remove', { article: String(value) }), '1 removed');
    }
    const restore = await asModerator.slash('corpus restore', { article: 'weekly digest' });
    expect(labels(restore)).toEqual(['Restore 1', 'Restore 2', 'Cancel']);
    // By their files; when a minute passed between the two, by the time they were removed at.
    const offered = [...restore.text.matchAll(/^\d\. (.+)$/gm)].map(([, name]) => name);
    expect(new Set(offered).size).toBe(2);
    await restore.press('Restore 1');
    await done(restore, '1 added');
    expect([there('digest-a.md'), there('digest-b.md')].filter(Boolean)).toHaveLength(1);
  });
});

describe('free text', () => {
  it('that fits one article removes nothing until that is confirmed', async () => {
    await write({ 'tides.md': 'title: Tides of the harbour\npublisher: Herald' });
    const { asModerator } = real.playground;
    for (const typed of ['tid', 'Tides of the harbour', 'tides']) {
      const asked = await asModerator.slash('corpus remove', { article: typed });
      expect([typed, asked.text]).toEqual([typed, expect.stringContaining('Do you mean this one?')]);
      expect(asked.text).toContain('Tides of the harbour');
      await asked.press('Cancel');
      expect(asked.text).toBe('Nothing was changed.');
    }
    expect(there('tides.md')).toBe(true);
    const asked = await asModerator.slash('corpus remove', { article: 'tid' });
    await asked.press('Remove');
    await done(asked, '1 removed');
    expect(there('tides.md')).toBe(false);
    const back = await asModerator.slash('corpus restore', { article: 'tides' });
    await back.press('Restore');
    await done(back, '1 added');
  });

  it('that fits many names the first, and says that there are more', async () => {
    const many = Array.from({ length: 14 }, (_, n) => [`tide-${n}.md`, `title: Tide table ${n}`]);
    await write(Object.fromEntries(many));
    const asked = await real.playground.asModerator.slash('corpus remove', { article: 'tide table' });
    expect(labels(asked)).toHaveLength(11);
    expect(asked.text).toContain('4 others fit too');
  });

  it('that fits nothing says where to choose from', async () => {
    const { asModerator } = real.playground;
    for (const command of ['remove', 'edit', 'restore'])
      expect((await asModerator.slash(`corpus ${command}`, { article: 'zebra' })).text).toMatch(
        /Choose (?:one|an entry) from the list/,
      );
  });
});

describe('names that hold channels and roles', () => {
  it('come back as mentions, and mean the same article', async () => {
    await write({
      'a.md': 'title: "Notes of #ask-here for @Moderators"',
      'b.md': 'title: "Notes of #elsewhere for @Moderators"',
    });
    const { asModerator, channelId, requests } = real.playground;
    const choices = await asModerator.autocomplete('corpus remove', 'article', 'notes of');
    const name = choices.map((choice) => choice.name).find((text) => text.includes('#ask-here'));
    requests.length = 0;
    await done(await asModerator.slash('corpus remove', { article: name }), '1 removed');
    expect([there('a.md'), there('b.md')]).toEqual([false, true]);
    // A channel that is not of this server: its name is not known, so it is asked about.
    const asked = await asModerator.slash('corpus remove', {
      article: 'Notes of <#123456789012345678> for @Moderators',
    });
    expect(asked.text).toContain('Do you mean this one?');
    expect(asked.text).toContain('elsewhere');
    expect((await asModerator.slash('sources', { query: `<#${channelId}>` })).text).not.toContain('<#');
  });
});

describe('a form with a wrong field', () => {
  it('keeps all that was pasted, and opens again filled in', async () => {
    const { asModerator } = real.playground;
    const form = await asModerator.slash('corpus add');
    const wrong = await form.submit({
      Text: BODY,
      Title: 'Pasted',
      Publisher: 'Herald',
      'Date of publication': '32 May 2020',
      Address: 'nowhere',
    });
    await done(wrong, 'Nothing was saved yet');
    expect(wrong.text).toMatch(/Date of publication: .*32 May 2020/);
    expect(wrong.text).toMatch(/Address: .*nowhere/);
    const again = await wrong.press('Edit details');
    const filled = JSON.stringify(again.modal);
    for (const typed of [BODY, 'Pasted', 'Herald', '32 May 2020', 'nowhere'])
      expect(filled).toContain(`"value":"${typed}"`);
    const mended = await again.submit({
      Text: BODY,
      Title: 'Pasted',
      Publisher: 'Herald',
      'Date of publication': '31 May 2020',
      Address: '',
    });
    await done(mended, '31 May 2020');
    await mended.press('Save');
    await done(mended, '1 added');
    expect(real.library.current().articles.find(({ title }) => title === 'Pasted')).toMatchObject({
      publisher: 'Herald',
      published: '2020-05-31',
    });
  });

  it('keeps what was typed for an article, as often as it is wrong', async () => {
    await write({ 'tides.md': 'title: Tides\npublisher: Herald' });
    const { asModerator } = real.playground;
    let form = await asModerator.slash('corpus edit', { article: 'Tides' });
    for (const date of ['32 May 2020', 'yesterweek']) {
      const wrong = await form.submit({
        Publisher: 'The Post',
        Authors: 'I. Vane',
        'Date of publication': date,
      });
      await done(wrong, date);
      form = await wrong.press('Edit details');
      expect(JSON.stringify(form.modal)).toContain('"value":"I. Vane"');
      expect(JSON.stringify(form.modal)).toContain(`"value":"${date}"`);
    }
    const edited = await form.submit({ Title: 'Tides', 'Date of publication': '' });
    await done(edited, '**Changed:** Tides');
    await done(edited, '1 changed');
    expect(real.library.current().articles.find(({ title }) => title === 'Tides')).toMatchObject({
      publisher: 'The Post',
      authors: ['I. Vane'],
    });
  });

  it('keeps the draft of a file, and what was typed over it', async () => {
    const { asModerator } = real.playground;
    const preview = await done(
      await asModerator.slash('corpus add', { file: { name: 'light.md', data: `# The light\n\n${BODY}\n` } }),
      'The light',
    );
    const form = await preview.press('Edit details');
    const wrong = await form.submit({ Title: 'The new light', 'Date of publication': '32 May 2020' });
    await done(wrong, '32 May 2020');
    const again = await wrong.press('Edit details');
    expect(JSON.stringify(again.modal)).toContain('"value":"The new light"');
    const mended = await again.submit({ Title: 'The new light', 'Date of publication': '1 May 2020' });
    await done(mended, '1 May 2020');
    await mended.press('Save');
    await done(mended, '**Added:** The new light');
  });

  it('says so when what was typed is too old', async () => {
    const { asModerator } = real.playground;
    const wrong = await (await asModerator.slash('corpus add')).submit({
      Text: BODY,
      'Date of publication': '32 May',
    });
    await done(wrong, 'Nothing was saved yet');
    await real.state.views.clear();
    expect((await wrong.press('Edit details')).text).toContain('too old');
  });
});
