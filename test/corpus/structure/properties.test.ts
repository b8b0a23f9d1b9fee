import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Block } from '../../../src/corpus/article.ts';
import { readHtml } from '../../../src/corpus/formats/html/read.ts';
import { readMarkdown } from '../../../src/corpus/formats/markdown/read.ts';
import { readPlain } from '../../../src/corpus/formats/plain.ts';
import { readWikitext } from '../../../src/corpus/formats/wikitext/read.ts';
import { assemble } from '../../../src/corpus/reading/assemble-article.ts';
import type { Draft } from '../../../src/corpus/reading/draft.ts';
import { createBlockIndex, decodeBlocks, encodeBlocks } from '../../../src/corpus/structure/block-codec.ts';
import { unitSpans } from '../../../src/corpus/structure/units.ts';
import { sentenceEnds as ends } from '../../language.ts';
import { rowOf } from './number-row.ts';

const SILENT = ['heading', 'caption', 'code', 'bibliography', 'exercise', 'navigation'];

const word = fc.constantFrom('tide', 'Mill', 'rope', 'seven', '12', 'gate.', 'Why?', 'berth:', '£4', 'a');
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

/** Pieces of each markup, sound and broken, in any order. */
const MARKDOWN = [
  '# ',
  '## ',
  '- ',
  '1. ',
  '> ',
  '> [!note] ',
  '**',
  '*',
  '`',
  '[[',
  ']]',
  '|',
  '\n| --- | --- |\n',
  '```\n',
  '%%',
  '<b>',
  '</b>',
  '&amp;',
  '\\[',
  '![[',
  '{% x %}',
  '==',
  '^id',
  '    ',
  '<table><tr><td>',
];
const WIKITEXT = [
  '== ',
  ' ==',
  '* ',
  '# ',
  ': ',
  '; ',
  "'''",
  "''",
  '[[',
  ']]',
  '|',
  '{{',
  '}}',
  '{|\n',
  '\n|-\n',
  '\n|}',
  '!',
  '||',
  '<ref>',
  '</ref>',
  '<!--',
  '-->',
  '<pre>',
  '&pound;',
  '[http://a.example ',
  ']',
  '=',
  '<br>',
];
const PLAIN = ['- ', '1. ', 'Ada: ', '| ', ' | ', 'PART TWO', 'References', '* '];
const HTML = [
  '<p>',
  '</p>',
  '<ul><li>',
  '</ul>',
  '<table><tr><td>',
  '<td>',
  '<th>',
  '</table>',
  '<h2>',
  '</h2>',
  '<dl><dt>',
  '<dd>',
  '</dl>',
  '<blockquote>',
  '<b>',
  '</b>',
  '<br>',
  '<pre>',
  '&amp;',
  '<li>',
  '<a href="x">',
  '</a>',
];

function sourceOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(words, fc.constantFrom(...pieces), fc.constantFrom('\n', '\n\n', ' '));
  return fc.array(piece, { maxLength: 60 }).map((list) => list.join(''));
}

const bytes = (text: string) => new TextEncoder().encode(text);
const articleOf = (draft: Draft | undefined): Article | undefined =>
  draft === undefined ? undefined : assemble(draft, 'a.md').article;

const READERS: readonly [
  name: string,
  pieces: readonly string[],
  read: (text: string) => Article | undefined,
][] = [
  ['Markdown', MARKDOWN, (text) => articleOf(readMarkdown(bytes(text), 'a.md').drafts[0])],
  ['wikitext', WIKITEXT, (text) => articleOf(readWikitext(bytes(text), 'a.wiki').drafts[0])],
  ['plain text', PLAIN, (text) => articleOf(readPlain(bytes(text), 'a.txt').draft)],
  ['HTML', HTML, (text) => articleOf(readHtml(bytes(`<main>${text}</main>`), 'a.html').drafts[0])],
];

/** Letters and digits, so that what markup and layout put between words does not count. */
const letters = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a word is one of some words, or several that lost the markup between them. */
function isMadeOf(word: string, known: ReadonlySet<string>): boolean {
  if (word === '' || known.has(word)) return true;
  return [...known].some((part) => word.startsWith(part) && isMadeOf(word.slice(part.length), known));
}

describe.each(READERS)('%s', (_, pieces, read) => {
  const articles = sourceOf(pieces).map((source) => ({ source, article: read(source) }));

  test('blocks stand in order, do not overlap, and hold no blank at their ends', () => {
    fc.assert(
      fc.property(articles, ({ article }) => {
        let last = 0;
        for (const { start, end, context } of article?.blocks ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          const slice = article?.text.slice(start, end) ?? '';
          expect(slice).toBe(slice.trim());
          for (const { span } of context) expect(span[1]).toBeLessThanOrEqual(article?.text.length ?? 0);
          last = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('units are slices of blocks that can be quoted, and every word of them stands in the source', () => {
    fc.assert(
      fc.property(articles, ({ source, article }) => {
        if (article === undefined) return;
        let last = 0;
        const known = new Set(letters(source));
        for (const { start, end, block } of unitSpans(article, ends)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
          if (block !== undefined) expect(SILENT).not.toContain(article.blocks?.[block]?.kind);
          for (const each of letters(article.text.slice(start, end)))
            expect(isMadeOf(each, known), each).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('blocks are stored and restored as they are', () => {
    fc.assert(
      fc.property(articles, ({ article }) => {
        const blocks: readonly Block[] = article?.blocks ?? [];
        const length = article?.text.length ?? 0;
        expect(decodeBlocks(rowOf(encodeBlocks(blocks)), length)).toEqual(blocks);
        const blockAt = createBlockIndex(rowOf(encodeBlocks(blocks)), length);
        for (const number of [1, blocks.length, ...blocks.keys(), 0])
          expect(blockAt(number)).toEqual(blocks[number]);
      }),
      { numRuns: 150 },
    );
  });
});

test.each([
  [[0]],
  [[0, 5, 1, -1, -1, -1, -1, -1, -1, -1, 0, 0]],
  [[99, 0, 1, -1, -1, -1, -1, -1, -1, -1, 0, 0]],
  [[0, 0, 1, -1, -1, -1, -1, -1, -1, 9, 0, 0]],
])('stored blocks that do not fit their text are refused: %j', (numbers) => {
  expect(() => decodeBlocks(rowOf(numbers), 4)).toThrow(RangeError);
});

/** What a stranger could write to keep the reader busy; a megabyte of it must be over in a moment. */
test.each([
  ['[['],
  ['{{'],
  ['{{a|'],
  ['[[b|c]] of {{a|b}} and '],
  ['{|\n|a\n'],
  ["'''a"],
  ['<ref>a'],
  ['<!--'],
  ['== a =\n'],
  ['*'.repeat(19)],
  ['*a_'],
  ['![['],
  ['> '],
  ['[a]('],
  ['|a'],
  ['%%`'],
  ['{% '],
  ['&#'],
  ['[http://a '],
  ['a: b\n\n'],
  ['- a\n'],
  ['a | b\n'],
])('hostile: %j over and over takes time in proportion to its length', (piece) => {
  for (const [, , read] of READERS.slice(0, 3)) {
    const time = (length: number) => {
      const source = `a\n${piece.repeat(Math.ceil(length / piece.length))}`;
      const before = performance.now();
      read(source);
      return performance.now() - before;
    };
    time(2_000);
    expect(time(40_000)).toBeLessThan(4_000);
  }
});
