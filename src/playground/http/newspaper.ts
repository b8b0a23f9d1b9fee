import type { ServerResponse } from 'node:http';
import type { NewspaperState } from '../shapes/page-protocol.ts';

/** What a newspaper has to publish. */
export interface NewspaperOptions {
  readonly title: string;
  /** In the order in which they come out; paragraphs are parted by an empty line. */
  readonly articles: readonly { readonly title: string; readonly text: string }[];
  /** Called after an article has come out. */
  readonly onPublished: () => void;
}

/** A newspaper on this machine: a feed of what has come out, and a page for each article. */
export interface Newspaper {
  /** The address of its feed. */
  readonly feed: string;
  /** Absent until its readers are ready. */
  readonly state: NewspaperState | undefined;
  /** From now on the page has the button. */
  offer(): void;
  /** Brings out the next article. @returns whether there was one */
  publish(): boolean;
  /** @returns whether the path is one of its own */
  serve(path: string, response: ServerResponse): boolean;
}

const ROOM = '/newspaper/';

/**
 * Opens a newspaper of which nothing has come out.
 * @param base the address of the server, without a slash at its end
 * @param now milliseconds since 1970
 * @param changed called when the page has something else to show
 */
export function createNewspaper(
  { title, articles, onPublished }: NewspaperOptions,
  base: string,
  now: () => number,
  changed: () => void,
): Newspaper {
  /** When each came out, in order. */
  const dates: Date[] = [];
  let offered = false;
  const addressOf = (at: number) => `${base}${ROOM}${at + 1}`;

  function feed(): string {
    const items = dates.map((date, at) => {
      const { title: name = '', text = '' } = articles[at] ?? {};
      const address = addressOf(at);
      return `<item><title>${markup(name)}</title><link>${address}</link><guid>${address}</guid><pubDate>${date.toUTCString()}</pubDate><content:encoded>${markup(body(text))}</content:encoded></item>`;
    });
    return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${markup(title)}</title><link>${base}/</link><description>${markup(title)}</description>${items.reverse().join('')}</channel></rss>`;
  }

  function page(at: number): string | undefined {
    const article = at < dates.length ? articles[at] : undefined;
    if (article === undefined) return undefined;
    const name = markup(article.title);
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title></head><body><article><p>${markup(title)}</p><h1>${name}</h1>${body(article.text)}</article></body></html>`;
  }

  return {
    feed: `${base}${ROOM}feed.xml`,
    get state() {
      return offered ? { title, left: articles.length - dates.length } : undefined;
    },
    offer() {
      offered = true;
      changed();
    },
    publish() {
      if (!offered || dates.length === articles.length) return false;
      dates.push(new Date(now()));
      changed();
      onPublished();
      return true;
    },
    serve(path, response) {
      if (!path.startsWith(ROOM)) return false;
      const name = path.slice(ROOM.length);
      const [type, text] =
        name === 'feed.xml'
          ? ['application/rss+xml', feed()]
          : ['text/html', /^\d{1,6}$/.test(name) ? page(Number(name) - 1) : undefined];
      if (text === undefined) return false;
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
      response.end(text);
      return true;
    },
  };
}

function body(text: string): string {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${markup(paragraph)}</p>`).join('');
}

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
