import { afterAll, expect, test } from 'vitest';
import { inspectFeed } from '../../src/feeds/discovery/inspect-feed.ts';
import { FEED_DEFAULTS } from '../../src/feeds/feed-defaults.ts';
import { heavy, openBench } from './bench.ts';
import { page, siteForTest, story, type TestSite } from './site.ts';

afterAll(() => heavy.close());

const inXml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>${text}`;

/** A sitemap of news, with an article of each name. */
function put(site: TestSite, path: string, ...names: readonly string[]): void {
  const urls = names.map((name) => {
    site.put(`/${name}`, page(`The lock of ${name}`, story(name)));
    return `<url><loc>${site.url(`/${name}`)}</loc><news:news><news:publication_date>2024-05-06</news:publication_date><news:title>The lock of ${name}</news:title></news:news></url>`;
  });
  site.put(path, { body: inXml(`<urlset>${urls.join('')}</urlset>`), type: 'text/xml' });
}

function index(site: TestSite, ...parts: readonly (readonly [url: string, changed?: string])[]): void {
  const list = parts.map(
    ([url, changed]) =>
      `<sitemap><loc>${url}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</sitemap>`,
  );
  const body = inXml(`<sitemapindex>${list.join('')}</sitemapindex>`);
  site.put('/index.xml', { body, type: 'text/xml', headers: { etag: '"always"' } });
}

test('an index brings the articles of its sitemaps, and new ones though it stays as it is', async () => {
  const site = await siteForTest();
  const bench = openBench(site);
  put(site, '/today.xml', 'Wenn');
  put(site, '/before.xml', 'Hessel');
  index(site, [site.url('/before.xml'), '2024-05-05'], [site.url('/today.xml'), '2024-05-06']);
  const report = await inspectFeed(site.url('/index.xml'), bench.tools);
  expect(report.latest.map(({ title }) => title)).toEqual(['The lock of Wenn', 'The lock of Hessel']);
  await bench.follow(report.url);
  expect(await bench.poll()).toMatchObject({ kind: 'read', added: 2 });
  put(site, '/today.xml', 'Osterby', 'Wenn');
  expect(await bench.poll()).toMatchObject({ kind: 'read', added: 1 });
  expect(await bench.waiting()).toEqual([expect.stringContaining('the-lock-of-osterby')]);
  expect(['/Hessel', '/Wenn', '/Osterby'].map((path) => site.count(path))).toEqual([1, 1, 1]);
});

test('of many sitemaps the newest are read, of other hosts and indexes within none; a damaged one spoils none', async () => {
  const site = await siteForTest();
  const bench = openBench(site);
  const days = Array.from({ length: FEED_DEFAULTS.sitemaps + 3 }, (_, i) => `2024-04-0${i + 1}`);
  for (const [i, day] of days.entries()) put(site, `/${day}.xml`, `Town${i}`);
  put(site, '/other.xml', 'Elsewhere');
  index(
    site,
    [site.url('/index.xml'), '2024-05-09'],
    [site.url('/other.xml', 'other.example'), '2024-05-08'],
    [site.url('/missing.xml'), '2024-05-07'],
    ...days.map((day) => [site.url(`/${day}.xml`), day] as const),
  );
  await bench.follow(site.url('/index.xml'));
  await bench.poll();
  // The index itself and the missing one are two of those that are looked at.
  const read = days.filter((day) => site.count(`/${day}.xml`) > 0);
  expect(read).toEqual(days.slice(-(FEED_DEFAULTS.sitemaps - 2)));
  expect(site.count('/other.xml')).toBe(0);
  expect(bench.files().size).toBe(read.length);
});

test('an index none of whose sitemaps can be read is a failure that says why', async () => {
  const site = await siteForTest();
  const bench = openBench(site);
  index(site, [site.url('/missing.xml')]);
  await bench.follow(site.url('/index.xml'));
  expect(await bench.poll()).toMatchObject({ kind: 'failed', message: expect.stringMatching(/404/) });
  index(site, [site.url('/other.xml', 'other.example')]);
  expect(await bench.poll()).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/None of the sitemaps/),
  });
});
