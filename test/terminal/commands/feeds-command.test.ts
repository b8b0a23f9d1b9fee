import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createFeedRecords } from '../../../src/state/feeds/feed-records.ts';
import { connectPostgres } from '../../../src/state/postgres/connect.ts';
import { openPostgresState } from '../../../src/state/postgres/open-postgres-state.ts';
import { openState } from '../../../src/state/state.ts';
import { checkFeed, runFeeds } from '../../../src/terminal/commands/feeds-command.ts';
import { rss, siteForTest, story } from '../../feeds/site.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../../postgres.ts';
import { fileOf, stringIo } from '../stage.ts';

const FEED = rss('Hessel Post', [
  { title: 'The lock', link: '/lock', date: 'Mon, 06 May 2024 08:00:00 GMT', content: story('Hessel') },
  { title: 'The ferry', link: '/ferry', date: 'Sun, 05 May 2024 08:00:00 GMT', summary: 'Short.' },
]);

test('check shows what a feed brings', async () => {
  const io = stringIo();
  await checkFeed(fileOf('feed.xml', FEED), 'test', io);
  expect(io.printed().split('\n')).toEqual([
    'title: Hessel Post',
    'format: rss',
    'entries: 2',
    'whole texts: 1 of the latest 2; the pages of the others are fetched',
    'a new one: every 24 hours',
    '',
    '- The lock (Mon, 06 May 2024 08:00:00 GMT)',
    '- The ferry (Sun, 05 May 2024 08:00:00 GMT, summary)',
    '',
  ]);
});

test.each([
  ['a file that is no feed', () => fileOf('a.xml', '<note>x</note>'), /no RSS, Atom or JSON feed/],
  ['a file that is not there', () => 'nowhere.xml', /There is no file/],
  ['a private address', () => 'http://127.0.0.1/feed', /public internet/],
])('check refuses %s', async (_, place, message) => {
  await expect(checkFeed(place(), 'test', stringIo())).rejects.toThrow(message);
});

test('run asks what is due, once', async () => {
  const site = await siteForTest();
  const corpus = mkdtempSync(join(tmpdir(), 'footnote-run-'));
  onTestFinished(() => rmSync(corpus, { recursive: true }));
  const config = { feeds: true, corpus, dataDir: join(corpus, 'data') };
  const state = openState(config.dataDir);
  const feeds = createFeedRecords(state.feeds);
  for (const name of ['good', 'gone'])
    await feeds.save({ name, url: site.url(`/${name}`), title: '', added: 0, by: '1' });
  await state.close();
  site.put(
    '/good',
    rss('Post', [{ title: 'The lock', link: 'https://news.example/lock', content: story('Hessel') }]),
  );
  const io = stringIo();
  expect(await runFeeds(config, 'test', io, site.guard)).toBe(1);
  expect(io.printed()).toBe('good: 1 new, 0 changed\n');
  expect(io.complained()).toMatch(/^gone: There is no feed at this address/);
  expect(readdirSync(join(corpus, 'feeds', 'good'))).toHaveLength(1);
  const again = stringIo();
  expect(await runFeeds(config, 'test', again, site.guard)).toBe(0);
  expect(again.printed()).toBe('No feed is due.\n');
  await expect(runFeeds({ ...config, feeds: false }, 'test', io)).rejects.toThrow('CORPUS_FEEDS=yes');
});

describePostgres('with a database', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  test('run writes what is new for all who share it, and there need be no folder', async () => {
    const site = await siteForTest();
    const place = mkdtempSync(join(tmpdir(), 'footnote-run-'));
    onTestFinished(() => rmSync(place, { recursive: true }));
    const databaseUrl = await server.database();
    const config = { feeds: true, corpus: join(place, 'none'), dataDir: join(place, 'data'), databaseUrl };
    const state = await openPostgresState(connectPostgres(databaseUrl));
    await createFeedRecords(state.feeds).save({
      name: 'good',
      url: site.url('/good'),
      title: '',
      added: 0,
      by: '1',
    });
    await state.close();
    site.put('/good', rss('Post', [{ title: 'The lock', link: '/lock', content: story('Hessel') }]));
    const io = stringIo();
    expect(await runFeeds(config, 'test', io, site.guard)).toBe(0);
    expect(io.printed()).toBe('good: 1 new, 0 changed\n');
    const postgres = connectPostgres(databaseUrl);
    const rows = await postgres.rows(z.object({ path: z.string() }), 'SELECT path FROM footnote.files');
    await postgres.close();
    expect(rows).toEqual([{ path: expect.stringMatching(/^feeds\/good\/.*the-lock/) }]);
    const again = stringIo();
    await runFeeds({ ...config, dataDir: join(place, 'elsewhere') }, 'test', again, site.guard);
    expect(again.printed()).toBe('No feed is due.\n');
  });
});
