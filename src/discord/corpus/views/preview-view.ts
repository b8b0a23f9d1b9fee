import type { Preview, PreviewArticle } from '../../../corpus/keep/keeper.ts';
import { originMarkdown, titleMarkdown } from '../../quoting/source-line.ts';
import { someLines } from '../../quoting/view-lines.ts';
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
import type { Words } from '../../words/words.ts';
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
export function previewView(preview: Preview, words: Words): View {
  const { articles, savable, existing, path } = preview;
  const [only] = articles;
  const texts: string[] = [];
  const add = (text: string) => {
    if (text !== '' && text.length <= textRoom(...texts)) texts.push(text);
  };
  if (!savable) add(`**${words.say('corpus.cannotAdd')}**`);
  else if (articles.length === 1 && only !== undefined) {
    add(articleText(only, words));
    add(blockQuote(escapeMarkdown(clip(only.article.text.trim(), DEFAULTS.opening))));
    add(droppedText(only, words));
  } else {
    const titles = articles.map(({ article }) => `- ${escapeMarkdown(clip(oneLine(article.title), 100))}`);
    add(
      `${words.say('sources.count', { count: articles.length })}\n${someLines(titles, DEFAULTS.articles, 1300, words)}`,
    );
  }
  const problems = [...preview.problems, ...articles.flatMap((article) => article.problems)].map(problemLine);
  if (problems.length > 0)
    add(
      `**${words.say('corpus.toLookAt')}**\n${someLines(problems, DEFAULTS.problems, Math.min(1200, textRoom(...texts) - 30), words)}`,
    );
  if (savable) {
    const taken =
      existing === undefined
        ? ''
        : `\n${words.say('corpus.taken', { title: escapeMarkdown(clip(oneLine(existing.title), 150)) })}`;
    add(`${subtext(words.say('corpus.savedAs', { path: escapeMarkdown(clip(path, 200)) }))}${taken}`);
  }
  const colour = !savable ? COLOURS.bad : existing !== undefined ? COLOURS.look : COLOURS.good;
  return {
    components: [
      container(colour, [...texts.map(textDisplay), separator(), ...buttonRows(buttons(preview, words))]),
    ],
  };
}

function articleText({ article }: PreviewArticle, words: Words): string {
  const count = article.text.split(/\s+/).filter(Boolean).length;
  return `**${titleMarkdown(article, DEFAULTS.source, words)}**\n${originMarkdown(article, DEFAULTS.source, words)}\n${subtext(words.say('corpus.words', { count }))}`;
}

function droppedText({ dropped }: PreviewArticle, words: Words): string {
  if (dropped.length === 0) return '';
  const lines = dropped.map(
    ({ text, reason }) => `- ${reason}: ${escapeMarkdown(clip(oneLine(text), DEFAULTS.dropped.line))}`,
  );
  return `**${words.say('corpus.leftOut', { count: dropped.length })}**\n${someLines(lines, DEFAULTS.dropped.lines, 900, words)}`;
}

function buttons({ draft, savable, existing, editable }: Preview, words: Words) {
  const id = (action: string) => formatCustomId(CORPUS_SCOPE, action, draft);
  const save =
    existing === undefined
      ? button(words.say('corpus.save'), id('save'), { style: 'main' })
      : button(words.say('corpus.replace'), id('replace'), { style: 'danger' });
  return [
    ...(savable ? [save] : []),
    ...(savable && editable ? [button(words.say('corpus.editDetails'), id('revise'))] : []),
    button(words.say('button.cancel'), id('discard')),
  ];
}
