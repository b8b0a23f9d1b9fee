import type { HeavyTask } from '../../src/corpus/formats/heavy-reader.ts';
import { loadHeavy } from '../../src/corpus/formats/parse.ts';
import { createFetcher } from '../../src/feeds/fetching/fetcher.ts';
import { openFeedFiles } from '../../src/feeds/keeping/feed-files.ts';
import { pollFeed } from '../../src/feeds/polling/poll-feed.ts';
import { createArrivals } from '../../src/state/feeds/arrivals.ts';
import { createFeedRecords } from '../../src/state/feeds/feed-records.ts';
import { createItemRecords } from '../../src/state/feeds/item-records.ts';
import { openState } from '../../src/state/state.ts';

/* Polls every feed of a folder once, as the bot does, in a process that can be killed: FOLDER PORT. */
const [folder = '', port = '0'] = process.argv.slice(2);
const state = openState(`${folder}/data`);
const now = () => Date.now();
const feeds = createFeedRecords(state.feeds);
const guard = {
  resolve: async () => ['127.0.0.1'],
  allow: () => true,
  ports: [Number(port)],
};
const tools = {
  feeds,
  fetch: createFetcher({ version: 'test', guard, now, wait: async () => undefined }),
  // Without its thread: it takes longer to start than a poll.
  heavy: {
    read: async ({ format, bytes, path }: HeavyTask) => (await loadHeavy(format))(bytes, path),
  },
  files: openFeedFiles(folder),
  items: createItemRecords(state.items),
  arrivals: createArrivals(state.arrivals),
  now,
  random: Math.random,
};
await Promise.all([loadHeavy('entries'), loadHeavy('fragment'), loadHeavy('html'), loadHeavy('markdown')]);
process.stdout.write('ready\n');
for (const feed of await feeds.list()) await pollFeed(feed, tools);
await state.close();
