import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/corpus/formats/feed/parse-feed.ts';
import { readEntries } from '../../../src/corpus/formats/feed/read.ts';

const item =
  '<item><title>Pier</title><link>https://news.example/pier</link><description>Short.</description></item>';
const pier = { title: 'Pier', url: 'https://news.example/pier', markup: 'Short.' };

describe('every kind of feed', () => {
  test.each([
    ['RSS 2.0', `<rss version="2.0"><channel><title>Post</title>${item}</channel></rss>`, 'rss'],
    ['RSS 0.91', `<rss version="0.91"><channel><title>Post</title>${item}</channel></rss>`, 'rss'],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Post</title></channel>${item}</rdf:RDF>`,
      'rdf',
    ],
    [
      'Atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/"><title>Post</title><entry><title type="html">&lt;b&gt;Pier&lt;/b&gt;</title><link rel="self" href="x"/><link href="pier"/><summary>Short.</summary></entry></feed>',
      'atom',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Post</title><entry><title>Pier</title><link rel="alternate" type="text/html" href="https://news.example/pier"/><summary>Short.</summary></entry></feed>',
      'atom',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Post',
        items: [{ id: 1, url: 'https://news.example/pier', title: 'Pier', content_html: 'Short.' }],
      }),
      'json',
    ],
  ])('%s', (_, text, format) => {
    expect(parseFeed(text)).toMatchObject({ format, title: 'Post', entries: [pier] });
  });

  test('an index of sitemaps, which has no entries of its own', () => {
    const index =
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://news.example/1.xml</loc><lastmod>2024-05-06</lastmod></sitemap><sitemap><loc> https://news.example/2.xml </loc></sitemap><sitemap><loc>nowhere</loc></sitemap></sitemapindex>';
    const feed = parseFeed(index, 'https://news.example/index.xml');
    expect(feed).toMatchObject({ format: 'sitemap', site: 'https://news.example', entries: [] });
    expect(feed?.parts).toEqual([
      { url: 'https://news.example/1.xml', changed: '2024-05-06' },
      { url: 'https://news.example/2.xml' },
    ]);
  });

  test('a sitemap of news', () => {
    const text =
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/pier</loc><news:news><news:publication><news:name>Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-05-06</news:publication_date><news:title>Pier</news:title></news:news></url></urlset>';
    expect(parseFeed(text)).toMatchObject({
      format: 'sitemap',
      title: 'Post',
      entries: [
        { title: 'Pier', url: 'https://news.example/pier', published: ['2024-05-06'], source: 'Post' },
      ],
    });
  });

  test.each([
    '<!doctype html><html><body><p>No feed.</p></body></html>',
    '<note>x</note>',
    '{"a": 1}',
    'words',
    '',
  ])('no feed: %s', (text) => {
    expect(parseFeed(text)).toBeUndefined();
  });
});

describe('damaged feeds', () => {
  test.each([
    ['cut off in an entry', `<rss version="2.0"><channel><title>Post</title>${item}<item><title>Half`, 2],
    [
      'an entry that is not closed',
      `<rss><channel><item><title>Pier</title><link>https://news.example/pier</link><description>Short.</description>${item}</channel></rss>`,
      2,
    ],
    ['bare ampersands', `<rss><channel><title>A & B</title>${item}</channel></rss>`, 1],
    [
      'blank lines and a comment before the declaration',
      `\n\n <?xml version="1.0"?><!-- x --><rss><channel>${item}</channel></rss>`,
      1,
    ],
    ['something behind its end', `<rss><channel>${item}</channel></rss><script>count()</script>`, 1],
    ['prefixes that are not declared', `<rss><channel><dc:title>x</dc:title>${item}</channel></rss>`, 1],
  ])('%s', (_, text, entries) => {
    const feed = parseFeed(text);
    expect(feed?.entries).toHaveLength(entries);
    expect(feed?.entries[0]).toMatchObject(pier);
  });

  test('another character set, told by the XML declaration', () => {
    const text = `<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Küste</title>${item}</channel></rss>`;
    expect(readEntries(Buffer.from(text, 'latin1'), 'https://news.example/feed').feed?.title).toBe('Küste');
  });
});

test('addresses count from the feed, from xml:base, or stand for themselves', () => {
  const rss =
    '<rss><channel><link>https://news.example/</link><item><link>/pier</link></item></channel></rss>';
  expect(parseFeed(rss, 'https://feeds.example/x')?.entries[0]?.url).toBe('https://news.example/pier');
  const bare =
    '<rss><channel><item><link>pier</link></item><item><guid>https://news.example/p</guid></item><item><guid isPermaLink="false">https://news.example/q</guid></item></channel></rss>';
  expect(parseFeed(bare, 'https://news.example/feed/x')?.entries.map(({ url }) => url)).toEqual([
    'https://news.example/feed/pier',
    'https://news.example/p',
    undefined,
  ]);
});

test('how often it wants to be asked', () => {
  const channel = (more: string) => parseFeed(`<rss><channel>${more}${item}</channel></rss>`)?.pace;
  expect(
    channel(
      '<ttl>90</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day><day>Monday</day></skipDays>',
    ),
  ).toEqual({
    ttl: 90,
    skipHours: [0, 3],
    skipDays: ['Sunday', 'Monday'],
  });
  expect(
    channel('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>'),
  ).toMatchObject({ ttl: 30 });
});
