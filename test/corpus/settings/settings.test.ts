import { describe, expect, test } from 'vitest';
import { onceAKind } from '../../../src/corpus/check/group-warnings.ts';
import { loadCorpus } from '../../../src/corpus/load.ts';
import { addressOf, dayInPath } from '../../../src/corpus/settings/address.ts';
import { BODY, folderOf } from '../folder.ts';

const article = async (files: Readonly<Record<string, string>>, path: string) =>
  (await loadCorpus(folderOf(files))).articles.find((each) => each.path === path);

describe('corpus.yaml', () => {
  test('gives the articles of its folder what they do not say; the nearest folder has the word', async () => {
    const files = {
      'corpus.yaml':
        'publisher: Harbour Office\nlicense: CC BY 4.0\nlanguage: en\naddress: https://help.example.org/{path}\n',
      'fees/corpus.yaml': 'publisher: Fee Office\n',
      'fees/night rate.md': BODY,
      'own.md': `---\npublisher: Somebody\nurl: https://own.example/1\n---\n${BODY}`,
    };
    expect(await article(files, 'fees/night rate.md')).toMatchObject({
      publisher: 'Fee Office',
      licence: 'CC BY 4.0',
      language: 'en',
      url: 'https://help.example.org/fees/night%20rate',
    });
    expect(await article(files, 'own.md')).toMatchObject({
      publisher: 'Somebody',
      url: 'https://own.example/1',
    });
  });

  test.each([
    ['publishr: X', 'Unknown key "publishr".'],
    ['address: https://help.example.org/', '"address" is no pattern of a web address.'],
    ['address: help/{path}', '"address" is no pattern of a web address.'],
    ['news: perhaps', '"news" has a value of the wrong kind.'],
    ['fields: text', '"fields" has a value of the wrong kind.'],
    ['fields: {words: text}', '"fields" has the unknown key "words".'],
    ['fields: {text: 3}', '"fields" does not say which field is "text".'],
    ['publisher: [a, b]', '"publisher" has a value of the wrong kind.'],
    ['aliases: pier', '"aliases" has a value of the wrong kind.'],
    ['aliases: [[pier]]', '"aliases" has a value of the wrong kind.'],
    ['aliases: [[pier, [jetty]]]', '"aliases" has a value of the wrong kind.'],
    ['- a', 'The settings are not a list of "key: value" lines.'],
  ])('%j is a mistake with its file', async (yaml, message) => {
    const { problems, articles } = await loadCorpus(folderOf({ 'corpus.yaml': yaml, 'a.md': BODY }));
    expect(problems).toContainEqual(
      expect.objectContaining({ path: 'corpus.yaml', severity: 'error', message }),
    );
    expect(articles).toHaveLength(1);
  });

  test('names that stand for each other', async () => {
    const files = {
      'corpus.yaml': 'aliases:\n  - [pier, landing stage]\n  - [VTS, traffic]\n',
      'a.md': BODY,
    };
    expect((await article(files, 'a.md'))?.aliases).toEqual([
      ['pier', 'landing stage'],
      ['VTS', 'traffic'],
    ]);
  });

  test('a change of it is a change of every article', async () => {
    const folder = folderOf({ 'corpus.yaml': 'publisher: Old', 'a.md': BODY });
    const first = await loadCorpus(folder);
    expect((await loadCorpus(folder, { earlier: first })).articles[0]).toBe(first.articles[0]);
    const other = folderOf({ 'corpus.yaml': 'publisher: New', 'a.md': BODY });
    const { articles } = await loadCorpus(other, { earlier: first });
    expect(articles[0]?.publisher).toBe('New');
  });
});

test.each([
  [
    'https://a.example/{path}',
    'Plans/Storage limits.md',
    undefined,
    'https://a.example/Plans/Storage%20limits',
  ],
  ['https://a.example/{path}', 'Plans/x.md', 'limits/', 'https://a.example/limits'],
  ['https://a.example/src/{file}', 'b/c.md', undefined, 'https://a.example/src/b/c.md'],
  ['https://a.example/?p={name}', 'b/c d.wiki', undefined, 'https://a.example/?p=c%20d'],
  [undefined, 'c.md', undefined, undefined],
])('by %j, %s (%j) has the address %j', (pattern, path, permalink, address) => {
  expect(addressOf(pattern, path, permalink)).toBe(address);
});

test.each([
  ['_posts/2024-03-01-the-quay.md', '2024-03-01'],
  ['2024/03/01/the-quay.html', '2024-03-01'],
  ['2024-13-01-x.md', undefined],
  ['a2024-03-01.md', undefined],
  ['12024-03-01-x.md', undefined],
  ['the-quay.md', undefined],
])('the day in %s is %j', (path, day) => {
  expect(dayInPath(path)).toBe(day);
});

