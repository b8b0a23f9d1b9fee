import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOG_DEFAULTS, type CatalogRow, createCatalog } from '../../src/library/catalog.ts';
import { finish } from '../../src/scheduling/steps.ts';
import { makeArticle } from '../discord/articles.ts';
import { growthOf } from '../growth.ts';

const catalog = createCatalog([
  makeArticle({ id: 'bridge', title: 'The bridge of Osterby', publisher: 'The Harbour Post' }),
  makeArticle({ id: 'ferry', title: 'Ferries to Osterby', authors: ['Ada Quill'] }),
]);

describe('find', () => {
  test.each([
    ['the bridge', ['bridge']],
    ['osterby', ['ferry', 'bridge']],
    ['quill osterby', ['ferry']],
    ['osterby osterby OSTERBY', ['ferry', 'bridge']],
    ['osterby lighthouse', []],
    [`${'osterby '.repeat(1000)}lighthouse`, ['ferry', 'bridge']],
  ])('%.30s', (typed, ids) => {
    expect(catalog.find(typed).map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    ['one word over and over', (size: number) => 'a '.repeat(size)],
    ['ever other words', (size: number) => Array.from({ length: size }, (_, i) => i.toString(36)).join(' ')],
    ['one word without end', (size: number) => 'a'.repeat(size)],
  ])('takes no longer for more of the same: %s', async (_, typed) => {
    const articles = Array.from({ length: 2000 }, (__, i) =>
      makeArticle({ id: `a-${i}`, title: 'a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3' }),
    );
    const many = createCatalog(articles);
    expect(await growthOf(typed, (text) => many.find(text), { size: CATALOG_DEFAULTS.typed })).toBeLessThan(
      0.5,
    );
  });
});

test('prepared beforehand, it finds the same', () => {
  const articles = ['b', 'a', 'c'].map((id) => makeArticle({ id, title: `Osterby ${id}` }));
  const prepared = createCatalog(articles);
  expect([...prepared.prepare()]).toHaveLength(3);
  expect([...prepared.prepare()]).toEqual([]);
  expect(prepared.find('osterby').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(prepared.find('osterby')).toEqual(createCatalog(articles).find('osterby'));
});

test('property: one that takes over the rows of another finds what one that makes all its rows does', () => {
  const day = fc.constantFrom(undefined, '2021-06-24', '2022-01-01');
  const article = fc
    .record({
      id: fc.nat(30),
      title: fc.constantFrom('Osterby', 'The bridge', 'the Bridge', ''),
      published: day,
    })
    .map(({ id, title, published }) =>
      makeArticle({ id: `a${id}`, title, ...(published !== undefined && { published }) }),
    );
  const articles = fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(articles, articles, fc.array(fc.boolean()), (before, fresh, stays) => {
      const kept = before.filter(({ id }, i) => stays[i] && fresh.every((other) => other.id !== id));
      const now = [...kept, ...fresh];
      const earlier = createCatalog(before);
      expect(earlier.rows).toBeUndefined();
      finish(earlier.prepare());
      const taking = createCatalog(now, earlier.rows);
      for (const typed of ['', 'bridge', 'osterby 2021'])
        expect(taking.find(typed)).toEqual(createCatalog(now).find(typed));
      const isKept = (row: CatalogRow) => kept.includes(row.article);
      expect(taking.rows?.filter(isKept)).toEqual(earlier.rows?.filter(isKept));
      for (const row of earlier.rows?.filter(isKept) ?? []) expect(taking.rows).toContain(row);
    }),
  );
});
