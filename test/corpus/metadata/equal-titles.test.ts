import { expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { EqualTitles, withFolders } from '../../../src/corpus/metadata/equal-titles.ts';

const at = (path: string, title: string, id = path.replace(/\.md$/, '')): Article => ({
  ...{ id, path, title, line: 1, authors: [], tags: [] },
  text: `Words of ${id}.`,
  hash: id,
});

const CORPUS = [
  at('ch-2/intro.md', 'Introduction'),
  at('ch-2/more.md', 'Introduction'),
  at('ch-2/tides.md', 'Tides'),
  at('ch-3/intro.md', 'Introduction'),
  at('ch-3/export.jsonl', 'Introduction', 'https://example.org/intro'),
  at('start.md', 'Introduction'),
];

test('articles with equal titles in different folders get their folder; those of an export do not', () => {
  const titles = withFolders(CORPUS).map(({ title }) => title);
  expect(titles).toEqual([
    'Introduction · ch 2',
    'Introduction · ch 2',
    'Tides',
    'Introduction · ch 3',
    'Introduction',
    'Introduction',
  ]);
});

test('an article that comes out as it was before stays the same object', () => {
  const earlier = withFolders(CORPUS);
  expect(withFolders(CORPUS, earlier).map((article, i) => article === earlier[i])).not.toContain(false);
});

test('the title of an article is known once its like has been seen in another folder', () => {
  const titles = new EqualTitles();
  const known = CORPUS.map((article) => {
    titles.add(article);
    return titles.titleOf(article);
  });
  expect(known.slice(0, 4)).toEqual(['Introduction', 'Introduction', 'Tides', 'Introduction · ch 3']);
  expect(CORPUS.map((article) => titles.titleOf(article))).toEqual(
    withFolders(CORPUS).map(({ title }) => title),
  );
});
