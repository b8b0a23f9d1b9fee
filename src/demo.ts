import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from './config/config.ts';
import type { FetchOptions } from './corpus/links/fetch-page.ts';
import { loadCorpus } from './corpus/load.ts';
import type { Bot } from './discord/bot.ts';
import type { FeedTools } from './feeds/open-feeds.ts';
import type { Log } from './log.ts';
import type { Playground } from './playground/index.ts';
import { createFollows } from './state/feeds/follows.ts';
import type { State } from './state/state.ts';

const DEFAULTS = {
  title: 'The Playground Post',
  /** The name of its feed. */
  feed: 'the-playground-post',
  /** What the playground's channel follows from the beginning. */
  topic: 'Syria',
  /** Articles that the newspaper has. */
  articles: 50,
} as const;

/** The demonstration of feeds and alerts. */
export interface Demo {
  /** What the bot runs with: an empty corpus and state of its own, feeds, no Discord but the playground. */
  readonly config: Config;
  /** Nothing is fetched but from the playground. */
  readonly guard: NonNullable<FetchOptions['guard']>;
  /** Gives the playground its newspaper, has the bot follow it, and lets people publish. */
  begin(running: {
    readonly playground: Playground;
    readonly bot: Pick<Bot, 'readFeeds'>;
    readonly feedTools: FeedTools;
    readonly state: State;
    readonly log: Log;
  }): Promise<void>;
  close(): void;
}

/**
 * Makes ready to show feeds and alerts: a newspaper in the playground brings out the articles of the corpus one by one, and
 * the bot, which begins without any, reads its feed. The corpus itself is only read.
 * @throws when the corpus has no article
 */
export async function openDemo(config: Config): Promise<Demo> {
  const { articles } = await loadCorpus(config.corpus, { followLinks: config.followLinks });
  if (articles.length === 0)
    throw new Error(`The demonstration needs an article to publish, and there is none in ${config.corpus}`);
  const folder = mkdtempSync(join(tmpdir(), 'footnote-demo-'));
  const [corpus, dataDir] = [join(folder, 'corpus'), join(folder, 'data')];
  mkdirSync(corpus);
  const { discord: _, databaseUrl: __, ...rest } = config;
  const ports: number[] = [];
  return {
    config: { ...rest, corpus, dataDir, feeds: true, addLinks: false },
    guard: {
      resolve: async () => [],
      allow: (address) => address === '127.0.0.1',
      ports,
    },
    async begin({ playground, bot, feedTools, state, log }) {
      ports.push(playground.port);
      const { feeds, now } = feedTools;
      const by = playground.asModerator.user.id;
      const newspaper = playground.openNewspaper({
        title: DEFAULTS.title,
        articles: articles.slice(0, DEFAULTS.articles),
        onPublished() {
          askNow().catch((err: unknown) => log.error({ err }, 'The newspaper could not be read'));
        },
      });
      const { feed: name, title, topic } = DEFAULTS;
      await feeds.save({ name, url: newspaper.feed, title, added: now(), by });
      await createFollows(state).save({
        id: 'demo',
        owner: by,
        guild: playground.guildId,
        channel: playground.channelId,
        topic,
        when: 'now',
        since: now(),
        language: 'en',
      });
      // What is there at the first reading is news to nobody.
      await bot.readFeeds();
      newspaper.offer();

      /** Nobody who has pressed the button wants to wait for half an hour. */
      async function askNow(): Promise<void> {
        await feeds.setStatus(name, { ...(await feeds.status(name)), next: 0 });
        await bot.readFeeds();
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
