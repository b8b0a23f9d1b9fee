import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../../src/corpus/metadata/front-matter.ts';
import { expectLinear } from '../../growth.ts';

const parse = (...lines: string[]) => parseFrontMatter(lines.join('\n'), 'a.txt');

test('the block between two lines of hyphens is metadata, the rest is the body', () => {
  const front = parse(
    '---',
    'title: "Pier: the end"',
    'publisher: Vellmark Post',
    'authors: [Ilse Brandt, Jon Moe]',
    'published: 2021-08-02',
    'url: https://example.org/pier',
    'tags: harbour',
    '---',
    'Body',
  );
  expect(front.metadata).toEqual({
    title: 'Pier: the end',
    publisher: 'Vellmark Post',
    authors: ['Ilse Brandt', 'Jon Moe'],
    published: '2021-08-02',
    url: 'https://example.org/pier',
    tags: ['harbour'],
  });
  expect(front).toMatchObject({ body: 'Body', bodyLine: 9, problems: [] });
});

test.each([
  ['no block', ['Body', '---', 'more']],
  ['a byte order mark before a body', ['\uFEFFBody']],
])('%s', (_, lines) => {
  expect(parse(...lines)).toMatchObject({ present: false, bodyLine: 1, problems: [] });
});

test('an empty block says nothing', () => {
  expect(parse('---', '---', 'Body')).toMatchObject({ present: true, body: 'Body', problems: [] });
});

describe('a mistake is reported with its line, and the rest counts', () => {
  test.each([
    ['a block that is not closed', ['---', 'title: Pier', 'Body'], 1, /not closed/],
    ['YAML that is none', ['---', 'title: Pier', 'published: "2021', '---', 'Body'], 3, /not valid YAML/],
    ['a key twice', ['---', 'title: Pier', 'title: Quay', '---', 'Body'], 3, /not valid YAML/],
    ['keys within keys', ['---', 'title: Pier', '? ? a', '---', 'Body'], 2, /not a single word/],
    ['a list as a key', ['---', '[a, b]: Pier', '---', 'Body'], 2, /not a single word/],
    ['a tag', ['---', 'title: !!set {a, b}', '---', 'Body'], 2, /wrong kind/],
    ['another version of YAML', ['---', '%YAML 1.1', '---', 'Body'], 1, /not valid YAML/],
    [
      'lists within lists',
      ['---', `tags: ${'['.repeat(20)}${']'.repeat(20)}`, '---', 'Body'],
      2,
      /too deeply/,
    ],
    ['values without number', ['---', `tags: [${'a, '.repeat(6000)}]`, '---', 'Body'], 2, /too many values/],
    ['a list instead of keys', ['---', '- Pier', '---', 'Body'], 2, /not a list of "key: value"/],
    [
      'an unknown key',
      ['---', 'title: Pier', 'pubished: 2021-08-02', '---', 'Body'],
      3,
      /Unknown front matter key "pubished"/,
    ],
    [
      'a date that cannot be',
      ['---', 'title: Pier', 'published: 2021-02-30', '---', 'Body'],
      3,
      /"2021-02-30" is not a day/,
    ],
    ['an ambiguous date', ['---', 'published: 02/08/2021', '---', 'Body'], 2, /two ways/],
    ['an address that is none', ['---', 'url: example.org', '---', 'Body'], 2, /not a web address/],
    [
      'a value of the wrong kind',
      ['---', 'title: [a, b]', '---', 'Body'],
      2,
      /"title" has a value of the wrong kind/,
    ],
  ])('%s', (_, lines, line, message) => {
    const { problems, body } = parse(...lines);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: 'a.txt', line, message: expect.stringMatching(message) });
    expect(problems[0]?.fix).not.toBe('');
    expect(body).toContain('Body');
  });

  test('an unknown key is answered with the nearest known one', () => {
    expect(parse('---', 'pubished: 2021-08-02', '---', 'B').problems[0]?.fix).toBe(
      'Did you mean "published"?',
    );
  });

  test('one bad value does not cost the good ones', () => {
    expect(parse('---', 'title: Pier', 'published: soon', '---', 'B').metadata).toMatchObject({
      title: 'Pier',
    });
  });
});

test('a billion laughs is refused at once', () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
  );
  const started = performance.now();
  const { problems } = parse('---', 'l0: &l0 [ha, ha]', ...levels, 'title: *l12', '---', 'Body');
  expect(performance.now() - started).toBeLessThan(500);
  expect(problems).toMatchObject([{ message: expect.stringMatching(/aliases/) }]);
});

