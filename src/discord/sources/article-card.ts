import type { Article } from '../../corpus/article.ts';
import type { QuoteCount } from '../asking/quote-counts.ts';
import { quoteMarkdown } from '../quoting/quote-view.ts';
import { originMarkdown, titleMarkdown } from '../quoting/source-line.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip, oneLine, textRoom } from '../replies/fit-text.ts';
import { container, separator, textDisplay, type View } from '../replies/view-parts.ts';
import type { Words } from '../words/words.ts';

const DEFAULTS = {
  source: { title: 250, url: 1000, names: 150 },
  tags: 150,
  /** Markdown of one quote. */
  quote: 500,
  /** Characters of the beginning, when nothing has been quoted yet. */
  opening: 500,
} as const;

/** An article's facts, where it can be read, and its most quoted passages, or else how it begins. */
export function articleCard(
  article: Article,
  sentences: number,
  quotes: readonly QuoteCount[],
  words: Words,
): View {
  const count = article.text.split(/\s+/).filter(Boolean).length;
  const tags = escapeMarkdown(clip(oneLine(article.tags.join(', ')), DEFAULTS.tags));
  const facts = [
    words.say('sources.words', { words: count, sentences }),
    ...(tags === '' ? [] : [tags]),
    ...(article.url === undefined ? [words.say('sources.noAddress')] : []),
  ];
  const texts = [
    `**${titleMarkdown(article, DEFAULTS.source, words)}**\n${originMarkdown(article, DEFAULTS.source, words)}\n${subtext(words.line(...facts))}`,
  ];
  const add = (heading: string, markdown: string) => {
    const text = `${heading}\n${markdown}`;
    if (text.length <= textRoom(...texts)) texts.push(text);
  };
  for (const { span, count: times } of quotes) {
    const quotable = { text: article.text, start: span[0], end: span[1] };
    const { markdown } = quoteMarkdown(quotable, DEFAULTS.quote, words);
    add(subtext(words.say('sources.quoted', { count: times })), markdown);
  }
  if (quotes.length === 0) {
    const end = Math.min(article.text.length, opening(article.text));
    const { markdown } = quoteMarkdown({ text: article.text, start: 0, end }, DEFAULTS.opening, words);
    add(subtext(words.say('sources.begins')), markdown);
  }
  const [head = '', ...passages] = texts;
  return {
    components: [
      container(undefined, [textDisplay(head), separator(), ...passages.map((text) => textDisplay(text))]),
    ],
  };
}

/** Where the first paragraph ends. */
function opening(text: string): number {
  const gap = text.indexOf('\n\n');
  return gap === -1 ? text.length : gap;
}
