import type { MessageComponentInteraction } from 'discord.js';
import { z } from 'zod';
import type { Article } from '../../corpus/article.ts';
import { type NameOf, plainMentions } from '../asking/mention-text.ts';
import type { CommandContext, Use } from '../command.ts';
import { note } from '../replies/view-parts.ts';
import { saveOnce } from '../replies/view-records.ts';
import { articleCard } from './article-card.ts';
import { articleByKey, whichArticle } from './article-choice.ts';
import { articleListView } from './article-list.ts';

const DEFAULTS = {
  /** Most quoted passages on a card. */
  quotes: 3,
} as const;

const ListRecord = z.object({ query: z.string() });

/** Shows the one article that was meant, or a list of those that fit. */
export async function showSources(context: CommandContext, query: string, nameOf: NameOf): Promise<void> {
  const { library, door, words } = context;
  const snapshot = library.current();
  const meant = await whichArticle(context, query, nameOf);
  if (meant.kind === 'one') return sendCard(context, meant.article);
  const typed = plainMentions(query, nameOf);
  const visibility = { private: true };
  const listId = saveOnce(context, ['sources', typed], { query: typed }, visibility);
  const found = snapshot.catalog.find(typed);
  await door.send(articleListView(found, { listId, query: typed, page: 0 }, words), visibility);
}

/** SerialQueue the page of a list, or opens an article of it. */
export async function pressSources(
  context: CommandContext,
  { interaction, action, args }: Use<MessageComponentInteraction>,
): Promise<void> {
  const { library, state, door, words } = context;
  const snapshot = library.current();
  if (action === 'open') {
    const [key = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
    const article = articleByKey(snapshot, key);
    if (article === undefined) return door.send(note(words.say('sources.gone')), { private: true });
    return sendCard(context, article);
  }
  const [listId = '', page] = args;
  const record = ListRecord.safeParse(await state.views.get(listId)).data;
  if (record === undefined) return door.send(note(words.say('sources.expired')), { private: true });
  const found = snapshot.catalog.find(record.query);
  const place = { listId, query: record.query, page: Number(page) || 0 };
  await door.update(articleListView(found, place, words));
}

async function sendCard({ library, quotes, door, words }: CommandContext, article: Article): Promise<void> {
  const { length } = library.current().sentencesOf(article);
  const most = await quotes.of(article, DEFAULTS.quotes);
  await door.send(articleCard(article, length, most, words), { private: true });
}
