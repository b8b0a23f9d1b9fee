import { describe, expect, it } from 'vitest';
import { quoteMarkdown } from '../../../src/discord/quoting/quote-view.ts';
import { EN } from '../words/all.ts';

const TEXT = 'It rained. The bridge was built in 1842 by Ada Quill. Nobody paid for it.\n\nNext paragraph.';

function at(words: string): [start: number, end: number] {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
}

describe('quoteMarkdown', () => {
  const [start, end] = at('The bridge was built in 1842 by Ada Quill. Nobody paid for it.');

  it('puts the slice between quotation marks, with the words that answer in bold', () => {
    expect(quoteMarkdown({ text: TEXT, start, end, strong: at('1842') }, 500, EN)).toEqual({
      markdown: '> “The bridge was built in **1842** by Ada Quill. Nobody paid for it.”',
      start,
      end,
      shortened: false,
    });
  });

  it.each([
    ['after a sentence', 60, '> “The bridge was built in 1842 by Ada Quill.” …'],
    ['after a word', 30, '> “The bridge was built in” …'],
    ['after a character, when there is no blank', 20, '> “ThebridgeThebr” …'],
  ])('is cut at its end only: %s', (_, max, markdown) => {
    const text = max === 20 ? 'ThebridgeThebridgeThebridge' : TEXT;
    const slice = max === 20 ? { start: 0, end: text.length } : { start, end };
    const quote = quoteMarkdown({ text, ...slice }, max, EN);
    expect(quote.markdown).toBe(markdown);
    expect(quote.shortened).toBe(true);
    expect(quote.start).toBe(slice.start);
  });

  it('rather drops the sentence that introduces it than the sentence that answers', () => {
    const [whole] = at('It rained.');
    const quote = quoteMarkdown(
      { text: TEXT, start: whole, end: at('Ada Quill.')[1], core: start, strong: at('1842') },
      52,
      EN,
    );
    expect(quote.markdown).toBe('> “The bridge was built in **1842** by Ada Quill.”');
    expect(quote.shortened).toBe(false);
  });

  it('keeps the paragraphs of a longer passage', () => {
    const quote = quoteMarkdown(
      { text: TEXT, start: at('Nobody')[0], end: TEXT.length, strong: at('it.\n\nNext') },
      500,
      EN,
    );
    expect(quote.markdown).toBe('> “Nobody paid for **it.**\n> \n> **Next** paragraph.”');
  });

  it.each([
    ['turned \u202Ednuora\u202C here', '“turned dnuora here”'],
    ['fenced \u2067in and left open', '“fenced in and left open”'],
    ['a bell \u0007 rings', '“a bell  rings”'],
    ['half \uD83D of a pair', '“half \uFFFD of a pair”'],
  ])('says that it is not exact when it cannot be: %j', (text, shown) => {
    expect(quoteMarkdown({ text, start: 0, end: text.length, strong: [0, 0] }, 500, EN).markdown).toBe(
      `> ${shown}\n-# Not exact: the source has characters here that Discord cannot show.`,
    );
  });

  it('is exact with the marks of direction that turn nothing around', () => {
    const text = 'א\u200F (1) \u200Eb';
    expect(quoteMarkdown({ text, start: 0, end: text.length }, 500, EN).markdown).toBe(`> “${text}”`);
  });
});
