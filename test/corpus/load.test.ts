import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { BODY, folderOf } from './folder.ts';

const article = (title: string, body = BODY) => `---\ntitle: ${title}\npublished: 2021-08-02\n---\n${body}\n`;
const record = (fields: object) =>
  JSON.stringify({ title: 'Pier', published: '2021-08-02', text: BODY, ...fields });

test('a folder of articles, with the folders in it', async () => {
  const folder = folderOf({
    'pier.txt': article('Pier'),
    'north/quay.md': `# The quay\n\n${BODY}`,
    'north/export.jsonl': `${record({ url: 'https://example.org/1' })}\n\n${record({ title: 'Two' })}\n`,
    '.hidden.txt': 'not read',
    '.trash/old.txt': 'not read',
  });
  const { articles, problems } = await loadCorpus(folder);
  expect(articles.map(({ id, path, line, title }) => ({ id, path, line, title }))).toEqual([
    { id: 'https://example.org/1', path: 'north/export.jsonl', line: 1, title: 'Pier' },
    { id: 'north/export#3', path: 'north/export.jsonl', line: 3, title: 'Two' },
    { id: 'north/quay', path: 'north/quay.md', line: 1, title: 'The quay' },
    { id: 'pier', path: 'pier.txt', line: 1, title: 'Pier' },
  ]);
  expect(articles.every(({ text }) => text === BODY)).toBe(true);
  expect(new Set(articles.map(({ hash }) => hash)).size).toBe(4);
  expect(problems.map(({ path, message }) => `${path}: ${message.slice(0, 27)}`)).toEqual([
    'north/quay.md: The article has no date: wo',
  ]);
});

test.each(['articles.jsonl', 'articles.jsonl.gz'])('one export: %s', async (name) => {
  const lines = Buffer.from(
    [record({ url: 'https://example.org/1', authors: ['A. B.'], published: null }), record({})].join('\n'),
  );
  const folder = folderOf({ [name]: name.endsWith('.gz') ? gzipSync(lines) : lines });
  const { articles } = await loadCorpus(join(folder, name));
  expect(articles).toMatchObject([
    { id: 'https://example.org/1', path: name, line: 1, authors: ['A. B.'] },
    { id: 'articles#2', path: name, line: 2, published: '2021-08-02' },
  ]);
});

