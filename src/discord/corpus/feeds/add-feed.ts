import { randomBytes } from 'node:crypto';
import type { ChatInputCommandInteraction } from 'discord.js';
import { z } from 'zod';
import { fileNameOf } from '../../../corpus/keep/writing/file-name.ts';
import { LinkError } from '../../../corpus/links/fetch-page.ts';
import { FEED_DEFAULTS } from '../../../feeds/feed-defaults.ts';
import { FeedError } from '../../../feeds/polling/read-answer.ts';
import { trimEndOf } from '../../../text/trim-ends.ts';
import type { CommandContext } from '../../command.ts';
import { escapeMarkdown } from '../../replies/escape-markdown.ts';
import { note } from '../../replies/view-parts.ts';
import type { FeedDesk } from './feed-desk.ts';
import { feedPreview } from './feed-views.ts';

const DEFAULTS = {
  /** How long a feed waits to be saved, in milliseconds. */
  waits: 24 * 60 * 60 * 1000,
  /** Characters of a feed's name, which is its folder's. */
  name: 40,
} as const;

/** A feed that was looked over, until it is saved. */
const Waiting = z.object({
  url: z.string(),
  title: z.string(),
  keepDays: z.number().optional(),
  keepNewest: z.number().optional(),
});

/** Tells the user when an address is refused, in its words; anything else is a fault. */
export async function orExplain(
  { door, words }: CommandContext,
  feeds: FeedDesk | undefined,
  work: (desk: FeedDesk) => Promise<void>,
): Promise<void> {
  if (feeds === undefined) return door.send(note(words.say('feed.off')), { private: true });
  await door.begin({ private: true });
  try {
    await work(feeds);
  } catch (error) {
    if (!(error instanceof LinkError || error instanceof FeedError)) throw error;
    await door.update(note(escapeMarkdown(error.message)));
  }
}

/** `/corpus feed add`: shows what is there; nothing is saved yet. */
export function addFeed(context: CommandContext, { options }: ChatInputCommandInteraction): Promise<void> {
  const { door, state, words } = context;
  return orExplain(context, context.feeds, async (desk) => {
    const report = await desk.inspect(options.getString('address', true));
    const known = (await desk.records.list()).find(({ url }) => url === report.url);
    if (known !== undefined)
      return door.update(note(words.say('feed.known', { title: escapeMarkdown(known.title) })));
    const key = randomBytes(12).toString('hex');
    const keepDays = options.getInteger('keep-days');
    const keepNewest = options.getInteger('keep-newest');
    const waiting: z.infer<typeof Waiting> = {
      url: report.url,
      title: report.feed.title || new URL(report.url).hostname,
      ...(keepDays !== null && { keepDays }),
      ...(keepNewest !== null && { keepNewest }),
    };
    await state.views.set(`feed-${key}`, waiting, DEFAULTS.waits);
    await door.update(feedPreview(report, words, key));
  });
}

/** "Follow this feed" under the preview. */
export function saveFeed(context: CommandContext, key: string): Promise<void> {
  const { door, state, words, user, audit, now } = context;
  return orExplain(context, context.feeds, async ({ records }) => {
    const waiting = Waiting.safeParse(await state.views.get(`feed-${key}`)).data;
    if (waiting === undefined) return door.update(note(words.say('feed.expired')));
    const all = await records.list();
    if (all.length >= FEED_DEFAULTS.feeds)
      return door.update(note(words.say('feed.tooMany', { count: FEED_DEFAULTS.feeds })));
    const name = freeName(waiting, new Set(all.map((feed) => feed.name)));
    await records.save({ ...waiting, name, added: now(), by: user.id });
    await state.views.delete(`feed-${key}`);
    await audit.append({ by: user.id, action: 'feed-add', what: `${waiting.title} (${waiting.url})` });
    await door.update(
      note(words.say('feed.saved', { title: escapeMarkdown(waiting.title), folder: `\`feeds/${name}\`` })),
    );
  });
}

function freeName({ title, url }: z.infer<typeof Waiting>, taken: ReadonlySet<string>): string {
  const plain = (text: string) => text.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '');
  const base = trimEndOf(fileNameOf(plain(title), new URL(url).hostname).slice(0, DEFAULTS.name), /-/);
  for (let number = 2, name = base; ; name = `${base}-${number++}`) if (!taken.has(name)) return name;
}
