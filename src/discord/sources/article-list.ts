import type { Article } from '../../corpus/article.ts';
import { originMarkdown, titleMarkdown } from '../quoting/source-line.ts';
import { counted } from '../quoting/view-lines.ts';
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
export function articleListView(articles: readonly Article[], { listId, query, page }: ListPlace): View {
  const words = escapeMarkdown(clip(oneLine(query), DEFAULTS.query));
  if (articles.length === 0) {
    return note(words === '' ? 'There are no articles yet.' : `No article fits **${words}**.`);
  }
  const pages = Math.ceil(articles.length / DEFAULTS.perPage);
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = articles.slice(at * DEFAULTS.perPage, (at + 1) * DEFAULTS.perPage);
  const head = `**${counted(articles.length, 'article')}**${words === '' ? '' : ` for **${words}**`}`;
  const picks = shown.map((article) => ({
    label: oneLine(article.title) || 'Untitled article',
    value: articleKey(article.id),
    description: oneLine([article.publisher, article.published].filter(Boolean).join(' · ')) || 'undated',
  }));
  const turn = (to: number) => formatCustomId(SOURCES_SCOPE, 'page', listId, to);
  const turns = [
    ...(at > 0 ? [button('Previous', turn(at - 1), { emoji: '◀️' })] : []),
    ...(at < pages - 1 ? [button('Next', turn(at + 1), { emoji: '▶️' })] : []),
  ];
  return {
    components: [
      container(undefined, [
        textDisplay(head),
        textDisplay(shown.map(articleLine).join('\n')),
        ...(pages === 1 ? [] : [textDisplay(subtext(`Page ${at + 1} of ${pages}`))]),
        separator(),
        select('Show one of these', formatCustomId(SOURCES_SCOPE, 'open', listId, at), picks),
        ...buttonRows(turns),
      ]),
    ],
  };
}

function articleLine(article: Article): string {
  return `- ${titleMarkdown(article, DEFAULTS.source)} · ${originMarkdown(article, DEFAULTS.source)}`;
}
