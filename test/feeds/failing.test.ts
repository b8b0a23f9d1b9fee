import { afterAll, expect, test } from 'vitest';
import { FEED_DEFAULTS } from '../../src/feeds/feed-defaults.ts';
import { FeedPoller } from '../../src/feeds/polling/poller.ts';
import { type Bench, heavy, openBench } from './bench.ts';
import { rss, siteForTest, story } from './site.ts';

afterAll(() => heavy.close());

const HOUR = 60 * 60 * 1000;
const FEED = rss('Post', [{ title: 'The lock', link: '/lock', content: story('Hessel') }]);

/** Polls for some hours. @returns why it was said to fail, each time that it was said */
async function pollFor(
  { tools, ...bench }: Bench,
  hours: number,
  tells = true,
): Promise<(string | undefined)[]> {
  const said: (string | undefined)[] = [];
  const poller = new FeedPoller({
    ...tools,
    now: () => clock,
    runAlone: async (_, work) => {
      await work(new AbortController().signal);
      return true;
    },
    onNews: async () => undefined,
    onError: (error) => {
      throw error;
    },
    ...(tells && { onFailing: async (_, { error }) => void said.push(error?.message) }),
  });
  let clock = bench.clock;
  for (let hour = 0; hour < hours; hour++) {
    clock += HOUR;
    await poller.round();
  }
  await poller.stop();
  return said;
}

test('a feed that fails for two days is told once, and again when it fails anew after it has worked', async () => {
  const site = await siteForTest();
  const bench = openBench(site);
  const days = FEED_DEFAULTS.tellAfter / HOUR;
  const goOn = async (hours: number, tells?: boolean) => {
    const said = await pollFor(bench, hours, tells);
    bench.clock += hours * HOUR;
    return said;
  };
  await bench.follow(site.url('/feed'));
  expect(await goOn(days - 1)).toEqual([]);
  // Whoever has nobody to tell leaves it to the bot.
  expect(await goOn(30, false)).toEqual([]);
  expect(await goOn(30)).toEqual([expect.stringMatching(/404/)]);
  expect(await goOn(5 * 24)).toEqual([]);
  site.put('/feed', FEED);
  expect(await goOn(30)).toEqual([]);
  site.put('/feed', (_, response) => void response.writeHead(500).end());
  expect(await goOn(days - 6)).toEqual([]);
  expect(await goOn(3 * 24)).toEqual([expect.stringMatching(/in trouble/)]);
});
