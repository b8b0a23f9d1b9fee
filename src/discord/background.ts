import type { Client } from 'discord.js';
import type { Digest } from '../alerts/messenger.ts';
import { Teller } from '../alerts/teller.ts';
import type { FeedTools } from '../feeds/open-feeds.ts';
import { FeedPoller } from '../feeds/polling/poller.ts';
import type { FeedRecord, FeedStatus } from '../state/feeds/feed-records.ts';
import type { Follow } from '../state/feeds/follows.ts';
import { loadFonts, renderPng, timelineSvg } from '../timeline/picture/png.ts';
import type { Services } from './command.ts';
import { createDiscordMessenger } from './following/discord-messenger.ts';
import { dayOf } from './replies/days.ts';
import { LIMITS } from './replies/discord-limits.ts';
import { escapeMarkdown } from './replies/escape-markdown.ts';
import { clip, oneLine } from './replies/fit-text.ts';
import { messageOf } from './replies/reply.ts';
import { note, type ViewFile } from './replies/view-parts.ts';
import { lookUp } from './timelines/timeline-lookup.ts';
import type { TimelineRecord } from './timelines/timeline-records.ts';
import { timelineWords } from './timelines/timeline-words.ts';

/** What the bot does by itself, asked by nobody. */
export interface Background {
  /** Asks the feeds that are due; what is new has been told when it ends. */
  readFeeds(): Promise<void>;
  /** Ends it; what was begun is taken up at the next start. */
  stop(): Promise<void>;
}

const DEFAULTS = { reason: 300 } as const;

/**
 * Begins to read feeds, if that is allowed, and to tell those who follow a topic of what is new. Of several processes
 * one does each.
 */
export function startBackground(client: Client<true>, services: Services, feeds?: FeedTools): Background {
  const { library, log, now, state, follows, arrivals, dictionary } = services;
  const onError = (err: unknown) =>
    log.error({ err }, 'Something in the background failed; it is tried again');
  const messenger = createDiscordMessenger({
    client,
    dictionary,
    log,
    picture: (follow, digest) => drawDigest(services, follow, digest),
  });
  const runAlone = state.withLease;
  const teller = new Teller({ library, arrivals, follows, messenger, runAlone, onError, now });
  teller.start();
  const poller =
    feeds &&
    new FeedPoller({
      ...feeds,
      runAlone,
      onError,
      onPolled: ({ name }, outcome) => log.debug({ feed: name, outcome }, 'A feed was read'),
      async onNews() {
        await library.reload({ by: 'feeds' });
        await teller.round();
      },
      onFailing: (feed, status) => tellFailing(feed, status),
    });
  poller?.start();
  return {
    async readFeeds() {
      // One may be at it that began before what is wanted now.
      await poller?.round();
      await poller?.round();
    },
    async stop() {
      await poller?.stop();
      await teller.stop();
    },
  };

  /** Whoever added the feed is told, once. */
  async function tellFailing({ by, title, url }: FeedRecord, { error }: FeedStatus): Promise<void> {
    const words = dictionary.en;
    const text = words.say('feed.failing', {
      title: escapeMarkdown(clip(oneLine(title) || url, DEFAULTS.reason)),
      reason: escapeMarkdown(clip(oneLine(error?.message ?? ''), DEFAULTS.reason)),
    });
    log.warn({ feed: url, reason: error?.message }, 'A feed has failed for two days');
    await client.users
      .send(by, messageOf(note(text)))
      .catch((err: unknown) =>
        log.info({ err, feed: url }, 'Whoever added a failing feed could not be told'),
      );
  }
}

/** The timeline of a digest's time, by what the articles say happened in it. */
async function drawDigest(
  services: Services,
  { topic, language }: Follow,
  { from, to }: Digest,
): Promise<ViewFile | undefined> {
  const record: TimelineRecord = {
    kind: 'timeline',
    topic,
    from: dayOf(from),
    to: dayOf(to),
    order: 'date',
    names: [],
  };
  const { found } = await lookUp(services, record);
  if (found.timeline.entries.length === 0) return undefined;
  const fonts = await loadFonts();
  const title = clip(oneLine(topic), LIMITS.modalTitle);
  const words = timelineWords(services.dictionary[language]);
  const picture = timelineSvg(found.timeline, title, fonts, 'dark', words);
  const data = await renderPng(picture, fonts);
  return { name: 'timeline.png', data, description: clip(picture.alt, LIMITS.mediaDescription) };
}
