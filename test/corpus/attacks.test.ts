import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HeavyReader } from '../../src/corpus/formats/heavy-reader.ts';
import { openKeeper } from '../../src/corpus/keep/folder-keeper.ts';
import type { KeeperOptions } from '../../src/corpus/keep/keeper.ts';
import { CORPUS_LIMITS } from '../../src/corpus/limits.ts';
import { type LoadOptions, loadCorpus } from '../../src/corpus/load.ts';
import { checkCorpus } from '../../src/terminal/commands/check-command.ts';
import { pdfOf, zipOf } from './fixtures.ts';
import { BODY, folderOf } from './folder.ts';

/*
 * Files from strangers. One bad file, folder or draft is a problem in a list and never the end of the rest: in each test
 * the good article beside it is read.
 */
const GOOD = `---\ntitle: Pier\npublished: 2021-08-02\n---\n${BODY}`;
const me = { by: '100000000000000001' };

interface Scene extends LoadOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Does to the folder what can't be written as a file. */
  readonly prepare?: (folder: string) => void;
}

async function load({ files = {}, prepare, ...options }: Scene) {
  const folder = folderOf({ 'corpus/good.txt': GOOD, ...files });
  prepare?.(join(folder, 'corpus'));
  const { articles, problems } = await loadCorpus(join(folder, 'corpus'), options);
  expect(articles.map(({ title }) => title)).toContain('Pier');
  return { folder, articles, problems };
}

async function open(folder: string, options: Partial<KeeperOptions> = {}) {
  const keeper = await openKeeper({ corpus: folder, ...options });
  onTestFinished(() => keeper.close());
  return keeper;
}

/** What every object has by these names is no table's entry. */
const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'];