test('an id is stable and a hash tells a change', async () => {
  const read = async (body: string) =>
    (await loadCorpus(folderOf({ 'pier.txt': article('Pier', body) }))).articles[0];
  const [before, same, after] = [await read(BODY), await read(BODY), await read(`${BODY} More.`)];
  expect(before?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(same).toEqual(before);
  expect(after?.id).toBe(before?.id);
  expect(after?.hash).not.toBe(before?.hash);
});

test('without a title the article goes by its file; a name that says nothing is worth a warning', async () => {
  const { articles, problems } = await loadCorpus(folderOf({ 'storm_at-the pier.txt': BODY }));
  expect(articles[0]?.title).toBe('storm at the pier');
  expect(problems).toMatchObject([{ message: expect.stringMatching(/no date/) }]);
  const numbered = await loadCorpus(folderOf({ 'chapter-3.txt': BODY }));
  expect(numbered.problems).toMatchObject([
    { severity: 'warning', message: expect.stringMatching(/no title/) },
    {},
  ]);
});

describe('broken input is reported with file and line, and the rest is loaded', () => {
  const gone = Buffer.concat([
    Buffer.from('Ko\u00e7ak\n\n'),
    Uint8Array.from([0xff, 0xfe, 0xff]),
    Buffer.from(`\n\n${BODY}`),
  ]);
  test.each<[string, Record<string, string | Uint8Array>, string, number | undefined, RegExp]>([
    ['bad front matter', { 'bad.txt': `---\ntitle: "Pier\n---\n${BODY}` }, 'bad.txt', 2, /not valid YAML/],
    ['invalid UTF-8', { 'bad.txt': gone }, 'bad.txt', 3, /not valid UTF-8/],
    ['an empty file', { 'bad.txt': '' }, 'bad.txt', undefined, /is empty/],
    ['a file of blanks', { 'bad.txt': ' \n\n ' }, 'bad.txt', 1, /No text is left/],
    [
      'a file of 50 MB',
      { 'bad.txt': Buffer.alloc(50 * 1024 * 1024, 'word ') },
      'bad.txt',
      undefined,
      /too large \(50 MB/,
    ],
    ['a line of ten million characters', { 'bad.txt': 'x'.repeat(10_000_000) }, 'bad.txt', 1, /too long/],
    [
      'a paragraph of a million characters',
      { 'bad.txt': 'word '.repeat(200_000) },
      'bad.txt',
      1,
      /One line has/,
    ],
    [
      'a binary file',
      { 'bad.txt': Uint8Array.from([0, 1, 2, 3, 0, 5, 6, 7, 0, 9]) },
      'bad.txt',
      undefined,
      /binary/,
    ],
    ['a ZIP named .txt', { 'bad.txt': 'PK\u0003\u0004xx' }, 'bad.txt', undefined, /ZIP/],
    [
      'a line that is not JSON',
      { 'bad.jsonl': `${record({})}\n{"text": ` },
      'bad.jsonl',
      2,
      /not valid JSON/,
    ],
    ['a line that is no object', { 'bad.jsonl': `${record({})}\n[1]` }, 'bad.jsonl', 2, /not a JSON object/],
    ['an object without text', { 'bad.jsonl': `${record({})}\n{"title":"x"}` }, 'bad.jsonl', 2, /no "text"/],
    [
      'a line of 9 MB',
      { 'bad.jsonl': `${record({})}\n"${'x'.repeat(9 * 1024 * 1024)}"` },
      'bad.jsonl',
      2,
      /too long/,
    ],
    [
      'bytes in a line',
      { 'bad.jsonl': Buffer.concat([Buffer.from(`${record({})}\n`), gone]) },
      'bad.jsonl',
      4,
      /not valid UTF-8/,
    ],
    ['a gzip that is none', { 'bad.jsonl.gz': 'nothing' }, 'bad.jsonl.gz', undefined, /cannot be read/],
    [
      'two articles with one id',
      { 'good.md': article('Other', `${BODY} Other.`) },
      'good.txt',
      1,
      /same id as good\.md:1/,
    ],
    [
      'a date that cannot be',
      { 'bad.jsonl': record({ published: '2021-02-31' }) },
      'bad.jsonl',
      1,
      /not a day/,
    ],
    ['a format without a reader', { 'bad.pages': 'PK' }, 'bad.pages', undefined, /No reader for \.pages/],
  ])('%s', async (_, files, path, line, message) => {
    const folder = folderOf({ 'good.txt': article('Good'), ...files });
    const { articles, problems } = await loadCorpus(folder);
    expect(articles.map(({ title }) => title)).toContain(path === 'good.txt' ? 'Other' : 'Good');
    const found = problems.filter((problem) => message.test(problem.message));
    expect(found).toMatchObject([{ path, ...(line === undefined ? {} : { line }) }]);
    expect(found[0]?.fix).toMatch(/\.$/);
  });

  test('lines with damaged characters are left out of the text', async () => {
    const { articles } = await loadCorpus(folderOf({ 'bad.txt': gone }));
    expect(articles[0]?.text).toBe(BODY);
  });

  test('a truncated gzip gives what it still holds', async () => {
    const lines = Array.from({ length: 2000 }, (_, i) =>
      record({ url: `https://example.org/${i}`, text: `${BODY} ${Math.sin(i)}` }),
    );
    const packed = gzipSync(lines.join('\n'));
    const { articles, problems } = await loadCorpus(
      folderOf({ 'a.jsonl.gz': packed.subarray(0, packed.length / 2) }),
    );
    expect(articles.length).toBeGreaterThan(100);
    expect(problems).toMatchObject([{ severity: 'error', path: 'a.jsonl.gz' }]);
  });

  test('symbolic links that go in a circle', async () => {
    const folder = folderOf({ 'good.txt': article('Good') });
    symlinkSync(folder, join(folder, 'self'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dead.txt'));
    const { articles, problems } = await loadCorpus(folder);
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([{ path: 'dead.txt', message: expect.stringMatching(/does not exist/) }]);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
    const folder = folderOf({ 'good.txt': article('Good'), 'closed/a.txt': article('A') });
    chmodSync(join(folder, 'closed'), 0);
    const { problems } = await loadCorpus(folder);
    chmodSync(join(folder, 'closed'), 0o700);
    expect(problems).toMatchObject([
      { severity: 'error', path: 'closed', message: expect.stringMatching(/permission denied/) },
    ]);
  });

  test.each([
    ['no article at all', {}, /no article/],
    ['nothing but broken files', { 'a.txt': '' }, /No article of the corpus could be read/],
  ])('%s', async (_, files, message) => {
    const { problems } = await loadCorpus(folderOf(files));
    expect(problems.at(-1)).toMatchObject({
      severity: 'error',
      path: '.',
      message: expect.stringMatching(message),
    });
  });

  test('a folder that is not there', async () => {
    const { problems } = await loadCorpus('/no/such/folder');
    expect(problems).toMatchObject([{ path: '.', message: 'The corpus cannot be read: it does not exist.' }]);
  });
});

test('progress goes up to the size of all files, and a signal stops the reading', async () => {
  const folder = folderOf({ 'a.txt': article('A'), 'b.jsonl': `${record({})}\n` });
  const seen: [number, number][] = [];
  await loadCorpus(folder, { onProgress: (done, total) => seen.push([done, total]) });
  const [done, total] = seen.at(-1) ?? [];
  expect(done).toBe(total);
  expect(seen.map(([at]) => at)).toEqual(seen.map(([at]) => at).toSorted((a, b) => a - b));
  await expect(loadCorpus(folder, { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
});

test('the corpus has its own list of lines to drop', async () => {
  const body = `Vellmark Post: read by all\n\n${BODY}`;
  const folder = folderOf({
    'a.txt': article('A', body),
    '.drop-lines.txt': '# comment\nVellmark Post:  read by all\n',
  });
  expect((await loadCorpus(folder)).articles[0]?.text).toBe(BODY);
});
