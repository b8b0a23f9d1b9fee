import type { Preview, PreviewArticle } from '../../../corpus/keep/keeper.ts';
import { originMarkdown, titleMarkdown } from '../../quoting/source-line.ts';
import { counted, number, someLines } from '../../quoting/view-lines.ts';
import { blockQuote, escapeMarkdown, subtext } from '../../replies/escape-markdown.ts';
import { clip, oneLine, textRoom } from '../../replies/fit-text.ts';
import {
  button,
  buttonRows,
  container,
  separator,
  textDisplay,
  type View,
} from '../../replies/view-parts.ts';
import { formatCustomId } from '../../routing/custom-id.ts';
import { CORPUS_SCOPE, problemLine } from './reload-view.ts';

const DEFAULTS = {
  source: { title: 200, url: 500, names: 100 },
  /** Characters of the article's beginning, before escaping. */
  opening: 600,
  dropped: { lines: 6, line: 80 },
  problems: 6,
  /** Articles that are named when there are many in one file. */
  articles: 12,
} as const;

const COLOURS = { good: 0x2e_8b_57, look: 0xc4_8a_1a, bad: 0xb0_3a_2e } as const;

/** What the reader made of an article that is about to be added, and what can be done with it. */
export function previewView(preview: Preview): View {
  const { articles, savable, existing, path } = preview;
  const [only] = articles;
  const texts: string[] = [];
  const add = (text: string) => {
    if (text !== '' && text.length <= textRoom(...texts)) texts.push(text);
  };
  if (!savable) add('**This cannot be added.**');
  else if (articles.length === 1 && only !== undefined) {
    add(articleText(only));
    add(blockQuote(escapeMarkdown(clip(only.article.text.trim(), DEFAULTS.opening))));
    add(droppedText(only));
  } else {
    const titles = articles.map(({ article }) => `- ${escapeMarkdown(clip(oneLine(article.title), 100))}`);
    add(`**${counted(articles.length, 'article')}**\n${someLines(titles, DEFAULTS.articles, 1300)}`);
  }
  const problems = [...preview.problems, ...articles.flatMap((article) => article.problems)].map(problemLine);
  if (problems.length > 0)
    add(`**To look at**\n${someLines(problems, DEFAULTS.problems, Math.min(1200, textRoom(...texts) - 20))}`);
  if (savable) {
    const taken =
      existing === undefined
        ? ''
        : `\n**There is a file of that name already:** ${escapeMarkdown(clip(oneLine(existing.title), 150))}. Replace it, or edit the title to keep both.`;
    add(`${subtext(`It will be saved as ${escapeMarkdown(clip(path, 200))}.`)}${taken}`);
  }
  const colour = !savable ? COLOURS.bad : existing !== undefined ? COLOURS.look : COLOURS.good;
  return {
    components: [
      container(colour, [...texts.map(textDisplay), separator(), ...buttonRows(buttons(preview))]),
    ],
  };
}

function articleText({ article }: PreviewArticle): string {
  const words = article.text.split(/\s+/).filter(Boolean).length;
  return `**${titleMarkdown(article, DEFAULTS.source)}**\n${originMarkdown(article, DEFAULTS.source)}\n${subtext(counted(words, 'word'))}`;
}

function droppedText({ dropped }: PreviewArticle): string {
  if (dropped.length === 0) return '';
  const lines = dropped.map(
    ({ text, reason }) => `- ${reason}: ${escapeMarkdown(clip(oneLine(text), DEFAULTS.dropped.line))}`,
  );
  return `**Left out (${number(dropped.length)})**\n${someLines(lines, DEFAULTS.dropped.lines, 900)}`;
}

function buttons({ draft, savable, existing, editable }: Preview) {
  const id = (action: string) => formatCustomId(CORPUS_SCOPE, action, draft);
  const save =
    existing === undefined
      ? button('Save', id('save'), { style: 'main' })
      : button('Replace it', id('replace'), { style: 'danger' });
  return [
    ...(savable ? [save] : []),
    ...(savable && editable ? [button('Edit details', id('revise'))] : []),
    button('Cancel', id('discard')),
  ];
}
