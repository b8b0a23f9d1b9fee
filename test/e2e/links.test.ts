import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage } from '../../src/corpus/links/fetch-page.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

const BODY =
  'The lighthouse of Harbourtown was built by Ada Quill in 1842. It is forty metres high and stands on a rock.\n\nAda Quill was a mason from the north, and she also built the old bridge of the town, which is still in use today.';

describe('/corpus add with a link, where that is allowed', () => {
  let real: RealBot;
  let site: Server;
  let port = 0;
  beforeAll(async () => {
    site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<html><head><title>The lighthouse</title></head><body><article><h1>The lighthouse</h1>
        ${BODY.split('\n\n')
          .map((text) => `<p>${text}</p>`)
          .join('')}</article></body></html>`);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    const address = site.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    real = await startRealBot({ CORPUS_ADD_LINKS: 'true' });
  });
  afterAll(async () => {
    site.close();
    await real.close();
  });

  it('refuses addresses that are not public', async () => {
    const link = `http://127.0.0.1:${port}/`;
    const refused = await (await real.playground.asModerator.slash('corpus add', { link })).settled(300);
    expect(refused.text).not.toMatch(/Something went wrong|lighthouse/);
    expect(refused.text.length).toBeGreaterThan(20);
  });

  it('shows what the page holds', async () => {
    await real.close();
    const guard = { resolve: async () => ['127.0.0.1'], allow: () => true, ports: [port] };
    real = await startRealBot(
      { CORPUS_ADD_LINKS: 'true' },
      { fetchPage: (url) => fetchPage(url, { guard }) },
    );
    const link = `http://harbour.example:${port}/lighthouse`;
    const preview = await real.playground.asModerator.slash('corpus add', { link });
    await preview.waitFor(({ text }) => text.includes('The lighthouse'), 15_000);
    expect(preview.text).toContain('built by Ada Quill');
    expect(preview.text).toContain(`(http://harbour.example:${port}/lighthouse)`);
  });
});