test('a block of a megabyte is not parsed', () => {
  const { problems } = parse('---', `title: ${'x'.repeat(1_000_000)}`, '---', 'Body');
  expect(problems).toMatchObject([{ message: expect.stringMatching(/not closed/) }]);
});

describe('the time of a hostile block grows with its length', () => {
  test.each([
    ['keys within keys', (n: number) => '? '.repeat(n / 2)],
    ['lists within lists', (n: number) => '['.repeat(n)],
    ['maps within maps', (n: number) => '{a: '.repeat(n / 4)],
    ['keys that nobody knows', (n: number) => Array.from({ length: n / 8 }, (_, i) => `k${i}: 1`).join('\n')],
    ['aliases', (n: number) => `a: &a [x]\n${'- *a\n'.repeat(n / 5)}`],
  ])('%s', (_, yaml) => {
    // A block is 64 kB at most.
    expectLinear(
      (n) => {
        const text = `---\n${yaml(n)}\n---\nbody\n`;
        return () => parseFrontMatter(text, 'a.md');
      },
      { size: 1024, largest: 8192, rounds: 2 },
    );
  });
});

describe('front matter of other programs', () => {
  test.each([
    ['Hugo, in TOML', ['+++', 'title = "Pier"', 'date = 2021-03-04T10:00:00-08:00', 'lastmod = 2022-01-01', 'authors = ["Ada Quill"]', 'draft = false', '[params]', 'source = "https://example.org/pier"', '+++']],
    ['Zola, in TOML', ['+++', 'title = "Pier"', 'date = 2021-03-04', '[taxonomies]', 'authors = ["Ada Quill"]', '[extra]', 'link = "https://example.org/pier"', '+++']],
    ['Hugo, in JSON', ['{', '  "title": "Pier", "date": "2021-03-04", "author": {"name": "Ada Quill"},', '  "params": {"canonicalURL": "https://example.org/pier", "braces": "}"}', '}']],
    ['Jekyll', ['---', 'layout: post', 'title: Pier', 'date: 2021-03-04 10:00:00 -0800', 'author: Ada Quill', 'link: https://example.org/pier', 'categories: news', '---']],
    ['Obsidian, by its clipper', ['---', 'title: "Pier"', 'source: "https://example.org/pier"', 'author:', '  - "[[Ada Quill]]"', 'published: 2021-03-04', 'created: 2024-01-01', 'description: Words', '---']],
    ['Obsidian, links with words', ['---', 'aliases: [Pier]', 'title: Pier', 'author: "[[people/ada-quill|Ada Quill]]"', 'date: 20210304', 'source: https://example.org/pier', 'up: "[[Home]]"', 'rating: 5', '---']],
    ['an object for an author', ['---', 'title: Pier', 'authors: [{name: Ada Quill, email: a@example.org}]', 'publishDate: 4 March 2021', 'canonical_url: https://example.org/pier', '---']],
    ['a time in seconds', ['---', 'title: Pier', 'authors: Ada Quill', 'date: 1614850000', 'url: https://example.org/pier', '---']],
  ])('%s', (_, lines) => {
    const { metadata, problems, body } = parse(...lines, 'Body');
    expect(metadata).toMatchObject({ title: 'Pier', authors: ['Ada Quill'], published: '2021-03-04', url: 'https://example.org/pier' });
    expect({ problems, body }).toEqual({ problems: [], body: 'Body' });
  }); // biome-ignore format: a table

  test('`published: true` is no day and no mistake', () => {
    expect(parse('---', 'published: true', 'date: 2021-03-04', '---', 'B')).toMatchObject({
      metadata: { published: '2021-03-04' },
      problems: [],
    });
  });

  test.each([
    ['TOML that is none', ['+++', 'title = "Pier"', 'date = soon', '+++'], 3, /not valid TOML/],
    ['TOML that is not closed', ['+++', 'title = "Pier"'], 1, /not closed/],
  ])('%s', (_, lines, line, message) => {
    expect(parse(...lines, 'Body').problems).toMatchObject([
      { line, message: expect.stringMatching(message) },
    ]);
  });

  test.each([
    ['a text that is only JSON', '{"title": "Pier"}'],
    ['braces that are no object', '{curly} words\nand more'],
    ['an object that is not closed', '{"title": "Pier"\nBody'],
  ])('%s is no front matter', (_, source) => {
    expect(parseFrontMatter(source, 'a.txt')).toMatchObject({ present: false, body: source });
  });

  test('keys that nobody misspelt are no noise', () => {
    expect(
      parse('---', 'title: Pier', 'rating: 5', 'cuisine: Thai', 'ISBN: 12', '---', 'B').problems,
    ).toEqual([]);
  });
});
