import { ComponentType } from 'discord.js';
import type { Passage } from '../../answer/answer.ts';
import { knownOrigin, titleMarkdown } from '../quoting/source-line.ts';
import { someLines } from '../quoting/view-lines.ts';
import { textRoom } from '../replies/fit-text.ts';
import { container, textDisplay, type View } from '../replies/view-parts.ts';
import type { Words } from '../words/words.ts';

const DEFAULTS = {
  source: { title: 150, url: 300, names: 60 },
  /** Characters of a file's name. */
  name: 60,
  /** Articles that are listed. */
  articles: 15,
} as const;

/** What stands before and behind the quote in the file. */
const MARKS = { open: '▶', close: '◀' } as const;

/** The whole article of a passage as a text file, with the passage marked. */
export function articleFileView({ article, start, end }: Passage, words: Words): View {
  const { text } = article;
  const marked = `${text.slice(0, start)}${MARKS.open}${text.slice(start, end)}${MARKS.close}${text.slice(end)}`;
  const head = [article.title, article.publisher, article.authors.join(', '), article.published, article.url];
  const lines = head.filter((line) => line !== undefined && line !== '');
  const name = `${fileName(article.title)}.txt`;
  const source = `**${titleMarkdown(article, DEFAULTS.source, words)}**${knownOrigin('\n', article, DEFAULTS.source, words)}`;
  return {
    files: [{ name, data: Buffer.from(`${lines.join('\n')}\n\n${marked}\n`) }],
    components: [
      container(undefined, [
        textDisplay(`${source}\n${words.say('answer.file', MARKS)}`),
        { type: ComponentType.File, file: { url: `attachment://${name}` } },
      ]),
    ],
  };
}

/** The other articles that say the same as a passage. */
export function sameInView({ alsoIn }: Passage, words: Words): View {
  const head = words.say('answer.sameIn');
  const lines = alsoIn.map(
    (article) =>
      `- ${titleMarkdown(article, DEFAULTS.source, words)}${knownOrigin(' · ', article, DEFAULTS.source, words)}`,
  );
  const list = someLines(lines, DEFAULTS.articles, textRoom(head) - 1, words);
  return { components: [container(undefined, [textDisplay(`${head}\n${list}`)])] };
}

/** Letters and digits that every system takes. */
function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, DEFAULTS.name)
    .replace(/^-|-$/g, '');
  return plain === '' ? 'article' : plain;
}
