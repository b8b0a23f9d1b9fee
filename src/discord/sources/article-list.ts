import type { Article } from '../../corpus/article.ts';
import { knownOrigin, titleMarkdown } from '../quoting/source-line.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import {
  button,
  buttonRows,
  container,
  note,
  select,
  separator,
  textDisplay,
  type View,
} from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { articleKey } from './article-names.ts';

/** The command whose `press` handles the menus and buttons. */
export const SOURCES_SCOPE = 'sources';

const DEFAULTS = { perPage: 6, source: { title: 100, url: 200, names: 40 }, query: 100 } as const;

/** Where in a list of articles someone is. */
export interface ListPlace {
  /** The key of what was looked for in the state. */
  readonly listId: string;
  readonly query: string;
  /** From 0; too large a number means the last one. */
  readonly page: number;
}

/** A page of the articles that fit, with a menu to open one. */
export function articleListView(
  articles: readonly Article[],
  { listId, query, page }: ListPlace,
  words: Words,
): View {
  const typed = escapeMarkdown(clip(oneLine(query), DEFAULTS.query));
  if (articles.length === 0) {
    return note(
      typed === '' ? words.say('sources.none') : words.say('sources.noFit', { query: `**${typed}**` }),
    );
  }
  const pages = Math.ceil(articles.length / DEFAULTS.perPage);
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = articles.slice(at * DEFAULTS.perPage, (at + 1) * DEFAULTS.perPage);
  const count = articles.length;
  const head =
    typed === ''
      ? words.say('sources.count', { count })
      : words.say('sources.countFor', { count, query: `**${typed}**` });
  const picks = shown.map((article) => ({
    label: oneLine(article.title) || words.say('source.untitled'),
    value: articleKey(article.id),
    description:
      oneLine([article.publisher, article.published].filter(Boolean).join(' · ')) ||
      words.say('source.undated'),
  }));
  const turn = (to: number) => formatCustomId(SOURCES_SCOPE, 'page', listId, to);
  const turns = [
    ...(at > 0 ? [button(words.say('button.previous'), turn(at - 1), { emoji: '◀️' })] : []),
    ...(at < pages - 1 ? [button(words.say('button.next'), turn(at + 1), { emoji: '▶️' })] : []),
  ];
  return {
    components: [
      container(undefined, [
        textDisplay(head),
        textDisplay(shown.map((article) => articleLine(article, words)).join('\n')),
        ...(pages === 1 ? [] : [textDisplay(subtext(words.say('page', { page: at + 1, pages })))]),
        separator(),
        select(words.say('sources.pick'), formatCustomId(SOURCES_SCOPE, 'open', listId, at), picks),
        ...buttonRows(turns),
      ]),
    ],
  };
}

function articleLine(article: Article, words: Words): string {
  return `- ${titleMarkdown(article, DEFAULTS.source, words)}${knownOrigin(' · ', article, DEFAULTS.source, words)}`;
}
