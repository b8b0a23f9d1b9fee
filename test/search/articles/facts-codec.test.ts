import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { decodeFacts, encodeFacts } from '../../../src/search/articles/facts-codec.ts';

const FACTS = { id: 'a', path: 'a.md', line: 1, title: 'Ferries', authors: [], tags: [], hash: '0' };
const stored = (value: unknown) => Buffer.from(JSON.stringify(value));

test('property: facts are read as they were stored, aliases of a folder as one list', () => {
  const some = fc.string({ unit: 'grapheme' });
  const shared = [['UN', 'United Nations']] as const;
  const facts = fc.record(
    {
      ...{ id: some, path: some, line: fc.nat(), title: some, hash: some },
      ...{ authors: fc.array(some), tags: fc.array(some) },
      ...{ publisher: some, url: some, licence: some, language: some },
      published: fc.constant('2021-06-24' as const),
      aliases: fc.constantFrom(shared, [['EU', 'Union']]),
    },
    { requiredKeys: ['id', 'path', 'line', 'title', 'hash', 'authors', 'tags'] },
  );
  fc.assert(
    fc.property(fc.array(facts), (all) => {
      const articles = all.map((one): Article => ({ ...one, text: 'words that are no facts' }));
      const read = decodeFacts(encodeFacts(articles));
      expect(read).toEqual(all);
      const lists = read.flatMap(({ aliases }, at) => (all[at]?.aliases === shared ? [aliases] : []));
      expect(new Set(lists).size).toBeLessThanOrEqual(1);
    }),
  );
});

test.each<[string, unknown]>([
  ['no table', []],
  ['no articles', { aliases: [], shared: [] }],
  ['a row that is none', { articles: ['a'], aliases: [], shared: [] }],
  ['a missing fact', { articles: [{ ...FACTS, id: undefined }], aliases: [], shared: [] }],
  ['a fact of another kind', { articles: [{ ...FACTS, tags: [1] }], aliases: [], shared: [] }],
  ['no day', { articles: [{ ...FACTS, published: '2021' }], aliases: [], shared: [] }],
  ['a fact that is none', { articles: [{ ...FACTS, text: 'words' }], aliases: [], shared: [] }],
  ['aliases of no article', { articles: [], aliases: [[['a']]], shared: [[0, 0]] }],
  ['aliases that are not there', { articles: [FACTS], aliases: [], shared: [[0, 0]] }],
])('is refused: %s', (_, value) => {
  expect(() => decodeFacts(stored(value))).toThrow(RangeError);
});

test('an object’s own kind can’t be changed from a file', () => {
  const row = JSON.stringify(FACTS).replace('{', '{"__proto__":{"text":"words"},');
  expect(() => decodeFacts(Buffer.from(`{"articles":[${row}],"aliases":[],"shared":[]}`))).toThrow(
    RangeError,
  );
});
