import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/corpus/formats/markdown/read.ts';
import { assemble } from '../../../src/corpus/reading/assemble-article.ts';

/** The blocks of a Markdown source, as words and kind, after lines without words have gone. */
function blocksOf(source: string): [kind: string, text: string][] {
  const [draft] = readMarkdown(new TextEncoder().encode(source), 'a.md').drafts;
  const { article } = draft === undefined ? {} : assemble(draft, 'a.md');
  return (article?.blocks ?? []).map(({ kind, start, end }) => [kind, article?.text.slice(start, end) ?? '']);
}

test.each<[source: string, code: string]>([
  ['Before.\n\n```\n# \n  tide\n  mill\n```\n\nAfter.', 'tide\n  mill'],
  ['Before.\n\n```\ntide\n----\n```\n\nAfter.', 'tide'],
  ['Before.\n\n```\ntide\n  mill\n```\n\nAfter.', 'tide\n  mill'],
])('code whose first or last line goes begins and ends with words: %j', (source, code) => {
  expect(blocksOf(source)).toEqual([
    ['paragraph', 'Before.'],
    ['code', code],
    ['paragraph', 'After.'],
  ]);
});
