import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { FEED_DEFAULTS } from '../../src/feeds/feed-defaults.ts';
import { createArrivals } from '../../src/state/feeds/arrivals.ts';
import { createFeedRecords } from '../../src/state/feeds/feed-records.ts';
import { openState } from '../../src/state/state.ts';
import { page, rss, siteForTest, story } from './site.ts';

/** Polls that are killed; more by hand: KILLS=20. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const CHILD = fileURLToPath(new URL('poll-child.ts', import.meta.url));

test(`${KILLS} polls, each killed with SIGKILL: nothing is lost, nothing kept or told twice`, async () => {
  const site = await siteForTest();
  const folder = mkdtempSync(join(tmpdir(), 'footnote-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const names: string[] = [];
  const publish = (count: number) => {
    for (let i = 0; i < count; i++) {
      const name = `Town${names.length}`;
      names.push(name);
      site.put(`/${name}`, page(`The lock of ${name}`, story(name)));
    }
    const items = names.map((name) => ({
      title: `The lock of ${name}`,
      link: site.url(`/${name}`),
      summary: 'Short.',
    }));
    site.put('/feed', {
      body: rss('Post', items.reverse()),
      type: 'text/xml',
      headers: { etag: `"${names.length}"` },
    });
  };
  const setUp = openState(join(folder, 'data'));
  await createFeedRecords(setUp.feeds).save({
    name: 'post',
    url: site.url('/feed'),
    title: '',
    added: 0,
    by: '1',
  });
  await setUp.close();

  publish(1);
  await poll();
  for (let kill = 0; kill < KILLS; kill++) {
    publish(6);
    // From the first request to the last write, somewhere else in each.
    await poll((kill / KILLS) * 250);
  }
  // One poll takes so many pages; the rest comes with the next.
  for (let taken = 0; taken < names.length; taken += FEED_DEFAULTS.pages) await poll();

  const files = readdirSync(join(folder, 'feeds'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:md|txt)$/.test(path),
  );
  const titles = files.map(
    (file) => /^title: (.*)$/m.exec(readFileSync(join(folder, 'feeds', file), 'utf8'))?.[1],
  );
  expect(titles.sort()).toEqual(names.map((name) => `The lock of ${name}`).sort());
  const state = openState(join(folder, 'data'));
  const told = await createArrivals(state.arrivals).waiting();
  await state.close();
  // The first poll's article is no news.
  expect(new Set(told.map(({ path }) => path)).size).toBe(names.length - 1);
  expect(told).toHaveLength(names.length - 1);
  // A page is fetched again only when the program died between asking for it and having written it.
  const again = names.map((name) => site.count(`/${name}`) - 1).reduce((sum, more) => sum + more, 0);
  expect(again).toBeLessThanOrEqual(KILLS);

  async function poll(killAfter?: number): Promise<void> {
    const child = spawn(process.execPath, [CHILD, folder, String(site.port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    if (killAfter !== undefined) {
      await sleep(killAfter);
      child.kill('SIGKILL');
    }
    const [code] = await ended;
    if (killAfter === undefined) expect(code).toBe(0);
  }
});
