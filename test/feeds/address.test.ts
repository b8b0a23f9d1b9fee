import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, withoutTracking } from '../../src/feeds/address/canonical-address.ts';

describe('addresses of one article', () => {
  test.each([
    ['https://news.example/pier?utm_source=rss&utm_medium=feed', 'https://news.example/pier'],
    ['https://news.example/pier?id=7&fbclid=abc#comments', 'https://news.example/pier?id=7'],
    ['https://news.example/pier?ref=rss', 'https://news.example/pier'],
    ['https://news.example/search?source=harbour-board', 'https://news.example/search?source=harbour-board'],
    ['https://news-example.cdn.ampproject.org/c/s/news.example/pier', 'https://news.example/pier'],
    ['https://www.google.com/amp/s/news.example/pier.amp', 'https://news.example/pier.amp'],
    ['https://news.example/#!/pier', 'https://news.example/#!/pier'],
  ])('%s is kept as %s', (given, kept) => {
    expect(withoutTracking(given)).toBe(kept);
  });

  test.each([
    ['http://www.news.example/pier/', 'https://news.example/pier'],
    ['https://news.example/pier/amp/', 'https://news.example/pier'],
    ['https://news.example/amp/pier', 'https://news.example/pier'],
    ['https://amp.news.example/pier.amp.html', 'https://news.example/pier.html'],
    ['https://m.news.example/pier?b=2&a=1', 'https://news.example/pier?a=1&b=2'],
    ['https://news.example/pier/index.html', 'https://news.example/pier'],
    ['https://news.example/pier?amp=1', 'https://news.example/pier'],
  ])('%s and %s are one', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  test.each([
    ['https://news.example/pier?id=1', 'https://news.example/pier?id=2'],
    ['https://news.example/camp', 'https://news.example/c'],
    ['https://news.example/Pier', 'https://news.example/pier'],
    ['https://a.example/pier', 'https://b.example/pier'],
  ])('%s and %s are two', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  test('an address without tracking is not shortened any further', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const kept = withoutTracking(url);
        expect(withoutTracking(kept)).toBe(kept);
        expect(addressKey(kept)).toBe(addressKey(url));
      }),
    );
  });
});
