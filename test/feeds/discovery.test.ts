import { afterAll, describe, expect, test } from 'vitest';
import { findFeeds } from '../../src/feeds/discovery/find-feeds.ts';
import { inspectFeed } from '../../src/feeds/discovery/inspect-feed.ts';
import { heavy, openBench } from './bench.ts';
import { page, rss, siteForTest, story } from './site.ts';

afterAll(() => heavy.close());

describe('feeds that a page names', () => {
  test.each([
    ['<link rel="alternate" type="application/rss+xml" href="/rss">', ['https://news.example/rss']],
    [
      '<link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="a">',
      ['https://news.example/a'],
    ],
    [
      '<base href="https://cdn.example/"><link rel=alternate type="application/feed+json" href="f.json">',
      ['https://cdn.example/f.json'],
    ],
    [
      '<link rel=alternate type="application/rss+xml" title="Comments" href="/c"><link rel=alternate type="application/rss+xml" href="/rss">',
      ['https://news.example/rss', 'https://news.example/c'],
    ],
    [
      '<link rel=alternate hreflang=de href="/de"><link rel=alternate type="application/json+oembed" href="/o">',
      [],
    ],
    [
      '<a href="/news/feed/">Subscribe</a> <a href="/feedback">Write to us</a>',
      ['https://news.example/news/feed/'],
    ],
  ])('%s', (html, urls) => {
    expect(findFeeds(html, 'https://news.example/').map(({ url }) => url)).toEqual(urls);
  });
});

describe('what is shown of a feed before it is followed', () => {
  test('an address of a site leads to its feed, which is looked over', async () => {
    const site = await siteForTest();
    const { tools } = openBench(site);
    const link = '<link rel="alternate" type="application/rss+xml" href="/rss">';
    site.put('/', page('Hessel Post', story('x'), link));
    const dates = ['Mon, 06 May 2024 08:00:00 GMT', 'Sun, 05 May 2024 08:00:00 GMT'];
    site.put(
      '/rss',
      rss('Hessel Post', [
        { title: 'One', link: '/1', date: dates[0], content: story('Hessel') },
        { title: 'Two', link: '/2', date: dates[1], summary: 'Short.' },
      ]),
    );
    expect(await inspectFeed(site.url('/'), tools)).toMatchObject({
      url: site.url('/rss'),
      feed: { title: 'Hessel Post', format: 'rss' },
      latest: [
        { title: 'One', url: site.url('/1'), whole: true, published: dates[0] },
        { title: 'Two', whole: false },
      ],
      gap: 24 * 60 * 60 * 1000,
    });
  });

  test('a feed in a usual place is found when the page names none', async () => {
    const site = await siteForTest();
    const { tools } = openBench(site);
    site.put('/', page('Hessel Post', story('x')));
    site.put('/feed.xml', rss('Hessel Post', [{ title: 'One', link: '/1' }]));
    expect((await inspectFeed(site.url('/'), tools)).url).toBe(site.url('/feed.xml'));
  });

  test.each([
    ['no feed anywhere', '/none', /no feed at this address, and the page names none/],
    ['nothing there', '/missing', /404/],
    ['a private address', 'http://intranet/', /Port|public/],
  ])('%s', async (_, address, message) => {
    const site = await siteForTest();
    const { tools } = openBench(site);
    site.put('/none', page('Hessel Post', story('x')));
    const whole = address.startsWith('/') ? site.url(address) : address;
    await expect(inspectFeed(whole, tools)).rejects.toThrow(message);
  });
});
