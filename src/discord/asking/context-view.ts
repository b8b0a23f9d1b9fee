import type { Passage, Span } from '../../answer/answer.ts';
import type { Block } from '../../corpus/article.ts';
import { quoteMarkdown } from '../quoting/quote-view.ts';
import { knownOrigin, placeMarkdown } from '../quoting/source-line.ts';
import { subtext } from '../replies/escape-markdown.ts';
import { textRoom } from '../replies/fit-text.ts';
import { container, textDisplay, type View } from '../replies/view-parts.ts';
import type { Words } from '../words/words.ts';

const DEFAULTS = {
  source: { title: 200, url: 800, names: 80 },
  /** The neighbouring paragraphs are shown too while the text stays below this. */
  text: 1500,
} as const;

/**
 * The section that a passage stands in, with the passage in bold; of a long section, and of an article without any, the
 * passage's paragraph, and its neighbours when they are short.
 */
export function contextView(passage: Passage, words: Words): View {
  const { article, start, end } = passage;
  const source = `${placeMarkdown(passage, DEFAULTS.source, words)}${knownOrigin('\n', article, DEFAULTS.source, words)}`;
  const cut = subtext(words.say('context.cut'));
  const room = textRoom(source, cut) - 1;
  const [first, last] = sectionOf(passage) ?? [0, article.text.length];
  const [from, to] =
    last - first <= DEFAULTS.text && article.blocks !== undefined
      ? [first, last]
      : surroundings(article.text, start, end, DEFAULTS.text, [first, last]);
  const fits = quoteMarkdown(
    { text: article.text, start: from, end: to, core: start, strong: [start, end] },
    room,
    words,
  );
  return {
    components: [
      container(undefined, [
        textDisplay(fits.markdown),
        textDisplay(fits.shortened ? `${source}\n${cut}` : source),
      ]),
    ],
  };
}

/** The heading above a passage and all that stands below it up to the next one; undefined without blocks. */
export function sectionOf({ article: { blocks }, block, start, end }: Passage): Span | undefined {
  const own = blocks?.[block ?? -1];
  if (blocks === undefined || block === undefined || own === undefined) return undefined;
  const heading = headingOf(own);
  const isOf = (other: Block | undefined) => other !== undefined && headingOf(other)?.[0] === heading?.[0];
  let [first, last] = [block, block];
  while (isOf(blocks[first - 1])) first--;
  while (isOf(blocks[last + 1])) last++;
  // A heading at the end opens the next section.
  while (last > block && blocks[last]?.kind === 'heading') last--;
  return [
    Math.min(heading?.[0] ?? start, blocks[first]?.start ?? start, start),
    Math.max(blocks[last]?.end ?? end, end),
  ];
}

function headingOf({ context }: Block): Span | undefined {
  return context.findLast(({ role }) => role === 'heading')?.span;
}

/**
 * The paragraphs that a slice touches, with the one before and the one after as long as all stay within `max`.
 * @param within the part of the text that may be shown
 * @returns `[start, end)` in UTF-16 units; paragraphs are separated by an empty line
 */
export function surroundings(
  text: string,
  start: number,
  end: number,
  max: number,
  [first, last]: Span = [0, text.length],
): Span {
  const before = (at: number) => Math.max(first, paragraphStart(text, at));
  const after = (at: number) => Math.min(last, paragraphEnd(text, at));
  const [from, to] = [before(start), after(end)];
  const [wideFrom, wideTo] = [before(from - 2), after(to + 2)];
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
