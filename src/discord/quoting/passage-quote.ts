import type { Passage, QuotedLine } from '../../answer/answer.ts';
import { aroundFocus, quotedLines } from '../../answer/passage/quoted-lines.ts';
import { blockQuote, bold, escapeMarkdown } from '../replies/escape-markdown.ts';
import type { Words } from '../words/words.ts';
import { type Quote, quoteMarkdown } from './quote-view.ts';

/**
 * What a passage shows as Discord's Markdown. Lines that do not fit are left out at the end, as long as the one that was
 * ranked stays; else that one stands alone.
 * @param max UTF-16 units that the Markdown may take, at least 20
 */
export function passageMarkdown(passage: Passage, max: number, words: Words): Quote {
  const { article, start, end, sentence, focus } = passage;
  const strong = focus === undefined ? {} : { strong: focus };
  const lines = quotedLines(passage);
  const isOneSlice = lines.length === 1 && lines[0]?.mark === undefined && lines[0]?.slices.length === 1;
  if (isOneSlice)
    return quoteMarkdown({ text: article.text, start, end, core: sentence[0], ...strong }, max, words);
  const ranked = lines.findIndex(({ slices }) =>
    slices.some(({ span }) => span[1] > sentence[0] && span[0] < sentence[1]),
  );
  for (let count = lines.length; count > Math.max(ranked, 0); count--) {
    const shortened = count < lines.length;
    const shown = lines.slice(0, count).map((line) => lineMarkdown(passage, line));
    const markdown = blockQuote(`“${shown.join('\n')}”${shortened ? ' …' : ''}`);
    if (markdown.length <= max) return { markdown, start, end, shortened };
  }
  return quoteMarkdown({ text: article.text, start: sentence[0], end: sentence[1], ...strong }, max, words);
}

function lineMarkdown({ article, focus }: Passage, { mark, slices }: QuotedLine): string {
  const words = slices.map(({ span, gap }) => {
    const [before = '', strong = '', after = ''] = aroundFocus(span, focus).map((part) =>
      escapeMarkdown(article.text.slice(...part)),
    );
    return `${gap}${before}${bold(strong)}${after}`;
  });
  return [...(mark === undefined ? [] : [escapeMarkdown(mark)]), words.join('')].join(' ').trimEnd();
}