describe('what no reader was made for', () => {
  test.each(INHERITED)('%s where a table is asked for a word of the file', async (name) => {
    const rtf = `{\\rtf1\\ansi The pier has\\${name}  been closed since Monday, says the harbour master.\\par}`;
    const html = `<!doctype html><meta charset="${name}"><title>Mole</title><article><h1>Mole</h1><p role="${name}">${BODY}</p>
      <p>It is <math><semantics><mi>a</mi><annotation encoding="application/x-tex">\\${name} x</annotation></semantics></math> long.</p></article>`;
    const rss = `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Port</title>
      <sy:updatePeriod>${name}</sy:updatePeriod><item><title>Quay</title><description>${BODY}</description></item></channel></rss>`;
    const { articles } = await load({
      files: { 'corpus/pier.rtf': rtf, 'corpus/mole.html': html, 'corpus/port.rss': rss },
    });
    const texts = articles.map(({ text }) => text).join('\n');
    expect(texts).not.toMatch(/native code|function/);
    expect(texts).toContain('The pier has been closed since Monday');
    expect(articles.map(({ title }) => title)).toEqual(expect.arrayContaining(['Mole', 'Quay']));
    expect(articles.find(({ title }) => title === 'Mole')?.text).toContain(BODY.slice(0, 60));
  });

  test('more lines than a call has arguments, none of them empty', async () => {
    const lines = Array.from({ length: 130_000 }, (_, i) => `word ${i}`).join('\n');
    const { articles } = await load({ files: { 'corpus/words.txt': lines } });
    expect(articles.find(({ id }) => id === 'words')?.text).toContain('word 129999');
  });

  test('a pipe where the list of lines to drop should be', async () => {
    const { problems } = await load({
      prepare: (folder) => void execFileSync('mkfifo', [join(folder, '.drop-lines.txt')]),
    });
    expect(problems).toMatchObject([
      { path: '.drop-lines.txt', message: expect.stringContaining('no plain file') },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that nobody may look into', async () => {
    const { folder, problems } = await load({
      files: { 'corpus/lost+found/x.txt': BODY },
      prepare: (corpus) => chmodSync(join(corpus, 'lost+found'), 0),
    });
    onTestFinished(() => chmodSync(join(folder, 'corpus/lost+found'), 0o700));
    expect(problems).toMatchObject([{ path: 'lost+found' }]);
    await open(join(folder, 'corpus'));
  });

  test.each([
    ['cut off', '{"at":1,"na'],
    ['of another program', '{"at":"today"}'],
    ['no JSON', '\u0000'],
  ])('a draft whose note is %s', async (_, note) => {
    const { folder } = await load({ files: { 'corpus/.drafts/abcdefghijklmnop/draft.json': note } });
    const keeper = await open(join(folder, 'corpus'));
    expect(existsSync(join(folder, 'corpus/.drafts/abcdefghijklmnop'))).toBe(false);
    expect(await keeper.trash()).toEqual([]);
  });

  test('a name that gives a terminal orders', async () => {
    const { folder } = await load({ files: { 'corpus/a\u001b[2J\u009bm\nb.txt': 'x' } });
    const printed: string[] = [];
    const io = { out: (text: string) => void printed.push(text), err: () => undefined, colour: false };
    await checkCorpus(join(folder, 'corpus'), io);
    expect(printed.join('')).toContain('[2J');
    expect(printed.join('').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(
      printed
        .join('')
        .split('\n')
        .filter((line) => line.startsWith('b.txt')),
    ).toEqual([]);
  });
});

describe('what is small and becomes large', () => {
  test('an export of empty objects: its problems are counted, and its rest is not read', async () => {
    const lines = gzipSync('{}\n'.repeat(200_000));
    expect(lines.length).toBeLessThan(2000);
    const { problems } = await load({ files: { 'corpus/empty.jsonl.gz': lines } });
    expect(problems.length).toBeLessThanOrEqual(CORPUS_LIMITS.problemsTold + 1);
    expect(problems.at(-1)).toMatchObject({ message: expect.stringMatching(/[\d,]+ more problems/) });
  });

  test('bad lines among more good ones do not end the reading', async () => {
    const good = (i: number) => JSON.stringify({ title: `Title ${i}`, text: 'Words of a text.' });
    const lines = Array.from({ length: 25_000 }, (_, i) => `${i % 2 ? '{}\n' : ''}${good(i)}\n`).join('');
    const { articles } = await load({ files: { 'corpus/mixed.jsonl': lines } });
    expect(articles).toHaveLength(25_001);
  });

  test('more articles than a preview can hold', async () => {
    const { folder } = await load({});
    const keeper = await open(join(folder, 'corpus'));
    const bytes = Buffer.from(
      `${JSON.stringify({ title: 'a', text: 'b' })}\n`.repeat(CORPUS_LIMITS.previewArticles + 1),
    );
    const preview = keeper.preview({ kind: 'file', name: 'many.jsonl', bytes });
    await expect(preview).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/too many/),
    });
  });

  test('a Word document that says it is small', async () => {
    const heavy = new HeavyReader();
    onTestFinished(() => heavy.close());
    const bomb = zipOf({ 'word/document.xml': Buffer.alloc(120 * 1024 * 1024) }, 10, true);
    expect(bomb.length).toBeLessThan(200_000);
    const { problems } = await heavy.read({ format: 'docx', bytes: bomb, path: 'a.docx' });
    expect(problems).toMatchObject([{ message: 'The document unpacks to more than 100 MB.' }]);
  });

  test('a PDF whose stream unpacks outside of the thread’s own memory', { timeout: 120_000 }, async () => {
    const heavy = new HeavyReader({ milliseconds: 60_000, megabytes: 40 });
    onTestFinished(() => heavy.close());
    const bomb = pdfOf([['Words']], undefined, Buffer.alloc(120 * 1024 * 1024, ' '));
    const { problems } = await heavy.read({ format: 'pdf', bytes: bomb, path: 'a.pdf' });
    expect(problems).toMatchObject([{ message: 'Reading the file takes too much memory; it is left out.' }]);
  });
});