describe('what news pages bring along', () => {
  const LINES = 'By using the crane, you agree to the terms.\n\nLast updated: June 2025';
  const dated = (n: number) =>
    `<html><head><meta property="article:published_time" content="2024-01-0${n}"></head><body><main><h1>Quay ${n}</h1>${BODY.split(
      '\n\n',
    )
      .map((line) => `<p>${line}</p>`)
      .join('')}<p>Last updated: June 2025</p></main></body></html>`;

  test('is text in a folder of undated pages', async () => {
    const { articles, news } = await loadCorpus(
      folderOf({
        'a.txt': `Crane\n\n${BODY}\n\n${LINES}`,
        'b.md': `${BODY}\n\n- advertising\n\n## Related\n\n${LINES}`,
      }),
    );
    expect(news).toEqual({ dated: 0, looked: 2, isNews: false });
    for (const { text } of articles) {
      expect(text).toContain('By using the crane');
      expect(text).toContain('Last updated: June 2025');
    }
    expect(articles[1]?.text).toContain('advertising');
  });

  test('is taken out in a folder of dated pages, and when the settings say so', async () => {
    const pages = await loadCorpus(folderOf({ 'a.html': dated(1), 'b.html': dated(2), 'c.txt': BODY }));
    expect(pages.news).toMatchObject({ dated: 2, looked: 3, isNews: true });
    expect(pages.articles[0]?.text).not.toContain('Last updated');
    const told = await loadCorpus(folderOf({ 'corpus.yaml': 'news: true', 'a.txt': `${BODY}\n\n${LINES}` }));
    expect(told.articles[0]?.text).not.toContain('Last updated');
    const not = await loadCorpus(folderOf({ 'corpus.yaml': 'news: false', 'a.html': dated(1) }));
    expect(not.articles[0]?.text).toContain('Last updated');
  });
});

describe('titles', () => {
  const SECTIONS = `## Encryption\n\n${BODY}\n\n## Passwords\n\n${BODY}`;
  test.each([
    [
      'a single heading of any level names its file',
      'x1.md',
      `### Marsh lurker\n\n${BODY}\n\n#### Actions\n\n${BODY}`,
      'Marsh lurker',
    ],
    [
      'the file’s name comes before its first section',
      'Security and privacy.md',
      SECTIONS,
      'Security and privacy',
    ],
    ['unless the name says nothing', 'index.md', SECTIONS, 'Encryption'],
    ['a heading after text is a section', 'Plans.md', `${BODY}\n\n## Costs\n\n${BODY}`, 'Plans'],
    ['front matter comes first', 'a.md', `---\ntitle: Told\n---\n# Other\n\n${BODY}`, 'Told'],
    [
      'a first spoken line is none',
      'show 12.txt',
      `Ada Quill: Welcome back to the show\n\n${BODY}\n\nAda Quill: Good night.`,
      'show 12',
    ],
  ])('%s', async (_, path, source, title) => {
    expect((await article({ [path]: source }, path))?.title).toBe(title);
  });

  test('equal ones get their folder, and stay the same objects', async () => {
    const folder = folderOf({
      'Ch. 2/Introduction.md': `# Introduction\n\n${BODY}`,
      'Ch. 3/Introduction.md': `# Introduction\n\n${BODY} More.`,
      'Ch. 3/End.md': `# End\n\n${BODY}`,
    });
    const first = await loadCorpus(folder);
    expect(first.articles.map(({ title }) => title)).toEqual([
      'Introduction · Ch. 2',
      'End',
      'Introduction · Ch. 3',
    ]);
    const second = await loadCorpus(folder, { earlier: first });
    for (const [i, each] of second.articles.entries()) expect(each).toBe(first.articles[i]);
  });
});

test('keys of Jekyll, Hugo and Obsidian are known: some say what ours say', async () => {
  const yaml =
    'layout: post\naliases: [a]\ncssclasses: [b]\nweight: 3\nnav_order: 2\ndate: 2024-03-01\nauthor: Ines\ntags: [c]';
  const { articles, problems } = await loadCorpus(
    folderOf({ 'a.md': `---\n${yaml}\n---\n# Quay\n\n${BODY}` }),
  );
  expect(problems).toEqual([]);
  expect(articles[0]).toMatchObject({ published: '2024-03-01', authors: ['Ines'], tags: ['c'] });
});

test('an empty page is no error', async () => {
  const { articles, problems } = await loadCorpus(
    folderOf({ 'a.md': '---\ntitle: Later\n---\n', 'b.md': BODY }),
  );
  expect(articles.map(({ path }) => path)).toEqual(['b.md']);
  expect(problems.filter(({ path }) => path === 'a.md').map(({ severity }) => severity)).toEqual(['warning']);
});

test('a problem is counted once a kind; errors are all named', () => {
  const warning = (path: string) => ({
    severity: 'warning' as const,
    path,
    line: 1,
    message: 'It has no date.',
    fix: 'Add one.',
  });
  const error = (path: string) => ({ ...warning(path), severity: 'error' as const });
  const many = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'];
  expect(onceAKind(many.map(warning))).toEqual([
    {
      severity: 'warning',
      path: '.',
      message: '5 files: It has no date. (a.md, b.md, c.md, …)',
      fix: 'Add one.',
    },
  ]);
  expect(onceAKind(many.slice(0, 2).map(warning))).toHaveLength(2);
  expect(onceAKind(many.map(error))).toHaveLength(5);
});
