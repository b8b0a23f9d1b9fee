import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { FEED_DEFAULTS } from '../../src/feeds/feed-defaults.ts';
import { heavy, openBench } from './bench.ts';
import { page, rss, siteForTest, story, type TestItem } from './site.ts';

afterAll(() => heavy.close());

const item = (name: string, more: Partial<TestItem> = {}): TestItem => ({
  title: `The lock of ${name}`,
  link: `https://news.example/${name}`,
  date: 'Mon, 06 May 2024 08:00:00 GMT',
  content: story(name),
  ...more,
});

describe('what a feed brings', () => {
  test('becomes files with front matter; only what comes after the first poll is news', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    site.put('/feed', rss('Hessel Post', [item('Hessel')]));
    await bench.follow(site.url('/feed'));
    expect(await bench.poll()).toMatchObject({ kind: 'read', added: 1 });
    const [[path, text] = ['', '']] = bench.files();
    expect(path).toMatch(/^feeds\/post\/2024-05\/the-lock-of-hessel-[0-9a-f]{16}\.md$/);
    expect(text.split('\n').slice(0, 7)).toEqual([
      '---',
      'feed: post',
      'title: The lock of Hessel',
      'publisher: Hessel Post',
      'published: 2024-05-06',
      'url: https://news.example/Hessel',
      '---',
    ]);
    expect(await bench.waiting()).toEqual([]);

    site.put('/feed', rss('Hessel Post', [item('Wenn'), item('Hessel')]));
    expect(await bench.poll()).toMatchObject({ added: 1 });
    expect(await bench.waiting()).toEqual([expect.stringContaining('the-lock-of-wenn')]);
    expect(await bench.poll()).toEqual({ kind: 'unchanged' });
  });

  test('a first poll of 500 entries keeps the newest and tells of none', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    const many = Array.from({ length: 500 }, (_, i) => item(`Town${i}`));
    site.put('/feed', rss('Hessel Post', many));
    await bench.follow(site.url('/feed'));
    await bench.poll();
    site.put('/feed', rss('Hessel Post', [item('Wenn'), ...many]));
    expect(await bench.poll()).toMatchObject({ added: 1 });
    expect(bench.files().size).toBe(FEED_DEFAULTS.firstEntries + 1);
    expect(await bench.waiting()).toHaveLength(1);
  });

  test('a summary is filled from its page; without one it is kept and marked', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    const summary = 'The council met on Tuesday to speak about the old lock and its gates.';
    const entries = ['there', 'forbidden', 'gone', 'away'].map((name) =>
      item(name, { link: site.url(`/${name}`), content: undefined, summary }),
    );
    site.put('/there', page('The lock of there', story('there')));
    site.put('/robots.txt', { body: 'User-agent: Footnote\nDisallow: /forbidden', type: 'text/plain' });
    site.put('/forbidden', page('The lock', story('forbidden')));
    site.put('/away', (_, response) => void response.writeHead(503).end());
    site.put('/feed', rss('Hessel Post', entries));
    await bench.follow(site.url('/feed'));
    await bench.poll();
    const texts = () => [...bench.files().values()];
    expect(texts().filter((text) => text.includes('two winters'))).toHaveLength(1);
    expect(texts().filter((text) => text.includes('tags:\n  - summary only'))).toHaveLength(2);
    expect(site.count('/forbidden')).toBe(0);
    // A site in trouble is asked again, and in the end its summary is taken.
    await bench.poll();
    await bench.poll();
    expect(texts()).toHaveLength(4);
    expect(site.count('/away')).toBe(FEED_DEFAULTS.pageTries);
    expect(site.count('/there')).toBe(1);
    const agent = site.asked.map(({ headers }) => headers['user-agent']);
    expect(new Set(agent)).toEqual(
      new Set(['Footnote/test (Discord bot; reads feeds that its moderators follow)']),
    );
  });

  test('the same article is one: tracked, as AMP, from another feed, under the address that its page states', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    const canonical = '<link rel="canonical" href="/pier">';
    for (const path of ['/pier?utm_source=rss', '/p/1'])
      site.put(path, page('Pier', story('Pier'), canonical));
    const short = { content: undefined, summary: 'A short summary of what is written about the pier.' };
    site.put('/feed', rss('Post', [item('pier', { link: site.url('/pier?utm_source=rss'), ...short })]));
    site.put(
      '/other',
      rss('Other', [
        item('pier', { link: site.url('/pier/amp/'), ...short }),
        item('pier', { link: site.url('/p/1'), id: 'x', ...short }),
        item('copy', { link: 'https://agency.example/1', content: story('Pier') }),
      ]),
    );
    await bench.follow(site.url('/feed'));
    await bench.follow(site.url('/other'), { name: 'other' });
    await bench.poll();
    await bench.poll('other');
    expect([...bench.files().keys()]).toEqual([expect.stringMatching(/^feeds\/post\/.*pier/)]);
    expect([...bench.files().values()][0]).toContain(`url: ${site.url('/pier')}\n`);
  });

  test('what a moderator removed does not come back; what one edited is left alone; a change is taken over', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    const names = ['removed', 'edited', 'changed'];
    const feed = (more: Partial<TestItem>) =>
      rss(
        'Post',
        names.map((name) => item(name, more)),
      );
    site.put('/feed', feed({}));
    await bench.follow(site.url('/feed'));
    await bench.poll();
    const pathOf = (name: string) =>
      join(bench.folder, [...bench.files().keys()].find((path) => path.includes(name)) ?? '');
    rmSync(pathOf('removed'));
    writeFileSync(pathOf('edited'), 'Mine.');
    site.put('/feed', feed({ title: 'A better title' }));
    expect(await bench.poll()).toMatchObject({ added: 0, changed: 1 });
    const titles = [...bench.files().values()].map((text) => /^title: .*$/m.exec(text)?.[0] ?? text);
    expect(titles.sort()).toEqual(['Mine.', 'title: A better title']);
    expect(await bench.waiting()).toEqual([]);
  });

  test.each<[string, Partial<TestItem>]>([
    ['without id, link and date', { link: undefined, date: undefined }],
    ['with an id that all entries have', { id: 'same' }],
    ['with addresses relative to the feed', { link: '/a' }],
    ['with a date in an odd form', { date: '6. May 2024, 8 o’clock' }],
  ])('an entry %s comes once', async (_, more) => {
    const site = await siteForTest();
    const bench = openBench(site);
    const entries = ['Hessel', 'Wenn'].map((name) =>
      item(name, { ...more, ...(more.link === '/a' && { link: `/a/${name}` }) }),
    );
    site.put('/feed', rss('Post', entries));
    await bench.follow(site.url('/feed'));
    await bench.poll();
    site.put('/feed', rss('Post', [...entries, item('Third', { link: '/third' })]));
    await bench.poll();
    expect(bench.files().size).toBe(3);
  });

  test('articles beyond a number or an age are taken out and do not return', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    site.put(
      '/feed',
      rss(
        'Post',
        ['a', 'b', 'c'].map((name) => item(name)),
      ),
    );
    await bench.follow(site.url('/feed'), { keepNewest: 2 });
    await bench.poll();
    expect(bench.files().size).toBe(2);
    site.put(
      '/feed',
      rss(
        'Post',
        ['d', 'a', 'b', 'c'].map((name) => item(name)),
      ),
    );
    await bench.poll();
    expect(bench.files().size).toBe(2);
  });
});