describe('links out of the corpus folder', () => {
  const files = { '.env': 'TOKEN=s3cret that nobody may read', 'outside/x.txt': BODY };
  const link = (folder: string) => {
    symlinkSync('../.env', join(folder, 'notes.txt'));
    symlinkSync('../outside', join(folder, 'more'));
    symlinkSync('good.txt', join(folder, 'again.txt'));
  };

  test('are left out; those within it are followed', async () => {
    const { articles, problems } = await load({ files, prepare: link });
    expect(articles.map(({ id }) => id)).toEqual(['again', 'good']);
    const out = problems.filter(({ message }) => message.includes('leads out'));
    expect(out.map(({ path }) => path)).toEqual(['more', 'notes.txt']);
  });

  test('are followed when the settings say so', async () => {
    const { articles } = await load({ files, prepare: link, followLinks: true });
    expect(articles.map(({ id }) => id)).toEqual(['again', 'good', 'more/x', 'notes']);
  });

  test('are not written through, even when they were followed once', async () => {
    const { folder, articles } = await load({ files, prepare: link, followLinks: true });
    const keeper = await open(join(folder, 'corpus'));
    for (const id of ['more/x', 'notes']) {
      const article = articles.find((one) => one.id === id);
      if (article === undefined) throw new Error('it was read above');
      const message = expect.stringMatching(/leads out of the corpus folder/);
      await expect(keeper.edit(article, { title: 'Mine' }, me)).rejects.toMatchObject({
        code: 'disk',
        message,
      });
      await expect(keeper.remove(article, me)).rejects.toMatchObject({ code: 'disk', message });
    }
    expect(readFileSync(join(folder, 'outside/x.txt'), 'utf8')).toBe(BODY);
  });
});

describe('what is handed in', () => {
  test('the words of a page are no front matter', async () => {
    const { folder } = await load({});
    const keeper = await open(join(folder, 'corpus'));
    const words = ['---', 'title: Taken over', 'url: https://bank.example/', '---'].map(
      (line) => `<p>${line}</p>`,
    );
    const page = `<html><head><title>A page</title></head><body><article>${words.join('')}<p>${BODY}</p></article></body></html>`;
    const { articles } = await keeper.preview({ kind: 'file', name: 'page.html', bytes: Buffer.from(page) });
    expect(articles[0]?.article).toMatchObject({ title: 'A page' });
    expect(articles[0]?.article.url).toBeUndefined();
  });

  test('an export does not take over the address of an article that is there', async () => {
    const url = 'https://post.example/pier';
    const line = (title: string, to: string) => `${JSON.stringify({ title, url: to, text: BODY })}\n`;
    const { folder, articles } = await load({ files: { 'corpus/paper.jsonl': line('Pier', url) } });
    const keeper = await open(join(folder, 'corpus'), {
      known: (id) => articles.find((article) => article.id === id),
    });
    const handIn = (content: string) =>
      keeper.preview({ kind: 'file', name: 'a.jsonl', bytes: Buffer.from(content) });
    const forged = await handIn(line('Forged', url) + line('Other', 'https://post.example/other'));
    expect(forged.savable).toBe(false);
    expect(forged.problems[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('paper.jsonl'),
    });
    await expect(keeper.save(forged.draft, me)).rejects.toMatchObject({ code: 'unreadable' });
    const fresh = await handIn(line('One', 'https://post.example/1') + line('Two', 'https://post.example/2'));
    expect(fresh.savable).toBe(true);
  });
});

test('two programs that take lines out of one export at once lose nothing', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => `${JSON.stringify({ title: `t${i}`, text: BODY })}\n`);
  const { folder, articles } = await load({ files: { 'corpus/paper.jsonl': lines.join('') } });
  const corpus = join(folder, 'corpus');
  const keepers = await Promise.all([open(corpus), open(corpus)]);
  const inExport = articles.filter(({ path }) => path === 'paper.jsonl').slice(0, 10);
  await Promise.all(inExport.map((article, i) => keepers[i % 2]?.remove(article, me)));
  const left = await loadCorpus(corpus);
  expect(left.articles.map(({ title }) => title)).toEqual(['Pier', 't10', 't11']);
  expect(existsSync(join(corpus, '.footnote.lock'))).toBe(false);
});

test('the lock of a program that died is taken away', async () => {
  const { folder } = await load({});
  const corpus = join(folder, 'corpus');
  const dead = execFileSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))']).toString();
  writeFileSync(join(corpus, '.footnote.lock'), `${hostname()} ${dead}`);
  const keeper = await open(corpus);
  const { draft } = await keeper.preview({ kind: 'text', text: BODY, facts: { title: 'Quay' } });
  expect(await keeper.save(draft, me)).toMatchObject({ action: 'add' });
});
