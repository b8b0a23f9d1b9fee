import { expect, test } from 'vitest';
import { contextOfBlock, folderNames } from '../../src/search/context-words.ts';
import { articleOf } from '../corpus/structured.ts';

test.each<[string, string[]]>([
  ['plans.md', []],
  ['Harbour Sync/Plans.md', ['Harbour Sync']],
  ['getting-started/first_steps/install.md', ['getting started', 'first steps']],
  ['03 Memory/2. Sleep/rem.txt', ['Memory', 'Sleep']],
  ['docs/en/Manual/pages/tides.wiki', []],
  ['2024/2024-05-01/pt-BR/v1.2/tides.md', []],
  ['News/Storms/tides.md', ['Storms']],
])('the folders of %s that mean something: %j', (path, expected) => {
  expect(folderNames(path)).toEqual(expected);
});

test('a block stands under what its reader said; no block stands under nothing', () => {
  const article = articleOf('# Plans\n\nThe limit is 5 MB.');
  expect(contextOfBlock(article, 1).map(({ span }) => article.text.slice(...span))).toEqual(['Plans']);
  expect(contextOfBlock(article, undefined)).toEqual([]);
  expect(contextOfBlock({ ...article, blocks: [] }, 1)).toEqual([]);
});
