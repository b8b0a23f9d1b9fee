import type { Passage } from '../../answer/types.ts';
import { container, textDisplay, type View } from '../layout.ts';
import { subtext } from '../markdown.ts';
import { textRoom } from '../text.ts';
import { quoteMarkdown } from './quote.ts';
import { originMarkdown, titleMarkdown } from './source.ts';

const DEFAULTS = {
  source: { title: 200, url: 800, names: 80 },
  /** The neighbouring paragraphs are shown too while the text stays below this. */
  text: 1500,
} as const;

const CUT = 'Shortened: the text goes on in its source.';

/** The paragraph that a passage stands in, and its neighbours when they are short, with the passage in bold. */
export function contextView(passage: Passage): View {
  const { article, start, end } = passage;
  const source = `**${titleMarkdown(article, DEFAULTS.source)}**\n${originMarkdown(article, DEFAULTS.source)}`;
  const room = textRoom(source, subtext(CUT)) - 1;
  const [from, to] = surroundings(article.text, start, end, DEFAULTS.text);
  const fits = quoteMarkdown(
    { text: article.text, start: from, end: to, core: start, strong: [start, end] },
    room,
  );
  return {
    components: [
      container(undefined, [
        textDisplay(fits.markdown),
        textDisplay(fits.shortened ? `${source}\n${subtext(CUT)}` : source),
      ]),
    ],
  };
}

/**
 * The paragraphs that a slice touches, with the one before and the one after as long as all stay within `max`.
 * @returns `[start, end)` in UTF-16 units; paragraphs are separated by an empty line
 */
export function surroundings(
  text: string,
  start: number,
  end: number,
  max: number,
): [start: number, end: number] {
  const [from, to] = [paragraphStart(text, start), paragraphEnd(text, end)];
  const [wideFrom, wideTo] = [paragraphStart(text, from - 2), paragraphEnd(text, to + 2)];
  if (wideTo - wideFrom <= max) return [wideFrom, wideTo];
  if (to - wideFrom <= max) return [wideFrom, to];
  if (wideTo - from <= max) return [from, wideTo];
  return [from, to];
}

function paragraphStart(text: string, at: number): number {
  const gap = at < 2 ? -1 : text.lastIndexOf('\n\n', at - 2);
  return gap === -1 ? 0 : gap + 2;
}

function paragraphEnd(text: string, at: number): number {
  const gap = text.indexOf('\n\n', Math.min(at, text.length));
  return gap === -1 ? text.length : gap;
}
