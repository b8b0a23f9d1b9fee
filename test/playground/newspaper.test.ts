import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Newspaper } from '../../src/playground/http/newspaper.ts';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';

let playground: Playground;
let newspaper: Newspaper;
let published = 0;
beforeAll(async () => {
  playground = await startPlayground();
  newspaper = playground.openNewspaper({
    title: 'Post & Mail',
    articles: [{ title: '1 < 2', text: 'First.\n\n<script>Second.</script>' }],
    onPublished: () => published++,
  });
});
afterAll(() => playground.close());

const get = async (address: string) => {
  const answer = await fetch(address);
  return [answer.status, await answer.text()];
};

it('has nothing out before its readers are ready', async () => {
  expect([newspaper.state, newspaper.publish(), published]).toEqual([undefined, false, 0]);
  expect(await get(newspaper.feed)).toEqual([200, expect.not.stringContaining('<item>')]);
});

it('brings out each article once, as text and nothing else', async () => {
  newspaper.offer();
  expect(newspaper.state).toEqual({ title: 'Post & Mail', left: 1 });
  expect([newspaper.publish(), newspaper.publish(), published, newspaper.state?.left]).toEqual([
    true,
    false,
    1,
    0,
  ]);
  const [, feed] = await get(newspaper.feed);
  expect(feed).toContain('<title>1 &lt; 2</title>');
  const [status, page] = await get(newspaper.feed.replace('feed.xml', '1'));
  expect([status, page]).toEqual([200, expect.stringContaining('<p>First.</p><p>&lt;script&gt;')]);
  expect((await get(newspaper.feed.replace('feed.xml', '2')))[0]).toBe(404);
});
