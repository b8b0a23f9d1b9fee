import { openSite, page, rss, type TestSite } from '../../test/feeds/site.ts';
import { bodyOf, wordOf } from './words.ts';

/** Feeds, and what they publish, on a web site of this machine. Articles have numbers, in their order. */
export interface News {
  readonly site: TestSite;
  readonly feeds: readonly { readonly name: string; readonly url: string }[];
  readonly topics: readonly string[];
  /** How many articles came out so far. */
  count(): number;
  /** A word that stands in the title of an article, and in no other. */
  nameOf(number: number): string;
  /** What an article is about. */
  topicsOf(number: number): readonly string[];
  /** The article with a title; -1 for none. */
  numberOf(title: string): number;
  /** How often the page of an article was fetched. */
  fetched(number: number): number;
  /** Brings out one more article. @returns its number */
  publish(): number;
}

export interface NewsOptions {
  readonly feeds: number;
  readonly topics: number;
  /** Topics of one article. */
  readonly topicsOfOne: 1 | 2;
  /** Articles that a feed lists. */
  readonly listed: number;
  /** Half of the articles come as a summary, with a page of their own, which stays there; else all come whole. */
  readonly pages: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type Item = Parameters<typeof rss>[1][number];

export async function openNews(options: NewsOptions): Promise<News> {
  const { feeds: wanted, listed, pages, now } = options;
  const site = await openSite();
  const topics = Array.from({ length: options.topics }, (_, i) => wordOf('Tor', i));
  const items: Item[][] = [];
  let count = 0;
  const feeds = Array.from({ length: wanted }, (_, i) => {
    const name = `paper-${i}`;
    items.push([]);
    show(i);
    return { name, url: site.url(`/feed-${i}`, `${name}.example`) };
  });
  const nameOf = (number: number) => `${wordOf('N', number)}end`;
  const topicsOf = (number: number) => {
    const at = [number, number * 7 + 3].map((place) => place % topics.length);
    return [...new Set(at)].slice(0, options.topicsOfOne).map((place) => topics[place] ?? '');
  };
  return {
    site,
    feeds,
    topics,
    count: () => count,
    nameOf,
    topicsOf,
    numberOf: (title) => Number(/\bno (\d+)$/.exec(title)?.[1] ?? -1),
    fetched: (number) => site.count(`/${nameOf(number)}`),
    publish() {
      const number = count++;
      const feed = number % wanted;
      const about = topicsOf(number);
      const title = `${about.join(' and ')}: ${nameOf(number)} no ${number}`;
      const link = site.url(`/${nameOf(number)}`, `paper-${feed}.example`);
      const body = bodyOf(about, number);
      const isWhole = !pages || number % 2 === 0;
      if (!isWhole) site.put(`/${nameOf(number)}`, page(title, body));
      // A feed's own text counts as whole from a length on.
      const text = isWhole
        ? { content: bodyOf([...about, ...about], number) }
        : { summary: `New: ${title}.` };
      items[feed]?.unshift({ title, link, date: new Date(now()).toUTCString(), ...text });
      show(feed);
      return number;
    },
  };

  function show(feed: number): void {
    const own = items[feed] ?? [];
    own.splice(listed);
    site.put(`/feed-${feed}`, {
      body: rss(`Paper ${feed}`, own),
      type: 'application/rss+xml',
      headers: { etag: `"${count}"` },
    });
  }
}
