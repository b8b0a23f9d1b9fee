import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import type { FetchOptions } from '../../src/corpus/links/fetch-page.ts';

/** What a path of the test site gives: a body with its type, or whatever the function does. */
type Answer = {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Record<string, string>;
};

/**
 * A web site on loopback that stands for one on the internet: `*.example` resolves to it, and everything else to a
 * private address. Requests are written down.
 */
export interface TestSite {
  readonly port: number;
  readonly guard: NonNullable<FetchOptions['guard']>;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  readonly url: (path: string, host?: string) => string;
  /** Sets what a path gives from now on; a string is RSS. */
  put(path: string, answer: Answer | RequestListener | string): void;
  /** How often a path was asked for. */
  count(path: string): number;
  close(): void;
}

export async function openSite(): Promise<TestSite> {
  const answers = new Map<string, Answer | RequestListener>();
  const asked: TestSite['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const answer = answers.get(path);
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'function') answer(request, response);
    else {
      const headers = { 'content-type': answer.type ?? 'text/html; charset=utf-8', ...answer.headers };
      const { etag } = answer.headers ?? {};
      if (etag !== undefined && request.headers['if-none-match'] === etag)
        response.writeHead(304, headers).end();
      else response.writeHead(200, headers).end(answer.body);
    }
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  return {
    port,
    asked,
    guard: {
      resolve: async (host) => (host.endsWith('.example') ? ['127.0.0.1'] : ['10.0.0.8']),
      allow: (ip) => ip === '127.0.0.1',
      ports: [port],
    },
    url: (path, host = 'news.example') => `http://${host}:${port}${path}`,
    put(path, answer) {
      answers.set(path, typeof answer === 'string' ? { body: answer, type: 'application/rss+xml' } : answer);
    },
    count: (path) => asked.filter((request) => request.path === path).length,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The same, closed after the test. */
export async function siteForTest(): Promise<TestSite> {
  const site = await openSite();
  onTestFinished(() => site.close());
  return site;
}

export interface TestItem {
  readonly title: string;
  readonly link?: string | undefined;
  readonly id?: string | undefined;
  readonly date?: string | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
}

/** A feed in RSS 2.0. */
export function rss(title: string, items: readonly TestItem[], extra = ''): string {
  const tag = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<${name}>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
  const entries = items.map(
    ({ title: name, link, id, date, summary, content }) =>
      `<item>${tag('title', name)}${tag('link', link)}${tag('guid', id)}${tag('pubDate', date)}${tag('description', summary)}${tag('content:encoded', content)}</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${extra}${entries.join('')}</channel></rss>`;
}

/** Some paragraphs about something, long enough to be an article, different for each name. */
export function story(name: string, about = 'the old lock'): string {
  const sentences = [
    `The council of ${name} met on Tuesday to speak about ${about}, which has been closed since the spring flood.`,
    `Engineers from ${name} measured the walls twice and found that the northern one had moved by two fingers.`,
    `A new gate of oak and steel for ${name} will cost as much as the school that was built last year.`,
    `Boats that come up the canal to ${name} must be unloaded at the mill and carried over land by carts.`,
    `Older people in ${name} remember that the gates were opened by hand, and that a bell was rung for each boat.`,
    `The mayor of ${name} said that work begins when the harvest is in, and that it will take two winters.`,
    `Nobody in ${name} expects that the ferry will stop, since it has carried the post for a hundred years.`,
    `A fund has been set up in ${name} by the bakers, the smiths and the two inns beside the water.`,
  ];
  return sentences.map((sentence) => `<p>${sentence}</p>`).join('');
}

/** A page with an article in it. */
export function page(title: string, body: string, head = ''): Answer {
  return {
    body: `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`,
  };
}
