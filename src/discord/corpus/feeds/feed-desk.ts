import { type FeedReport, inspectFeed } from '../../../feeds/discovery/inspect-feed.ts';
import type { FeedTools } from '../../../feeds/open-feeds.ts';
import type { FeedRecords } from '../../../state/feeds/feed-records.ts';

/** What moderators do with feeds; absent when the bot may not read any. */
export interface FeedDesk {
  readonly records: FeedRecords;
  /** @throws {LinkError} and {FeedError} */
  inspect(address: string): Promise<FeedReport>;
}

export function openFeedDesk(tools: FeedTools): FeedDesk {
  return { records: tools.feeds, inspect: (address) => inspectFeed(address, tools) };
}
