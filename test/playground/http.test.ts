import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { restClient } from './client.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

/** A request with headers that `fetch` would not let through, and with a path as it stands. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: playground.port, path, method, headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part) => {
            text += part;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        },
      );
      sent.on('error', reject);
      sent.end();
    },
  );
}

describe('who is let in', () => {
  it.each([
    ['its own address', {}, 200],
    ['its own page', { origin: 'OWN' }, 200],
    ['another host name (DNS rebinding)', { host: 'evil.example' }, 403],
    ['another port', { host: '127.0.0.1:1' }, 403],
    ['a page elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
  ])('%s', async (_, headers, status) => {
    const own = Object.fromEntries(
      Object.entries(headers).map(([key, value]) => [
        key,
        value === 'OWN' ? playground.url.slice(0, -1) : value,
      ]),
    );
    const answer = await raw('/api/v10/users/@me', { authorization: `Bot ${playground.token}`, ...own });
    expect(answer.status).toBe(status);
  });

  it.each(['/page', '/gateway?v=10'])('a WebSocket from a page elsewhere is refused at %s', async (path) => {
    const socket = new WebSocket(`ws://127.0.0.1:${playground.port}${path}`, {
      origin: 'https://evil.example',
    });
    const error = await new Promise((resolve) => socket.once('error', resolve));
    expect(String(error)).toContain('403');
  });

  it('listens on loopback only, and says when a port is taken', async () => {
    expect(playground.url).toBe(`http://127.0.0.1:${playground.port}/`);
    await expect(startPlayground({ port: playground.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('sends localhost to the numeric address, where the attachments are', async () => {
    const answer = await raw('/', { host: `localhost:${playground.port}` });
    expect(answer).toMatchObject({ status: 302, headers: { location: playground.url } });
  });
});

describe('the page’s files', () => {
  it('its own, with a policy that lets only its scripts run', async () => {
    const answer = await raw('/');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['/vendor/@skyra/discord-components-core/dist/index.js', 'text/javascript; charset=utf-8'],
    ['/vendor/lit/index.js', 'text/javascript; charset=utf-8'],
    ['/vendor/@lit/reactive-element/reactive-element.js', 'text/javascript; charset=utf-8'],
  ])('the module %s', async (path, type) => {
    expect(await raw(path)).toMatchObject({ status: 200, headers: { 'content-type': type } });
  });

  it.each([
    '/vendor/discord.js/src/index.js',
    '/vendor/lit/../discord.js/src/index.js',
    '/vendor/lit/..%2fdiscord.js/src/index.js',
    '/vendor/lit/%2e%2e/%2e%2e/package.json',
    '/vendor/lit/package.json',
    '/vendor/lit/missing.js',
    '/../server.ts',
    '/..%2fserver.ts',
    '/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/tsconfig.json',
    '/%00.js',
    '/%',
    '/nothing',
  ])('not %s', async (path) => {
    expect((await raw(path)).status).toBe(404);
  });
});

describe('files of messages', () => {
  const upload = (name: string, body: string | Uint8Array<ArrayBuffer>, type = 'text/plain') =>
    fetch(`${playground.url}upload?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });

  it('an upload can be looked at, and is never run', async () => {
    const made = await upload('Große Liste.html', '<script>alert(1)</script>', 'text/html');
    const { id, attachment } = z
      .object({ id: z.string(), attachment: z.looseObject({ url: z.string() }) })
      .parse(await made.json());
    expect(attachment).toMatchObject({ id, filename: 'Gro_e_Liste.html', size: 25 });
    const seen = await fetch(attachment.url);
    expect(seen.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(seen.headers.get('content-security-policy')).toContain('sandbox');
    expect(await seen.text()).toBe('<script>alert(1)</script>');
  });

  it('too large, or without a name', async () => {
    expect((await upload('big.bin', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await upload('', 'a')).status).toBe(400);
    expect((await raw('/attachments/1/2/a.txt')).status).toBe(404);
  });

  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAC0lEQVR4nGNgQAcAABIAAfRpvjkAAAAASUVORK5CYII=',
    'base64',
  );

  function form(body: object, files: Record<string, [string, Uint8Array<ArrayBuffer>]>): FormData {
    const data = new FormData();
    data.append('payload_json', JSON.stringify(body));
    for (const [number, [name, bytes]] of Object.entries(files)) {
      data.append(`files[${number}]`, new Blob([bytes]), name);
    }
    return data;
  }
  const post = (body: object, files: Record<string, [string, Uint8Array<ArrayBuffer>]>) =>
    restClient(playground)('POST', `/channels/${playground.channelId}/messages`, form(body, files));

  it('a picture of the bot’s, in an embed and in a gallery', async () => {
    const files = { 0: ['my chart.png', Uint8Array.from(PIXEL)] } satisfies Record<
      string,
      [string, Uint8Array<ArrayBuffer>]
    >;
    const embedded = await post(
      { embeds: [{ title: 'a', image: { url: 'attachment://my_chart.png' } }] },
      files,
    );
    expect(embedded.body).toMatchObject({
      attachments: [{ filename: 'my_chart.png', content_type: 'image/png', width: 2, height: 3 }],
      embeds: [{ image: { url: expect.stringContaining(`${playground.url}attachments/`) } }],
    });
    const gallery = { type: 12, items: [{ media: { url: 'attachment://my_chart.png' } }] };
    const laid = await post({ flags: 1 << 15, components: [gallery] }, files);
    expect(laid.body).toMatchObject({
      components: [
        { id: 1, items: [{ media: { url: expect.stringContaining('/my_chart.png'), width: 2 } }] },
      ],
    });
  });

  it('an edit keeps, drops and adds files', async () => {
    const { body: made } = await post(
      { content: 'a' },
      { 0: ['a.txt', new Uint8Array(1)], 1: ['b.txt', new Uint8Array(2)] },
    );
    const message = playground.asMember.messages().find(({ id }) => id === made.id);
    const kept = message?.attachments[1]?.id;
    const path = `/channels/${playground.channelId}/messages/${made.id}`;
    const edited = await restClient(playground)(
      'PATCH',
      path,
      form(
        { attachments: [{ id: kept }, { id: 0, description: 'new' }] },
        { 0: ['c.txt', new Uint8Array(3)] },
      ),
    );
    expect(edited.body).toMatchObject({
      attachments: [{ filename: 'b.txt' }, { filename: 'c.txt', description: 'new' }],
    });
    expect((await fetch(message?.attachments[0]?.url ?? '')).status).toBe(404);
  });

  it('ten files of 10 MiB, not more', async () => {
    const big = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(await post({ content: 'a' }, { 0: ['big.bin', big] })).toMatchObject({
      status: 413,
      body: { code: 40005 },
    });
    const eleven = Object.fromEntries(
      Array.from({ length: 11 }, (_, i): [string, [string, Uint8Array<ArrayBuffer>]] => [
        String(i),
        [`${i}.txt`, new Uint8Array(1)],
      ]),
    );
    expect((await post({ content: 'a' }, eleven)).body.code).toBe(50035);
  });
});
