import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/playground/index.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

const BODY =
  'The lighthouse of Harbourtown was built by Ada Quill in 1842. It is forty metres high and stands on a rock.\n\nShare on Facebook\n\nAda Quill was a mason from the north, and she also built the old bridge of the town, which is still in use today.';
const FILE = {
  name: '../../lighthouse.md',
  data: `---\ntitle: The lighthouse\npublisher: The Harbour Post\n---\n\n${BODY}\n`,
};
const QUESTION = { question: 'who built the lighthouse of Harbourtown?' };

describe('/corpus, through the real client over real files', () => {
  let real: RealBot;
  beforeAll(async () => {
    real = await startRealBot();
  });
  beforeEach(() => real.reset());
  afterEach(() => {
    expect(real.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    expect(real.playground.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });
  afterAll(() => real.close());

  const files = () =>
    readdirSync(real.corpus)
      .filter((name) => !name.startsWith('.'))
      .sort();
  const done = (outcome: Outcome, words: string) =>
    outcome.waitFor(({ text }) => text.includes(words), 10_000);

  /** Adds the file and saves it. */
  async function addLighthouse(): Promise<Outcome> {
    const preview = await real.playground.asModerator.slash('corpus add', { file: FILE });
    await done(preview, 'The lighthouse');
    await preview.press('Save');
    return done(preview, 'The articles are up to date');
  }

  it('is there for those who may manage the server, and for nobody else', async () => {
    const { asMember, asModerator } = real.playground;
    expect(asModerator.commands().map(({ name }) => name)).toContain('corpus');
    expect(asMember.commands().map(({ name }) => name)).not.toContain('corpus');
    await expect(asMember.slash('corpus status')).rejects.toThrow('You do not have permission');
    // Discord itself does not keep others from a button that they can see.
    const body = {
      components: [
        { type: 1, components: [{ type: 2, style: 4, label: 'Force', custom_id: 'v1:corpus:force' }] },
      ],
      content: 'x',
    };
    await real.bot.client.rest.post(`/channels/${real.playground.channelId}/messages`, { body });
    const message = asMember.messages().at(-1);
    if (message === undefined) throw new Error('no message');
    const refused = await asMember.press(message, 'Force');
    expect([refused.ephemeral, refused.text]).toEqual([
      true,
      expect.stringContaining('may manage the server'),
    ]);
  });

  it('reloads what has changed, by name, with what failed and how to mend it', async () => {
    writeFileSync(join(real.corpus, 'new.md'), `---\ntitle: A new one\n---\n\n${BODY}\n`);
    writeFileSync(join(real.corpus, 'broken.json'), '{"title": ');
    const report = await done(await real.playground.asModerator.slash('corpus reload'), '1 added');
    expect(report.ephemeral).toBe(true);
    expect(report.text).toContain('**Added (1)**\n- A new one');
    expect(report.text).toMatch(/Could not be read \(1\)\*\*\n- broken\.json.*: .+/);
    expect(report.text).toMatch(/2 articles → 3 · \d+ sentences → \d+ · [\d.]+ m?s/);
    const again = await done(await real.playground.asModerator.slash('corpus reload'), 'Nothing has changed');
    expect(again.text).not.toContain('Added');
  });

  it('keeps the articles when most of them have vanished, until a moderator insists', async () => {
    const { asModerator } = real.playground;
    const numbers = Array.from({ length: 20 }, (_, n) => `number-${n}.md`);
    for (const name of numbers) {
      writeFileSync(join(real.corpus, name), `---\ntitle: ${name}\n---\n\n${name}. ${BODY}\n`);
    }
    await done(await asModerator.slash('corpus reload'), '20 added');
    for (const name of numbers) rmSync(join(real.corpus, name));
    const kept = await done(await asModerator.slash('corpus reload'), 'left as they were');
    expect(real.library.current().articles).toHaveLength(22);
    await kept.press('Reload all the same');
    await done(kept, '0 added, 0 changed, 20 removed');
    expect(kept.text).toContain('… and 10 more');
    expect(real.library.current().articles).toHaveLength(2);
  });

  it('adds a file after showing what was made of it, and answers from it at once', async () => {
    const { asModerator, asMember } = real.playground;
    const before = files();
    const preview = await done(await asModerator.slash('corpus add', { file: FILE }), 'The lighthouse');
    expect(preview.ephemeral).toBe(true);
    expect(preview.text).toContain('The Harbour Post · undated');
    expect(preview.text).toContain('> The lighthouse of Harbourtown was built by Ada Quill in 1842.');
    expect(preview.text).toContain('share bar: Share on Facebook');
    expect(files()).toEqual(before);
    await preview.press('Save');
    const saved = await done(preview, 'The articles are up to date');
    expect(saved.text).toContain('**Added:** The lighthouse');
    expect(files()).toHaveLength(before.length + 1);
    expect((await asMember.slash('ask', QUESTION)).text).toContain('Ada Quill');
    const status = await done(await asModerator.slash('corpus status'), 'Changes');
    expect(status.text).toMatch(new RegExp(`<@${asModerator.user.id}> add: The lighthouse`));
    expect(status.text).toContain('**3 articles**');
  });

  it('lets the details be edited before saving, and never writes over a file without asking', async () => {
    await addLighthouse();
    const { asModerator } = real.playground;
    const again = await done(
      await asModerator.slash('corpus add', {
        file: { ...FILE, data: `${FILE.data}\nA second version of it.\n` },
      }),
      'There is a file of that name already',
    );
    const form = await again.press('Edit details');
    expect(form.modal?.components).toHaveLength(5);
    await form.submit({ Title: 'Another lighthouse', 'Date of publication': '2021-08-05' });
    await done(again, 'Another lighthouse');
    expect(again.text).toContain('5 August 2021');
    await again.press('Cancel');
    expect(again.text).toBe('Nothing was saved.');
    const third = await done(
      await asModerator.slash('corpus add', {
        file: { ...FILE, data: `${FILE.data}\nA third version of it.\n` },
      }),
      'There is a file of that name already',
    );
    await third.press('Replace it');
    await done(third, '**Replaced:** The lighthouse');
    await done(third, '1 changed');
  });

  it('takes a pasted text, and says what is wrong with a date', async () => {
    const { asModerator } = real.playground;
    const form = await asModerator.slash('corpus add');
    expect(form.modal?.title).toBe('Add an article');
    const wrong = await form.submit({ Text: BODY, Title: 'Pasted', 'Date of publication': '32 May' });
    expect(wrong.text).not.toContain('up to date');
    const second = await asModerator.slash('corpus add');
    const preview = await second.submit({ Text: BODY, Title: 'Pasted', 'Date of publication': '5 Aug 2021' });
    await done(preview, 'Pasted');
    expect(preview.text).toContain('5 August 2021');
    await preview.press('Save');
    await done(preview, '1 added');
    expect(real.library.current().articles.map(({ title }) => title)).toContain('Pasted');
  });

  it.each([
    ['a zip that calls itself a PDF', { name: 'a.pdf', data: 'PK\u0003\u0004 not a pdf' }],
    ['an unknown format', { name: 'a.exe', data: 'MZ' }],
    ['an empty file', { name: 'a.txt', data: ' ' }],
  ])('refuses %s with a clear message', async (_, file) => {
    const before = files();
    const refused = await (await real.playground.asModerator.slash('corpus add', { file })).settled(1500);
    expect(refused.text).not.toMatch(/Something went wrong|thinking/);
    expect(refused.text.length).toBeGreaterThan(20);
    expect(files()).toEqual(before);
  });

  it('does not fetch links unless that is allowed', async () => {
    const refused = await real.playground.asModerator.slash('corpus add', { link: 'https://x.example/' });
    expect(refused.text).toContain('CORPUS_ADD_LINKS');
  });

  it('removes an article, undoes it, removes it again and restores it from the list', async () => {
    await addLighthouse();
    const { asModerator, asMember } = real.playground;
    const [choice] = await asModerator.autocomplete('corpus remove', 'article', 'lighth');
    expect(choice?.name).toBe('The lighthouse · The Harbour Post');
    const removed = await asModerator.slash('corpus remove', { article: String(choice?.value) });
    await done(removed, '**Moved to the trash:** The lighthouse');
    await done(removed, '1 removed');
    expect((await asMember.slash('ask', QUESTION)).text).not.toContain('Ada Quill');
    await removed.press('Undo');
    await done(removed, '**Restored:** The lighthouse');
    await done(removed, '1 added');
    await done(await asModerator.slash('corpus remove', { article: String(choice?.name) }), '1 removed');
    const [entry] = await asModerator.autocomplete('corpus restore', 'article', 'lighth');
    expect(entry?.name).toMatch(/^The lighthouse · removed \d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
    await done(await asModerator.slash('corpus restore', { article: String(entry?.value) }), '1 added');
    expect((await asMember.slash('ask', QUESTION)).text).toContain('Ada Quill');
    expect((await asModerator.slash('corpus remove', { article: 'zebra' })).text).toContain('no article');
  });

  it('edits the facts of an article and leaves its text alone', async () => {
    await addLighthouse();
    const { asModerator, asMember } = real.playground;
    const form = await asModerator.slash('corpus edit', { article: 'The lighthouse' });
    const edited = await form.submit({
      Publisher: '',
      'Date of publication': '1 May 2020',
      Authors: 'I. Vane',
    });
    await done(edited, '**Changed:** The lighthouse');
    await done(edited, '1 changed');
    const answer = await asMember.slash('ask', QUESTION);
    expect(answer.text).toContain('I. Vane · 1 May 2020');
    const bad = await (await asModerator.slash('corpus edit', { article: 'The lighthouse' })).submit({
      'Date of publication': '32 May 2020',
    });
    await bad.settled();
    expect(bad.text).not.toMatch(/Something went wrong/);
    expect(bad.text).not.toContain('Changed');
  });

  it('lists the questions without an answer, and forgets them on request', async () => {
    const { asModerator } = real.playground;
    const gaps = () => asModerator.slash('corpus gaps');
    expect((await gaps()).text).toContain('No unanswered questions');
    await asModerator.slash('ask', { question: 'who invented the zebra crossing in Zurich?' });
    await asModerator.slash('ask', { question: 'Who invented the zebra crossing in Zurich' });
    await asModerator.slash('ask', { question: 'how much is a kangaroo in Sydney' });
    // What was asked is noted after it was answered.
    await expect.poll(async () => (await gaps()).text).toMatch(/zebra crossing.* \(2 × no answer.*kangaroo/s);
    const list = await gaps();
    expect(list.text).toContain('2 questions');
    expect(list.text).not.toContain(asModerator.user.id);
    const menu = list.components.find((component) => component.type === 3);
    const values = menu !== undefined && 'options' in menu ? menu.options.map(({ value }) => value) : [];
    await list.choose('Forget one of these', values.slice(0, 1));
    await done(list, '1 question without');
    await list.press('Forget all');
    expect(list.text).toContain('That cannot be undone.');
    await list.press('Forget them');
    await done(list, 'No unanswered questions');
    const status = await done(await asModerator.slash('corpus status'), 'Changes');
    expect(status.text).toContain('clear-gaps: 1 question');
  });

  it('exports the articles as one file', async () => {
    const exported = await real.playground.asModerator.slash('corpus export');
    await exported.waitFor(({ files: sent }) => sent.length > 0, 10_000);
    const [file] = exported.files;
    expect(file?.name).toBe('corpus.jsonl.gz');
    const lines = gunzipSync(file?.bytes ?? new Uint8Array())
      .toString()
      .trim()
      .split('\n');
    const titles = lines.map((line) => JSON.parse(line).title);
    expect(titles.sort()).toEqual(
      real.library
        .current()
        .articles.map(({ title }) => title)
        .sort(),
    );
  });

  it('writes files that a person can read', async () => {
    await addLighthouse();
    const [name] = files().filter((each) => each.includes('lighthouse'));
    expect(name).toBe('the-lighthouse.md');
    const written = readFileSync(join(real.corpus, name ?? ''), 'utf8');
    expect(written).toMatch(/^---\ntitle: The lighthouse\n/);
    expect(written).toContain('The lighthouse of Harbourtown was built by Ada Quill in 1842.');
  });
});
