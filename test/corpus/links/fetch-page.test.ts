import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkLink } from '../../../src/corpus/links/check-link.ts';
import { type FetchOptions, fetchPage, LinkError } from '../../../src/corpus/links/fetch-page.ts';
import { isPublicAddress } from '../../../src/corpus/links/public-address.ts';

/** A site on loopback that stands for one on the internet: its name resolves to it, and its address is allowed. */
async function site(handler: RequestListener) {
  const server = createServer(handler);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  const looked: string[] = [];
  const guard: FetchOptions['guard'] = {
    resolve: async (host) => {
      looked.push(host);
      return host.endsWith('.example') ? ['127.0.0.1'] : ['10.0.0.8'];
    },
    allow: (address) => address === '127.0.0.1',
    ports: [port],
  };
  return { port, looked, guard, url: (path: string) => `http://news.example:${port}${path}` };
}

const html = (body: string) => `<html><head><title>t</title></head><body>${body}</body></html>`;

describe('fetchPage', () => {
  test('brings a page, by the address that was checked', async () => {
    const { url, guard, looked } = await site((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        html(`${request.headers.host} ${request.headers.cookie} ${request.headers.authorization}`),
      );
    });
    const page = await fetchPage(url('/2021/Storm%20hits_harbour.htm?x=1#top'), { guard });
    expect(page).toMatchObject({
      name: 'storm-hits-harbour.html',
      url: url('/2021/Storm%20hits_harbour.htm?x=1'),
    });
    expect(Buffer.from(page.bytes).toString()).toMatch(/news\.example:\d+ undefined undefined/);
    expect(looked).toEqual(['news.example']);
  });

  test.each<[string, string, Buffer, string]>([
    ['gzip', 'gzip', gzipSync('Öl im Hafen'), 'text/plain'],
    [
      'a character set that only the header tells',
      'identity',
      Buffer.from('D6', 'hex'),
      'text/plain; charset=ISO-8859-1',
    ],
  ])('reads %s', async (_, encoding, bytes, type) => {
    const { url, guard } = await site((_, response) => {
      response.writeHead(200, { 'content-type': type, 'content-encoding': encoding }).end(bytes);
    });
    const page = await fetchPage(url('/'), { guard });
    expect(new TextDecoder().decode(page.bytes)).toMatch(/^Ö/);
    expect(page.name).toBe('news-example.txt');
  });

  test('follows redirects, and checks each', async () => {
    const { url, guard, looked, port } = await site((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end();
      else if (request.url === '/b')
        response.writeHead(301, { location: `http://other.example:${port}/c` }).end();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end('here');
    });
    expect((await fetchPage(url('/a'), { guard })).url).toBe(`http://other.example:${port}/c`);
    expect(looked).toEqual(['news.example', 'news.example', 'other.example']);
  });

  test.each([
    ['a private name', (port: number) => `http://intranet:${port}/`],
    ['a private address', (port: number) => `http://10.1.2.3:${port}/`],
    ['the metadata service', (port: number) => `http://169.254.169.254:${port}/latest`],
    ['another port', () => 'http://news.example:22/'],
    ['a file', () => 'file:///etc/passwd'],
    ['credentials', (port: number) => `http://me:secret@news.example:${port}/`],
  ])('refuses a redirect to %s', async (_, target) => {
    let asked = 0;
    const { url, guard, port } = await site((_, response) => {
      asked++;
      response.writeHead(302, { location: target(port) }).end();
    });
    await expect(fetchPage(url('/'), { guard })).rejects.toThrow(LinkError);
    expect(asked).toBe(1);
  });

  test.each<[string, RequestListener, RegExp]>([
    [
      'a circle',
      (_, response) => void response.writeHead(302, { location: '/' }).end(),
      /redirects more than 5/,
    ],
    ['a page that is not there', (_, response) => void response.writeHead(404).end(), /answers with 404/],
    [
      'a picture',
      (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
      /image\/png; only web pages/,
    ],
    [
      'a page that is too large',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(3_000_000)),
      /larger than 1 MB/,
    ],
    [
      'a small page that unpacks to a large one',
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
          .end(gzipSync('x'.repeat(30_000_000))),
      /larger than 1 MB/,
    ],
    [
      'a page that never ends',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).write('x'),
      /within 0.3 seconds/,
    ],
    ['a site that says nothing', () => undefined, /within 0.3 seconds/],
    ['a connection that breaks', (request) => void request.socket.destroy(), /connection failed/],
  ])('gives up on %s', async (_, handler, message) => {
    const { url, guard } = await site(handler);
    // Only what never ends has to wait for the end of its time.
    const limits = { bytes: 1024 * 1024, milliseconds: message.source.includes('0.3') ? 300 : 10_000 };
    await expect(fetchPage(url('/'), { guard, limits })).rejects.toThrow(message);
  });
});

describe('what is refused before anything is sent', () => {
  const guard = {
    resolve: async (host: string) =>
      host === 'mixed.example' ? ['93.184.216.34', '127.0.0.1'] : ['192.168.0.9'],
    allow: isPublicAddress,
    ports: [80, 443],
  };
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://localhost/',
    'http://localhost./',
    'http://router.local/',
    'http://mixed.example/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://①②⑦.⓪.⓪.①/',
    'https://93.184.216.34:8080/',
    'https://user@93.184.216.34/',
    'https://:secret@93.184.216.34/',
    'ftp://93.184.216.34/',
    'javascript:alert(1)',
    'data:text/html,hello',
    'news.example/story',
    'http://',
    '',
  ])('%s', async (link) => {
    await expect(checkLink(link, guard)).rejects.toThrow(LinkError);
  });

  test('a public address passes, with its fragment taken off', async () => {
    const checked = await checkLink('https://93.184.216.34/a?b#c', guard);
    expect([checked.url.href, checked.addresses]).toEqual(['https://93.184.216.34/a?b', ['93.184.216.34']]);
  });
});

test('a refusal does not tell whether a private name exists', async () => {
  const words = async (link: string): Promise<string> => {
    const resolve = async (host: string) => {
      if (host === 'there.internal') return ['10.0.0.8'];
      throw new Error('ENOTFOUND');
    };
    const checked = checkLink(link, { resolve, allow: isPublicAddress, ports: [443] });
    return checked.then(() => 'allowed').catch((error: unknown) => String(error));
  };
  expect(await words('https://there.internal/')).toBe(await words('https://not-there.internal/'));
  expect(await words('https://there.internal/')).toMatch(/public internet/);
});
