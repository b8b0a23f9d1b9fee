import { expect, test } from 'vitest';
import { contextWords, folderNames } from '../../src/search/context-words.ts';
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

test('a block stands under what its reader said; no block stands under the title alone', () => {
  const article = { ...articleOf('# Plans\n\nThe limit is 5 MB.'), title: 'Harbour', path: 'plans.md' };
  expect(contextWords(article, 1)).toEqual(['Harbour', 'Plans']);
  expect(contextWords(article, undefined)).toEqual(['Harbour']);
  expect(contextWords({ ...article, blocks: [] }, 1)).toEqual(['Harbour']);
});
