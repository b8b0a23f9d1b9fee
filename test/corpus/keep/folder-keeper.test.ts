import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { openKeeper } from '../../../src/corpus/keep/folder-keeper.ts';
import type { Change } from '../../../src/corpus/keep/keeper.ts';
import { loadCorpus } from '../../../src/corpus/load.ts';
import { BODY, folderOf } from '../folder.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const me = { by: '100000000000000001' };
const EXPORT = ['one', 'two', 'three']
  .map((title) => `${JSON.stringify({ title, text: BODY, licence: 'CC0' })}\n`)
  .join('');

async function open(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = folderOf(files);
  const changes: Change[] = [];
  const clock = { now: NOW };
  const keeper = await openKeeper({
    corpus: folder,
    now: () => clock.now,
    onChange: (change) => void changes.push(change),
  });
  onTestFinished(() => keeper.close());
  const articles = async () => (await loadCorpus(folder)).articles;
  const article = async (id: string): Promise<Article> => {
    const found = (await articles()).find((each) => each.id === id);
    if (found === undefined) throw new Error(`no article ${id}`);
    return found;
  };
  const visible = () =>
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { folder, keeper, changes, clock, articles, article, visible, read };
}

const file = (name: string, content: string | Uint8Array) => ({
  kind: 'file' as const,
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
});