describe('manners and faults', () => {
  test('asks only for what has changed, and heeds Retry-After', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    site.put('/feed', { body: rss('Post', [item('a')]), type: 'text/xml', headers: { etag: '"1"' } });
    await bench.follow(site.url('/feed'));
    await bench.poll();
    expect(await bench.poll()).toEqual({ kind: 'unchanged' });
    expect(site.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
    site.put('/feed', (_, response) => void response.writeHead(429, { 'retry-after': '172800' }).end());
    expect(await bench.poll()).toMatchObject({ kind: 'failed', message: expect.stringMatching(/429/) });
    const { next, failures } = await bench.tools.feeds.status('post');
    expect(failures).toBe(1);
    expect(next - bench.clock).toBeGreaterThanOrEqual(172_800_000);
  });

  test('a feed that has moved for good is asked at its new address; one that is gone is not asked again', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    site.put('/old', (_, response) => void response.writeHead(301, { location: '/feed' }).end());
    site.put('/feed', rss('Post', [item('a')]));
    await bench.follow(site.url('/old'));
    await bench.poll();
    expect((await bench.tools.feeds.find('post'))?.url).toBe(site.url('/feed'));
    site.put('/feed', (_, response) => void response.writeHead(410).end());
    await bench.poll();
    expect((await bench.tools.feeds.find('post'))?.paused).toBe('gone');
  });

  test.each<[string, Parameters<Awaited<ReturnType<typeof siteForTest>>['put']>[1], RegExp]>([
    ['a page instead of a feed', page('Welcome', story('x')), /no feed, but a page/],
    ['a site in trouble', (_, response) => void response.writeHead(500).end(), /in trouble/],
    ['a missing feed', (_, response) => void response.writeHead(404).end(), /404/],
    [
      'a small answer that unpacks to a large one',
      { body: gzipSync(Buffer.alloc(60_000_000, 32)), headers: { 'content-encoding': 'gzip' } },
      /larger than 10 MB/,
    ],
    [
      'a redirect into a private network',
      (_, response) => void response.writeHead(302, { location: 'http://intranet/' }).end(),
      /public internet|Port/,
    ],
    ['a connection that breaks', (request) => void request.socket.destroy(), /connection failed/],
  ])('%s is a failure with its reason, and nothing is lost', async (_, answer, message) => {
    const site = await siteForTest();
    const bench = openBench(site);
    site.put('/feed', answer);
    await bench.follow(site.url('/feed'));
    expect(await bench.poll()).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) });
    site.put('/feed', rss('Post', [item('a')]));
    expect(await bench.poll()).toMatchObject({ added: 1 });
    expect((await bench.tools.feeds.status('post')).error).toBeUndefined();
  });

  test('entities of a document type are not expanded, and 10,000 entries are read', async () => {
    const site = await siteForTest();
    const bench = openBench(site);
    const bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const many = Array.from({ length: 10_000 }, (_, i) =>
      item(`t${i}`, { content: undefined, summary: 'x &b;' }),
    );
    site.put('/feed', rss('Post', many).replace('<rss', `${bomb}<rss`));
    await bench.follow(site.url('/feed'));
    expect(await bench.poll()).toMatchObject({ kind: 'read' });
  });
});
