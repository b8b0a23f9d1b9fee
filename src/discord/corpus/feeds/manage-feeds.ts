import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { FeedRecord } from '../../../state/feeds/feed-records.ts';
import type { Choice, CommandContext, Services } from '../../command.ts';
import { escapeMarkdown } from '../../replies/escape-markdown.ts';
import { oneLine } from '../../replies/fit-text.ts';
import { note } from '../../replies/view-parts.ts';
import { orExplain } from './add-feed.ts';
import type { FeedDesk } from './feed-desk.ts';
import { feedList, feedPreview } from './feed-views.ts';

/** `/corpus feed list` */
export function listFeeds(context: CommandContext): Promise<void> {
  return orExplain(context, context.feeds, async ({ records }) => {
    const feeds = await records.list();
    const rows = await Promise.all(
      feeds.map(async (feed) => ({ feed, status: await records.status(feed.name) })),
    );
    await context.door.update(feedList(rows, context.words, context.now()));
  });
}

/** `/corpus feed remove`: its articles stay. */
export function removeFeed(context: CommandContext, interaction: ChatInputCommandInteraction): Promise<void> {
  return withFeed(context, interaction, async ({ records }, feed) => {
    await records.remove(feed.name);
    await told(context, feed, 'feed-remove', 'feed.removed');
  });
}

/** `/corpus feed pause`: and the same again has it go on. */
export function pauseFeed(context: CommandContext, interaction: ChatInputCommandInteraction): Promise<void> {
  return withFeed(context, interaction, async ({ records }, feed) => {
    const { paused, ...running } = feed;
    await records.save(paused === undefined ? { ...running, paused: 'moderator' } : running);
    await told(context, feed, 'feed-pause', paused === undefined ? 'feed.paused' : 'feed.resumed');
  });
}

/** `/corpus feed check`: looks at it as if it were new. */
export function checkFeedNow(
  context: CommandContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  return withFeed(context, interaction, async ({ inspect }, feed) => {
    await context.door.update(feedPreview(await inspect(feed.url), context.words));
  });
}

/** Feeds to choose from while someone types. */
export async function feedChoices(
  { feeds }: Pick<Services, 'feeds'>,
  { options }: AutocompleteInteraction,
): Promise<Choice[]> {
  const typed = options.getFocused().trim().toLowerCase();
  const all = (await feeds?.records.list()) ?? [];
  return all
    .filter(({ name, title }) => `${title} ${name}`.toLowerCase().includes(typed))
    .map(({ name, title }) => ({ name: oneLine(title) || name, value: name }));
}

function withFeed(
  context: CommandContext,
  { options }: ChatInputCommandInteraction,
  work: (desk: FeedDesk, feed: FeedRecord) => Promise<void>,
): Promise<void> {
  return orExplain(context, context.feeds, async (desk) => {
    const typed = options.getString('feed', true).trim().toLowerCase();
    const all = await desk.records.list();
    const feed =
      all.find(({ name }) => name === typed) ?? all.find(({ title }) => title.trim().toLowerCase() === typed);
    if (feed === undefined) await context.door.update(note(context.words.say('feed.unknown')));
    else await work(desk, feed);
  });
}

async function told(
  { audit, user, door, words }: CommandContext,
  { title, url }: FeedRecord,
  action: string,
  key: 'feed.removed' | 'feed.paused' | 'feed.resumed',
): Promise<void> {
  await audit.append({ by: user.id, action, what: `${title} (${url})` });
  await door.update(note(words.say(key, { title: escapeMarkdown(title) })));
}