describe('adding', () => {
  test('shows what the corpus would make of a file, and then makes exactly that of it', async () => {
    const { keeper, articles, changes, visible } = await open();
    const page = `<html><head><title>Storm | Post</title><meta property="og:site_name" content="The Post"></head><body><article><h1>Storm</h1>${BODY.split(
      '\n\n',
    )
      .map((line) => `<p>${line}</p>`)
      .join('')}</article></body></html>`;
    const preview = await keeper.preview({
      ...file('../x/Page.HTML', page),
      url: 'https://post.example/storm',
    });
    expect(preview).toMatchObject({ path: 'storm.md', savable: true, editable: true });
    expect(preview.existing).toBeUndefined();
    const change = await keeper.save(preview.draft, me);
    expect(change).toMatchObject({ action: 'add', path: 'storm.md', title: 'Storm', id: 'storm' });
    expect(changes).toEqual([change]);
    expect(visible()).toEqual(['storm.md']);
    const [saved] = await articles();
    expect(saved).toEqual(preview.articles[0]?.article);
    expect(saved).toMatchObject({ publisher: 'The Post', url: 'https://post.example/storm', text: BODY });
  });

  test('a pasted text takes the facts that are typed; they can be changed before it is saved', async () => {
    const { keeper, articles } = await open();
    const { draft } = await keeper.preview({
      kind: 'text',
      text: BODY,
      facts: { title: 'Storm', published: '2 August 2021' },
    });
    const revised = await keeper.revise(draft, { authors: 'I. Vane, A. Quill', publisher: 'No: "one"' });
    expect(revised.articles[0]?.article).toMatchObject({ title: 'Storm', published: '2021-08-02' });
    await keeper.save(draft, me);
    expect(await articles()).toMatchObject([
      {
        id: 'storm',
        title: 'Storm',
        published: '2021-08-02',
        publisher: 'No: "one"',
        authors: ['I. Vane', 'A. Quill'],
        text: BODY,
      },
    ]);
    await expect(keeper.save(draft, me)).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each<[string, string, string, string]>([
    [
      'marks of its author',
      `Row *a* is [sic] shut.\nA # of boats, 2 * 3 * 4.\n\n${BODY}`,
      'storm.txt',
      '2 * 3 * 4.',
    ],
    [
      'Markdown',
      `## At **night**\n\nSee [the gate](https://a.example/).\n\n${BODY}`,
      'storm.md',
      'See the gate.',
    ],
    [
      'wikitext',
      `'''Storm''' is a [[boat|big boat]].\n\n== Use ==\n* [[nets]]\n\n${BODY}`,
      'storm.md',
      'Storm is a big boat.',
    ],
  ])('a pasted text with %s is read as what it is', async (_, text, path, words) => {
    const { keeper, articles, visible } = await open();
    const preview = await keeper.preview({ kind: 'text', text, facts: { title: 'Storm' } });
    await keeper.save(preview.draft, me);
    expect(visible()).toEqual([path]);
    const [article] = await articles();
    expect(article).toEqual(preview.articles[0]?.article);
    expect(article?.text).toContain(words);
  });

  test('a draft survives a restart, but not a day', async () => {
    const { keeper, folder, clock } = await open();
    const { draft } = await keeper.preview(file('a.txt', BODY));
    const again = await openKeeper({ corpus: folder, now: () => clock.now });
    onTestFinished(() => again.close());
    expect((await again.draft(draft)).articles).toHaveLength(1);
    clock.now += 25 * 60 * 60 * 1000;
    await expect(again.draft(draft)).rejects.toMatchObject({ code: 'not-found' });
    const later = await openKeeper({ corpus: folder, now: () => clock.now });
    onTestFinished(() => later.close());
    expect(readdirSync(join(folder, '.drafts'))).toEqual([]);
  });

  test('never writes over an article without being told to, and then keeps the old one', async () => {
    const old = `---\ntitle: Storm\n---\nThe old text of the article.\n\n${BODY}`;
    const { keeper, read, changes } = await open({ 'storm.txt': old });
    const { draft, existing } = await keeper.preview(file('storm.txt', `---\ntitle: Storm\n---\n${BODY}`));
    expect(existing).toEqual({ path: 'storm.txt', title: 'Storm' });
    await expect(keeper.save(draft, me)).rejects.toMatchObject({ code: 'exists' });
    expect(read('storm.txt')).toBe(old);
    const { trashed = '' } = await keeper.save(draft, { ...me, overwrite: true });
    expect(read('storm.txt')).not.toContain('old text');
    await keeper.restore(trashed, me);
    expect(read('storm.txt')).toBe(old);
    expect(changes.map(({ action }) => action)).toEqual(['overwrite', 'restore']);
    expect((await keeper.trash()).map(({ why }) => why)).toEqual(['replaced']);
  });

  test('a file of many articles is taken as it is', async () => {
    const { keeper, articles, read } = await open();
    const preview = await keeper.preview(file('dump.jsonl', EXPORT));
    expect(preview).toMatchObject({ path: 'dump.jsonl', editable: false, savable: true });
    expect(preview.articles.map(({ article }) => article.title)).toEqual(['one', 'two', 'three']);
    expect(await keeper.save(preview.draft, me)).toMatchObject({ title: '3 articles of dump.jsonl' });
    expect(read('dump.jsonl')).toBe(EXPORT);
    expect(await articles()).toHaveLength(3);
  });

  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['a picture', 'a.png', 'x', /no reader for this file/],
    ['no extension', 'README', 'x', /no reader for this file/],
    ['too large a file', 'a.txt', new Uint8Array(21 * 1024 * 1024), /too large; the limit is 20 MB/],
  ])('%s is refused', async (_, name, bytes, message) => {
    const { keeper, visible } = await open();
    await expect(keeper.preview(file(name, bytes))).rejects.toThrow(message);
    expect(visible()).toEqual([]);
  });

  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['an empty file', 'a.txt', '', /empty/],
    ['a zip named .pdf', 'a.pdf', Buffer.from('PK\u0003\u0004rest'), /PDF/],
    ['a program named .txt', 'a.txt', Buffer.from('\u007FELF\u0000\u0000'), /program|text/],
    ['a line of ten million characters', 'a.txt', 'x'.repeat(10_000_000), /too long|characters/],
    [
      'a billion laughs',
      'a.xml',
      `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
        .split('')
        .map((n, i) => `<!ENTITY ${n} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
        .join('')}]><rss><channel><item><title>&j;</title></item></channel></rss>`,
      /./,
    ],
    ['deep HTML', 'a.html', '<div>'.repeat(200_000), /./],
  ])(
    '%s can be looked at, within seconds, but not saved',
    async (_, name, bytes, message) => {
      const { keeper } = await open();
      const preview = await keeper.preview(file(name, bytes));
      const problems = [...preview.problems, ...preview.articles.flatMap((each) => each.problems)];
      expect(problems.map((problem) => problem.message).join(' ')).toMatch(message);
      expect(preview.savable).toBe(false);
      await expect(keeper.save(preview.draft, me)).rejects.toMatchObject({ code: 'unreadable' });
    },
    20_000,
  );

  test.each([
    [{ published: '31 February 2021' }, /not a day of the calendar.*YYYY-MM-DD/],
    [{ published: '03/04/2021' }, /two ways/],
    [{ url: 'harbour.example' }, /not a web address/],
    [{ title: 'x'.repeat(400) }, /at most 300/],
  ])('facts that make no sense are refused: %j', async (facts, message) => {
    const { keeper } = await open();
    const { draft } = await keeper.preview(file('a.txt', BODY));
    await expect(keeper.revise(draft, facts)).rejects.toThrow(message);
    await expect(keeper.preview({ kind: 'text', text: BODY, facts })).rejects.toMatchObject({
      code: 'bad-fact',
    });
  });
});

describe('removing and restoring', () => {
  test('a file goes to the trash and comes back as it was', async () => {
    const { keeper, article, visible, read, changes } = await open({ 'news/a.txt': BODY });
    const change = await keeper.remove(await article('news/a'), me);
    expect(visible()).toEqual(['news']);
    expect(await keeper.trash()).toEqual([
      {
        id: change.trashed,
        path: 'news/a.txt',
        title: change.title,
        removed: NOW,
        by: me.by,
        why: 'removed',
      },
    ]);
    await keeper.restore(change.trashed ?? '', me);
    expect(read('news/a.txt')).toBe(BODY);
    expect(await keeper.trash()).toEqual([]);
    expect(changes.map(({ action }) => action)).toEqual(['remove', 'restore']);
    await expect(keeper.restore(change.trashed ?? '', me)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what was removed does not come back over another file', async () => {
    const { keeper, article, folder, read } = await open({ 'a.txt': BODY });
    const { trashed = '' } = await keeper.remove(await article('a'), me);
    writeFileSync(join(folder, 'a.txt'), 'Another.');
    await expect(keeper.restore(trashed, me)).rejects.toMatchObject({ code: 'exists' });
    expect(read('a.txt')).toBe('Another.');
    expect(await keeper.trash()).toHaveLength(1);
  });

  test.each([
    ['dump.jsonl', Buffer.from(EXPORT)],
    ['dump.jsonl.gz', gzipSync(EXPORT)],
  ])('a line of %s goes and comes back; the others keep their ids', async (name, bytes) => {
    const { keeper, article, articles, folder } = await open({ [name]: bytes });
    const ids = (await articles()).map(({ id }) => id);
    const { trashed = '' } = await keeper.remove(await article('dump#2'), me);
    expect((await articles()).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    await keeper.restore(trashed, me);
    const now = readFileSync(join(folder, name));
    expect((name.endsWith('.gz') ? gunzipSync(now) : now).toString()).toBe(EXPORT);
  });

  test('an export that has changed meanwhile is left alone', async () => {
    const { keeper, article, folder, read } = await open({ 'dump.jsonl': EXPORT });
    const second = await article('dump#2');
    const changed = EXPORT.replace('two', 'zwei');
    writeFileSync(join(folder, 'dump.jsonl'), changed);
    await expect(keeper.remove(second, me)).rejects.toThrow(/changed since it was read/);
    expect(read('dump.jsonl')).toBe(changed);
  });

  test('an article of a list cannot be taken out of it', async () => {
    const { keeper, articles } = await open({
      'list.json': JSON.stringify([
        { title: 'a', text: BODY },
        { title: 'b', text: BODY },
      ]),
    });
    const [first] = await articles();
    if (first === undefined) throw new Error('no article');
    await expect(keeper.remove(first, me)).rejects.toMatchObject({ code: 'not-editable' });
  });
});

describe('editing', () => {
  test('changes the facts and not one character of the text', async () => {
    const text = `---\ntitle: Old\nlicence: CC0\n---\n${BODY}\n`;
    const { keeper, article, read } = await open({ 'a.md': text });
    const change = await keeper.edit(await article('a'), { title: 'New', published: '2021-08-02' }, me);
    expect(read('a.md')).toBe(`---\ntitle: New\nlicence: CC0\npublished: 2021-08-02\n---\n${BODY}\n`);
    expect(keeper.facts(await article('a'))).toMatchObject({
      title: 'New',
      published: '2021-08-02',
      url: '',
    });
    await keeper.restore(change.trashed ?? '', me);
    expect(read('a.md')).toBe(text);
  });

  test('an article of another format becomes text with front matter, under its id, and can go back', async () => {
    const { keeper, article, visible } = await open({
      'a.html': `<title>Storm</title><article><p>${BODY}</p></article>`,
    });
    const before = await article('a');
    const { trashed = '' } = await keeper.edit(before, { publisher: 'The Post' }, me);
    expect(visible()).toEqual(['a.md']);
    expect(await article('a')).toMatchObject({
      title: before.title,
      text: before.text,
      publisher: 'The Post',
    });
    await keeper.restore(trashed, me);
    expect(visible()).toEqual(['a.html']);
    expect(await article('a')).toEqual(before);
  });

  test('a line of an export keeps what else is in it', async () => {
    const { keeper, article, read } = await open({ 'dump.jsonl': EXPORT });
    await keeper.edit(await article('dump#2'), { publisher: 'The Post' }, me);
    expect(JSON.parse(read('dump.jsonl').split('\n')[1] ?? '')).toEqual({
      title: 'two',
      text: BODY,
      licence: 'CC0',
      publisher: 'The Post',
    });
    expect(await article('dump#2')).toMatchObject({ title: 'two', publisher: 'The Post' });
  });
});

test('the export is read back as the same articles', async () => {
  const { keeper, articles } = await open({
    'a.md': `---\ntitle: A\npublished: 2021-08-02\nauthors: [I. Vane]\n---\n${BODY}`,
    'b.txt': BODY,
  });
  const before = await articles();
  const result = await keeper.exportCorpus(before, 1_000_000);
  if (!result.ok) throw new Error(result.reason);
  const { articles: after } = await loadCorpus(folderOf({ 'all.jsonl.gz': result.bytes }));
  const facts = ({ title, text, published, authors }: Article) => ({ title, text, published, authors });
  expect(after.map(facts)).toEqual(before.map(facts));
  expect(await keeper.exportCorpus(before, 100)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('2 articles'),
  });
});

test('a corpus of one file, or none, is not changed from here', async () => {
  const folder = folderOf({ 'dump.jsonl': EXPORT });
  for (const corpus of [join(folder, 'dump.jsonl'), join(folder, 'nowhere')]) {
    const keeper = await openKeeper({ corpus });
    await expect(keeper.preview(file('a.txt', BODY))).rejects.toMatchObject({ code: 'not-a-folder' });
    await keeper.close();
  }
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
